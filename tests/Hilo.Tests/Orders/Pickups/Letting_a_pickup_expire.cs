using Hilo.Client;
using Hilo.Orders;
using Hilo.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Orders.Pickups;

public class Letting_a_pickup_expire
{
    // The channel keeps pickups for five days and the store closes at eight in the evening: 23:00 UTC.
    private static readonly DateTimeOffset HeldUntil = new(2026, 3, 7, 23, 0, 0, TimeSpan.Zero);

    [Theory, EveryDatabase]
    public async Task Frees_the_units_ends_the_order_and_owes_what_was_paid(Database database)
    {
        await using var floor = await StoreFloor.OpenAsync(database);
        var (order, pass) = await floor.HasAReadyPickup(units: 2);
        Assert.Equal(HeldUntil, pass.ValidUntil);

        floor.Clock.Advance(HeldUntil - floor.Clock.GetUtcNow() + TimeSpan.FromMinutes(1));
        await floor.Sweeps<ExpirePickups>();
        await floor.Sweeps<ExpirePickups>();

        var after = await floor.Shows(order);
        Assert.Equal((OrderState.Canceled, "pickup_expired", FulfillmentState.Canceled), (after.State, after.CancelReason, after.FulfillmentOrders.Single().State));
        Assert.Equal((Quantity.Units(20), Quantity.Zero), await floor.Stock());
        Assert.Equal(Money.Ars(97_800m), after.Money.RefundsDue.Single().Amount);
        Assert.Equal(1, await floor.EventsOf<OrderCanceled>(order));
        Assert.Null(await floor.PassOf(order));
        Assert.Equal("pickup.pass_expired", (await Look(floor, pass)).Problem().Code);
        Assert.Empty(await floor.Broken());
    }

    [Theory, EveryDatabase]
    public async Task Happens_at_the_end_of_the_hold_and_not_before(Database database)
    {
        await using var floor = await StoreFloor.OpenAsync(database);
        var (order, pass) = await floor.HasAReadyPickup();

        floor.Clock.Advance(HeldUntil - floor.Clock.GetUtcNow());
        Assert.Equal(0, await floor.Sweeps<ExpirePickups>());

        Assert.Equal(OrderState.Open, (await floor.Shows(order)).State);
        Assert.Equal(FulfillmentState.Ready, (await Look(floor, pass)).Value().Work.State);
    }

    [Theory, EveryDatabase]
    public async Task Owes_nothing_for_what_was_to_be_paid_on_collection(Database database)
    {
        await using var floor = await StoreFloor.OpenAsync(database);
        var (order, _) = await floor.HasAReadyPickup(isPaid: false);

        floor.Clock.Advance(HeldUntil - floor.Clock.GetUtcNow() + TimeSpan.FromMinutes(1));
        await floor.Sweeps<ExpirePickups>();

        var after = await floor.Shows(order);
        Assert.Equal((OrderState.Canceled, Money.Zero(Currency.Ars)), (after.State, after.Money.Expected));
        Assert.Empty(after.Money.RefundsDue);
        Assert.Equal((Quantity.Units(20), Quantity.Zero), await floor.Stock());
    }

    [Theory, EveryDatabase]
    public async Task A_pass_of_a_canceled_order_opens_nothing(Database database)
    {
        await using var floor = await StoreFloor.OpenAsync(database);
        var (order, pass) = await floor.HasAReadyPickup();

        (await floor.Owner.Orders.CancelAsync(order.Id, new CancelOrderRequest("El cliente se arrepintió"))).Value();

        Assert.Equal("pickup.canceled", (await floor.Ana.Fulfillment.HandOverAsync(new HandOverRequest(pass.Qr))).Problem().Code);
        Assert.Null(await floor.PassOf(order));
        Assert.Empty(await floor.Broken());
    }

    [Theory, EveryDatabase]
    public async Task Handing_over_and_canceling_at_once_leaves_one_of_both(Database database)
    {
        await using var floor = await StoreFloor.OpenAsync(database);
        var (order, pass) = await floor.HasAReadyPickup();

        var (handed, canceled) = (floor.Ana.Fulfillment.HandOverAsync(new HandOverRequest(pass.Qr)), floor.Owner.Orders.CancelAsync(order.Id, new CancelOrderRequest("El cliente se arrepintió")));
        await Task.WhenAll(handed, canceled);

        Assert.True((await handed).Refused(out _, out _) ^ (await canceled).Refused(out _, out _));
        Assert.Equal(Quantity.Zero, (await floor.Stock()).Allocated);
        Assert.Empty(await floor.Broken());
    }

    private static Task<Result<ShownPass>> Look(StoreFloor floor, PickupPassView pass) => floor.DoAsync(services => services.GetRequiredService<ShownPasses>().LookAsync(
        new HandOverRequest(pass.Qr), new CurrentStaff(IId<StaffId>.New(), "Ana", StaffRole.Store, null), CancellationToken.None));
}
