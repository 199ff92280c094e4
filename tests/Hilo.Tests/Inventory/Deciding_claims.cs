using Hilo.Inventory;
using static Hilo.Tests.Inventory.Given;

namespace Hilo.Tests.Inventory;

public class Deciding_claims
{
    private static readonly LevelKey Shirt = ANewLevel();
    private static readonly LevelKey Belt = ANewLevel();

    private static StockBook ABook(IEnumerable<LockedLevel> levels, IEnumerable<Hold>? holds = null, PromiseLimits? limits = null) =>
        new(levels, holds ?? [], [], limits ?? PromiseLimits.None, Noon, "system");

    private static PromiseLimits Limits(ChannelRule rule, int promised = 0) => new([rule], [(Shirt, Depot.Web, Units(promised))]);

    [Fact]
    public void Takes_in_order_of_arrival_until_nothing_is_left()
    {
        var book = ABook([ALevel(Shirt, 3)]);

        var answers = new[] { 2, 2, 1 }.Select(units => book.Allocate(AClaim(ALine(Shirt, units)))).ToList();

        Assert.Equal([true, false, true], answers.Select(a => a.IsTaken));
        Assert.Equal((Units(2), Units(1)), (answers[1].Shortages.Single().Wanted, answers[1].Shortages.Single().Available));
        Assert.Equal(new(Units(3), Allocated: Units(3)), book.Levels.Single().Counts);
    }

    [Fact]
    public void Names_every_short_line_and_takes_nothing_of_a_refused_claim()
    {
        var book = ABook([ALevel(Shirt, 3), ALevel(Belt, 1)]);
        var (first, second, third, unknown) = (ALine(Shirt, 2), ALine(Shirt, 2), ALine(Belt, 5), ALine(ANewLevel(), 1));

        var answer = book.Allocate(AClaim(first, second, third, unknown));

        Assert.Equal(
            [(second.OrderLine, Units(2), Units(1)), (third.OrderLine, Units(5), Units(1)), (unknown.OrderLine, Units(1), Quantity.Zero)],
            answer.Shortages.Select(s => (s.OrderLine, s.Wanted, s.Available)));
        Assert.Empty(book.Movements);
        Assert.Empty(book.ChangedPromises);
    }

    [Theory]
    [InlineData(5, 0, 0, 0, 5)]
    [InlineData(5, 1, 1, 1, 2)]
    [InlineData(5, 3, 2, 0, 0)]
    [InlineData(5, 0, 0, 9, 0)]
    public void Keeps_back_what_others_hold_and_the_safety_stock(int onHand, int reserved, int allocated, int safety, int available)
    {
        var book = ABook([ALevel(Shirt, onHand, reserved, allocated, safety)]);

        Assert.Equal(Units(available), book.Allocate(AClaim(ALine(Shirt, 100))).Shortages.Single().Available);
        if (available > 0) Assert.True(book.Allocate(AClaim(ALine(Shirt, available))).IsTaken);
    }

    [Fact]
    public void Never_promises_the_last_units_for_pickup_below_the_floor()
    {
        var book = ABook([ALevel(Shirt, 5)], limits: Limits(new ChannelRule { LocationId = Shirt.Location, PickupFloor = Units(3) }));

        var pickup = book.Allocate(AClaim(ALine(Shirt, 3)) with { Purpose = ClaimPurpose.Pickup });
        var ship = book.Allocate(AClaim(ALine(Shirt, 3)));

        Assert.Equal(Units(2), pickup.Shortages.Single().Available);
        Assert.True(ship.IsTaken);
    }

    [Fact]
    public void Stops_a_channel_at_its_cap_and_no_other_channel()
    {
        var book = ABook([ALevel(Shirt, 10, allocated: 1)], limits: Limits(new ChannelRule { LocationId = Shirt.Location, Cap = Units(3) }, promised: 1));

        Assert.Equal(Units(2), book.Allocate(AClaim(ALine(Shirt, 3))).Shortages.Single().Available);
        Assert.True(book.Allocate(AClaim(ALine(Shirt, 2))).IsTaken);
        Assert.Equal(Quantity.Zero, book.Allocate(AClaim(ALine(Shirt, 1))).Shortages.Single().Available);
        Assert.True(book.Allocate(AClaim(ALine(Shirt, 3)) with { SalesChannelId = Depot.Phone }).IsTaken);
    }

