using Hilo.Client;
using Hilo.Tests.Orders.Pickups;

namespace Hilo.Tests.Orders.Fulfillment;

/// <summary>A clerk does not find what the stock says is there.</summary>
public class Missing_units
{
    [Theory, EveryDatabase]
    public async Task Of_a_pickup_are_canceled_and_owed_back_while_the_rest_goes_on(Database database)
    {
        await using var floor = await StoreFloor.OpenAsync(database);
        var (order, work, line) = await BegunAsync(floor, 2, DeliveryKind.Pickup);

        var done = (await floor.Ana.Fulfillment.ReportShortageAsync(work, new ReportShortageRequest(line, Quantity.One))).Value();

        Assert.Equal((Quantity.Zero, Quantity.One, Money.Ars(48_900), false), (done.Moved, done.Canceled, done.RefundOwed, done.IsOrderCanceled));
        Assert.Equal(Quantity.One, done.FulfillmentOrder.Lines.Single().Quantity);
        var shown = await floor.Shows(order);
        Assert.Equal((OrderState.Open, Quantity.One, Money.Ars(48_900)), (shown.State, shown.Lines.Single().Canceled, shown.Canceled));
        var due = Assert.Single(shown.Money.RefundsDue);
        Assert.Equal(("not_found", Money.Ars(48_900)), (due.Reason, due.Amount));
        Assert.Equal((1, 1, 0), (await floor.EventsOf<UnitsNotFound>(order), await floor.EventsOf<UnitsCanceled>(order), await floor.EventsOf<OrderCanceled>(order)));
        // Where one cannot be found, no free one is there: the book keeps what is promised.
        Assert.Equal((Quantity.One, Quantity.One), await floor.Stock());

        (await floor.Ana.Fulfillment.PickAsync(work, new PickRequest())).Value();
        (await floor.Ana.Fulfillment.PackAsync(work)).Value();
        (await floor.Ana.Fulfillment.ReadyAsync(work)).Value();
        (await floor.Ana.Fulfillment.HandOverAsync(new HandOverRequest((await floor.PassOf(order))!.Qr))).Value();
        Assert.Equal((OrderState.Completed, Quantity.One), ((await floor.Shows(order)).State, (await floor.Shows(order)).Lines.Single().Fulfilled));
        Assert.Equal((Quantity.Zero, Quantity.Zero), await floor.Stock());
        Assert.Empty(await floor.Broken());
    }

    [Theory, EveryDatabase]
    public async Task End_the_order_when_nothing_else_is_left_of_it(Database database)
    {
        await using var floor = await StoreFloor.OpenAsync(database);
        var (order, work, line) = await BegunAsync(floor, 2, DeliveryKind.Pickup);

        var done = (await floor.Ana.Fulfillment.ReportShortageAsync(work, new ReportShortageRequest(line, Quantity.Zero))).Value();

        Assert.Equal((FulfillmentState.Canceled, true, Money.Ars(97_800)), (done.FulfillmentOrder.State, done.IsOrderCanceled, done.RefundOwed));
        var shown = await floor.Shows(order);
        Assert.Equal((OrderState.Canceled, "not_found", Money.Ars(97_800)), (shown.State, shown.CancelReason, Assert.Single(shown.Money.RefundsDue).Amount));
        Assert.Equal((1, 0), (await floor.EventsOf<OrderCanceled>(order), await floor.EventsOf<UnitsCanceled>(order)));
        Assert.Equal((Quantity.Zero, Quantity.Zero), await floor.Stock());
        Assert.Empty(await floor.Broken());
    }

