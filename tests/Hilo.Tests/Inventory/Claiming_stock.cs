using Microsoft.Extensions.DependencyInjection;
using static Hilo.Tests.Inventory.Given;

namespace Hilo.Tests.Inventory;

public class Claiming_stock
{
    [Theory, EveryDatabase]
    public async Task Sells_exactly_what_there_is_to_two_hundred_buyers_at_once(Database database)
    {
        await using var depot = await Depot.OpenAsync(database);
        var store = await depot.HasAStore("PAL");
        var variant = await depot.HasStock(store, 50);

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => depot.Allocate(AClaim(ALine(new(variant, store), 1)))));

        Assert.Equal(50, answers.Count(a => a.Single().IsTaken));
        Assert.Equal(Units(50), (await depot.Counts(variant, store)).Allocated);
        await depot.IsSound();
    }

    [Theory, EveryDatabase]
    public async Task Turns_what_a_cart_holds_into_allocations_even_after_it_expired(Database database)
    {
        await using var depot = await Depot.OpenAsync(database);
        var store = await depot.HasAStore("PAL");
        var variant = await depot.HasStock(store, 3);
        var (cart, line) = (IId<CartId>.New(), ALine(new(variant, store), 3));
        Assert.True((await depot.Reserve(AReservation(cart, line))).Single().IsTaken);
        Assert.Empty(await depot.Available(variant));
        Assert.Equal([Units(3)], (await depot.Available(variant, cart: cart)).Select(a => a.Available));
        depot.Clock.Advance(TimeSpan.FromHours(1));

        var answers = await depot.Allocate(AClaim(cart, line), AClaim(ALine(new(variant, store), 1)));

        Assert.Equal([true, false], answers.Select(a => a.IsTaken));
        Assert.Equal(new(Units(3), Allocated: Units(3)), await depot.Counts(variant, store));
        await depot.IsSound();
    }

    [Theory, EveryDatabase]
    public async Task Frees_what_carts_held_for_too_long_and_tells_of_it(Database database)
    {
        await using var depot = await Depot.OpenAsync(database);
        var store = await depot.HasAStore("PAL");
        var variant = await depot.HasStock(store, 3);
        await depot.Reserve(AReservation(IId<CartId>.New(), ALine(new(variant, store), 3)));
        Assert.Equal(0, await depot.Sweep());
        depot.Clock.Advance(TimeSpan.FromMinutes(15));

        Assert.Equal(1, await depot.Sweep());

        Assert.Equal(0, await depot.Sweep());
        Assert.Equal(new(Units(3)), await depot.Counts(variant, store));
        Assert.Equal(["inventory.stock_changed", "inventory.stock_changed", "inventory.stock_changed", "inventory.reservation_expired"], await depot.Events());
        await depot.IsSound();
    }

    [Theory, EveryDatabase]
    public async Task Gives_back_what_was_canceled_and_issues_what_left(Database database)
    {
        await using var depot = await Depot.OpenAsync(database);
        var store = await depot.HasAStore("PAL");
        var variant = await depot.HasStock(store, 5);
        var claim = AClaim(ALine(new(variant, store), 4));
        await depot.Allocate(claim);
        StockRelease Of(int units) => new(claim.Order, claim.Lines[0].OrderLine, variant, store, Units(units));

        await depot.Deallocate(Of(1));
        await depot.Issue(StockIssue.Shipped, Of(2));
        Assert.Equal(new(Units(3), Allocated: Units(1)), await depot.Counts(variant, store));
        await Assert.ThrowsAsync<InvalidOperationException>(() => depot.Deallocate(Of(2)));
        await depot.Issue(StockIssue.HandedOver, Of(1));

        Assert.Equal(new(Units(2)), await depot.Counts(variant, store));
        Assert.Empty(await depot.Node.QueryAsync($"select 1 from inventory_allocations", row => row.GetInt32(0)));
        await depot.IsSound();
    }

    [Theory, EveryDatabase]
    public async Task Leaves_a_refused_cart_with_what_it_held(Database database)
    {
        await using var depot = await Depot.OpenAsync(database);
        var store = await depot.HasAStore("PAL");
        var (first, second) = (await depot.HasStock(store, 3), await depot.HasStock(store, 1));
        var cart = IId<CartId>.New();
        await depot.Reserve(AReservation(cart, ALine(new(first, store), 2)));

        var refused = (await depot.Reserve(AReservation(cart, ALine(new(first, store), 4), ALine(new(second, store), 1)))).Single();

        Assert.Equal([(first, Units(4), Units(3))], refused.Shortages.Select(s => (s.VariantId, s.Wanted, s.Available)));
        Assert.Equal(Units(2), (await depot.Counts(first, store)).Reserved);
        Assert.Equal(Quantity.Zero, (await depot.Counts(second, store)).Reserved);
        await depot.IsSound();
    }

    [Theory, EveryDatabase]
    public async Task Promises_nothing_at_a_closed_location(Database database)
    {
        await using var depot = await Depot.OpenAsync(database);
        var store = await depot.HasAStore("OLD", isActive: false);
        var variant = await depot.HasStock(store, 3);

        Assert.Empty(await depot.Available(variant));
        Assert.False((await depot.Allocate(AClaim(ALine(new(variant, store), 1)))).Single().IsTaken);
        Assert.Empty(await depot.Node.DoAsync(s => s.GetRequiredService<IShowAvailability>().AvailableAsync(null, CancellationToken.None)));
    }
}