    [Fact]
    public void Lets_the_narrower_rule_win()
    {
        ChannelRule Rule(int cap, VariantId variant = default, SalesChannelId channel = default) =>
            new() { LocationId = Shirt.Location, VariantId = variant, SalesChannelId = channel, Cap = Units(cap) };
        Quantity Room(params ChannelRule[] rules) =>
            new PromiseLimits(rules, []).Available(Shirt, Units(9), Quantity.Zero, Depot.Web, ClaimPurpose.Ship, default);

        Assert.Equal(Units(1), Room(Rule(1)));
        Assert.Equal(Units(2), Room(Rule(1), Rule(2, channel: Depot.Web)));
        Assert.Equal(Units(3), Room(Rule(1), Rule(2, channel: Depot.Web), Rule(3, Shirt.Variant)));
        Assert.Equal(Units(4), Room(Rule(1), Rule(2, channel: Depot.Web), Rule(3, Shirt.Variant), Rule(4, Shirt.Variant, Depot.Web)));
        Assert.Equal(Units(9), Room(Rule(1, channel: Depot.Phone)));
    }

    [Fact]
    public void Replaces_what_a_cart_held()
    {
        var (cart, shirt, belt) = (IId<CartId>.New(), ALine(Shirt, 2), ALine(Belt, 1));
        var book = ABook([ALevel(Shirt, 3, reserved: 2), ALevel(Belt, 1)], [AHold(cart, shirt)]);

        Assert.True(book.Reserve(AReservation(cart, shirt with { Quantity = Units(1) }, belt)).IsTaken);

        Assert.Equal([(Shirt, Units(1)), (Belt, Units(1))], book.Levels.Select(l => (l.Key, l.Counts.Reserved)));
        Assert.Equal([StockMovementKind.Released, StockMovementKind.Reserved], book.Movements.Select(m => m.Kind));
        Assert.True(book.Reserve(AReservation(cart)).IsTaken);
        Assert.All(book.Levels, level => Assert.Equal(Quantity.Zero, level.Counts.Reserved));
        Assert.All(book.ChangedHolds.Values, Assert.Null);
    }

    [Fact]
    public void Writes_no_movement_when_a_hold_only_lives_longer()
    {
        var (cart, line) = (IId<CartId>.New(), ALine(Shirt, 2));
        var book = ABook([ALevel(Shirt, 2, reserved: 2)], [AHold(cart, line)]);

        Assert.True(book.Reserve(AReservation(cart, line) with { Until = Noon.AddMinutes(60) }).IsTaken);

        Assert.Empty(book.Movements);
        Assert.Equal(Noon.AddMinutes(60), book.ChangedHolds.Values.Single()!.Until);
    }

    [Fact]
    public void Keeps_its_word_when_safety_or_a_cap_was_tightened_after_the_hold()
    {
        var (cart, line) = (IId<CartId>.New(), ALine(Shirt, 2));
        var book = ABook([ALevel(Shirt, 2, reserved: 2, safety: 5)], [AHold(cart, line)], Limits(new ChannelRule { LocationId = Shirt.Location, Cap = Quantity.Zero }, promised: 2));

        Assert.True(book.Allocate(AClaim(cart, line)).IsTaken);
        Assert.Equal(new(Units(2), Allocated: Units(2)), book.Levels.Single().Counts);
    }