    [Theory, EveryDatabase]
    public async Task Of_a_parcel_come_from_another_store_that_has_them(Database database)
    {
        await using var floor = await StoreFloor.OpenAsync(database);
        var (order, work, line) = await BegunAsync(floor, 2, DeliveryKind.Ship);
        await floor.HasStock(floor.Rosario, 5);
        floor.Clock.Advance(TimeSpan.FromMinutes(20));

        var done = (await floor.Ana.Fulfillment.ReportShortageAsync(work, new ReportShortageRequest(line, Quantity.One))).Value();

        Assert.Equal((Quantity.One, Quantity.Zero, Money.Ars(0)), (done.Moved, done.Canceled, done.RefundOwed));
        Assert.Equal(["Rosario Centro"], done.From);
        var theirs = Assert.Single((await floor.Leo.Fulfillment.ListAsync()).Value());
        Assert.Equal((FulfillmentState.Awaiting, Quantity.One), (theirs.State, theirs.Lines.Single().Quantity));
        Assert.NotNull(theirs.DueAt);
        Assert.Contains("Rosario Centro", (await floor.Shows(order)).Sourcing!.Words, StringComparison.Ordinal);

        foreach (var (clerk, part) in new[] { (floor.Ana, work), (floor.Leo, theirs.Id) })
        {
            if (clerk == floor.Leo) (await clerk.Fulfillment.AcceptAsync(part)).Value();
            (await clerk.Fulfillment.PickAsync(part, new PickRequest())).Value();
            (await clerk.Fulfillment.PackAsync(part)).Value();
            (await clerk.Fulfillment.ShipAsync(part, new ShipRequest())).Value();
            (await clerk.Fulfillment.DeliveredAsync(part)).Value();
        }
        var shown = await floor.Shows(order);
        Assert.Equal((OrderState.Completed, Quantity.Units(2)), (shown.State, shown.Lines.Single().Fulfilled));
        Assert.Empty(shown.Money.RefundsDue);
        Assert.Empty(await floor.Broken());
    }

    [Theory, EveryDatabase]
    public async Task That_nobody_has_in_full_are_served_as_far_as_they_go(Database database)
    {
        await using var floor = await StoreFloor.OpenAsync(database);
        var (order, work, line) = await BegunAsync(floor, 3, DeliveryKind.Ship);
        await floor.HasStock(floor.Rosario, 1);

        var done = (await floor.Ana.Fulfillment.ReportShortageAsync(work, new ReportShortageRequest(line, Quantity.Zero))).Value();

        Assert.Equal((Quantity.One, Quantity.Units(2), FulfillmentState.Canceled, false), (done.Moved, done.Canceled, done.FulfillmentOrder.State, done.IsOrderCanceled));
        Assert.Equal(Money.Ars(97_800), done.RefundOwed);
        Assert.Equal(FulfillmentState.Awaiting, (await floor.Shows(order)).FulfillmentOrders.Single(f => f.State != FulfillmentState.Canceled).State);
        Assert.Empty(await floor.Broken());

        // Not there either: nobody is asked twice.
        var theirs = Assert.Single((await floor.Leo.Fulfillment.ListAsync()).Value());
        (await floor.Leo.Fulfillment.AcceptAsync(theirs.Id)).Value();
        Assert.True((await floor.Leo.Fulfillment.ReportShortageAsync(theirs.Id, new ReportShortageRequest(line, Quantity.Zero))).Value().IsOrderCanceled);
        Assert.Equal(order.Totals.Total, (await floor.Shows(order)).Money.RefundsDue.Aggregate(Money.Ars(0), (sum, d) => sum + d.Amount));
        Assert.Empty(await floor.Broken());
    }

    [Theory, EveryDatabase]
    public async Task That_are_not_paid_yet_are_not_asked_for_any_more(Database database)
    {
        await using var floor = await StoreFloor.OpenAsync(database);
        var (order, work, line) = await BegunAsync(floor, 2, DeliveryKind.Pickup, isPaid: false);

        var done = (await floor.Ana.Fulfillment.ReportShortageAsync(work, new ReportShortageRequest(line, Quantity.One))).Value();
        Assert.Equal((Money.Ars(0), Money.Ars(48_900)), (done.RefundOwed, done.FulfillmentOrder.AmountToCollect));

        (await floor.Ana.Fulfillment.PickAsync(work, new PickRequest())).Value();
        (await floor.Ana.Fulfillment.PackAsync(work)).Value();
        (await floor.Ana.Fulfillment.ReadyAsync(work)).Value();
        var pass = (await floor.PassOf(order))!.Qr;
        Assert.Equal("pickup.payment_amount", (await floor.Ana.Fulfillment.HandOverAsync(new HandOverRequest(pass, Payment: new(Tender.Cash, Money.Ars(97_800))))).Problem().Code);
        (await floor.Ana.Fulfillment.HandOverAsync(new HandOverRequest(pass, Payment: new(Tender.Cash, Money.Ars(48_900))))).Value();

        var shown = await floor.Shows(order);
        Assert.Equal((OrderState.Completed, Money.Ars(48_900), PaymentState.Captured), (shown.State, shown.Money.Captured, shown.Money.State));
        Assert.Empty(shown.Money.RefundsDue);
        Assert.Empty(await floor.Broken());
    }