    [Fact]
    public void Consumes_all_holds_of_a_cart_and_counts_them_under_its_cap()
    {
        var (cart, shirt, belt) = (IId<CartId>.New(), ALine(Shirt, 2), ALine(Belt, 1));
        var book = ABook(
            [ALevel(Shirt, 5, reserved: 2), ALevel(Belt, 1, reserved: 1)], [AHold(cart, shirt), AHold(cart, belt)],
            Limits(new ChannelRule { LocationId = Shirt.Location, Cap = Units(3) }, promised: 2));

        Assert.True(book.Allocate(AClaim(cart, shirt with { Quantity = Units(3) })).IsTaken);

        Assert.Equal([new(Units(5), Allocated: Units(3)), new(Units(1))], book.Levels.Select(l => l.Counts));
        Assert.Equal([StockMovementKind.Allocated, StockMovementKind.Released], book.Movements.Select(m => m.Kind));
        Assert.Equal(Quantity.Zero, book.Allocate(AClaim(ALine(Shirt, 1))).Shortages.Single().Available);
    }

    [Fact]
    public void Tells_of_changed_promises_only_when_more_or_less_can_be_promised()
    {
        var (cart, line) = (IId<CartId>.New(), ALine(Shirt, 2));
        var book = ABook([ALevel(Shirt, 2, reserved: 2), ALevel(Belt, 1)], [AHold(cart, line)]);

        book.Allocate(AClaim(cart, line));
        Assert.Empty(book.ChangedPromises);
        book.Allocate(AClaim(ALine(Belt, 1)));
        Assert.Equal([Belt], book.ChangedPromises);
    }

    [Fact]
    public void Refuses_a_count_below_what_is_promised_with_the_numbers()
    {
        var book = ABook([ALevel(Shirt, 9, reserved: 2, allocated: 3)]);

        Assert.True(book.SetOnHand(Shirt, Units(4), "count").Refused(out var problem, out _));

        Assert.Equal(("stock.below_promised", 409), (problem.Code, problem.Status));
        Assert.Equal((Units(5), Units(3), Units(2)), (problem.Facts!["promised"], problem.Facts["allocated"], problem.Facts["reserved"]));
        Assert.False(book.SetOnHand(Shirt, Units(5), "count").Refused(out _, out _));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Is_never_asked_for_nothing_or_less(int units) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ABook([ALevel(Shirt, 3)]).Allocate(AClaim(ALine(Shirt, units))));

    /// <summary>Two of four cannot be found: the two that stay are those of another order; the free ones on the book are not there either.</summary>
    [Theory]
    [InlineData(9, 2, 4, 2, 4)]
    [InlineData(4, 0, 4, 4, 0)]
    [InlineData(5, 1, 4, 1, 4)]
    public void Keeps_what_is_promised_where_units_cannot_be_found(int onHand, int reserved, int allocated, int missing, int left)
    {
        var (order, line) = (IId<OrderId>.New(), IId<OrderLineId>.New());
        var mine = new Allocation { OrderId = order, OrderLineId = line, VariantId = Shirt.Variant, LocationId = Shirt.Location, Quantity = Units(missing), SalesChannelId = Depot.Web, AllocatedAt = Noon };
        var book = new StockBook([ALevel(Shirt, onHand, reserved, allocated)], [], [mine], PromiseLimits.None, Noon, "staff:ana");

        var adjusted = book.Lose(new StockRelease(order, line, Shirt.Variant, Shirt.Location, Units(missing)), "No se encontró");

        Assert.Equal((Units(onHand), Units(left), "not_found"), (adjusted.Before, adjusted.After, adjusted.Reason));
        var counts = book.Levels.Single().Counts;
        Assert.Equal((Units(left), Quantity.Zero, Units(allocated - missing)), (counts.OnHand, counts.Free, counts.Allocated));
        Assert.Equal([StockMovementKind.Deallocated, StockMovementKind.Adjusted], book.Movements.Select(m => m.Kind));
        Assert.Equal(("No se encontró", order), (book.Movements[1].Reason, book.Movements[1].OrderId));
    }

    [Fact]
    public void Loses_nothing_that_the_order_does_not_have()
    {
        var book = ABook([ALevel(Shirt, 5, allocated: 2)]);

        Assert.Throws<InvalidOperationException>(() => book.Lose(new StockRelease(IId<OrderId>.New(), IId<OrderLineId>.New(), Shirt.Variant, Shirt.Location, Units(1)), "x"));
    }
}