    [Theory, EveryDatabase]
    public async Task Are_reported_once_whoever_presses_how_often(Database database)
    {
        await using var floor = await StoreFloor.OpenAsync(database);
        var (order, work, line) = await BegunAsync(floor, 2, DeliveryKind.Pickup);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => floor.Ana.Fulfillment.ReportShortageAsync(work, new ReportShortageRequest(line, Quantity.One))));
        var key = IId<EventId>.New().ToString();
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => floor.Ana.Fulfillment.ReportShortageAsync(work, new ReportShortageRequest(line, Quantity.Zero), key)));

        Assert.Single(answers, a => !a.Refused(out _, out _));
        Assert.Equal((2, 1), (await floor.EventsOf<UnitsNotFound>(order), await floor.EventsOf<OrderCanceled>(order)));
        Assert.Equal(order.Totals.Total, (await floor.Shows(order)).Money.RefundsDue.Aggregate(Money.Ars(0), (sum, d) => sum + d.Amount));
        Assert.Empty(await floor.Broken());
    }

    [Theory, EveryDatabase]
    public async Task Are_reported_by_those_who_work_there_and_make_sense(Database database)
    {
        await using var floor = await StoreFloor.OpenAsync(database);
        var order = await floor.HasAnOrder(units: 2);
        var (work, line) = (StoreFloor.WorkOf(order), order.Lines.Single().Id);

        Assert.Equal("fulfillment.not_possible", (await floor.Ana.Fulfillment.ReportShortageAsync(work, new ReportShortageRequest(line, Quantity.One))).Problem().Code);
        (await floor.Ana.Fulfillment.AcceptAsync(work)).Value();
        Assert.Equal("permission.other_location", (await floor.Leo.Fulfillment.ReportShortageAsync(work, new ReportShortageRequest(line, Quantity.One))).Problem().Code);
        Assert.Equal("fulfillment.line_unknown", (await floor.Ana.Fulfillment.ReportShortageAsync(work, new ReportShortageRequest(IId<OrderLineId>.New(), Quantity.One))).Problem().Code);
        foreach (var found in new[] { Quantity.Units(2), Quantity.Units(3), -Quantity.One })
            Assert.Equal("fulfillment.nothing_missing", (await floor.Ana.Fulfillment.ReportShortageAsync(work, new ReportShortageRequest(line, found))).Problem().Code);
        Assert.Equal("resource.not_found", (await floor.Ana.Fulfillment.ReportShortageAsync(IId<FulfillmentOrderId>.New(), new ReportShortageRequest(line, Quantity.One))).Problem().Code);

        Assert.Equal((Quantity.Units(20), Quantity.Units(2)), await floor.Stock());
        Assert.Equal(0, await floor.EventsOf<UnitsNotFound>(order));
    }

    private static async Task<(OrderView Order, FulfillmentOrderId Work, OrderLineId Line)> BegunAsync(StoreFloor floor, int units, DeliveryKind delivery, bool isPaid = true)
    {
        var order = await floor.HasAnOrder(units, delivery, isPaid);
        (await floor.Ana.Fulfillment.AcceptAsync(StoreFloor.WorkOf(order))).Value();
        return (order, StoreFloor.WorkOf(order), order.Lines.Single().Id);
    }
}
