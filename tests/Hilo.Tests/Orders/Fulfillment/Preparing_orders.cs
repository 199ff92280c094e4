using Hilo.Client;
using Hilo.Tests.Orders.Pickups;

namespace Hilo.Tests.Orders.Fulfillment;

public class Preparing_orders
{
    [Theory, EveryDatabase]
    public async Task Each_step_is_told_and_the_order_follows_its_work(Database database)
    {
        await using var floor = await StoreFloor.OpenAsync(database);
        var order = await floor.HasAnOrder(units: 2);
        var work = StoreFloor.WorkOf(order);
        var line = order.Lines.Single().Id;

        (await floor.Ana.Fulfillment.AcceptAsync(work)).Value();
        var counted = (await floor.Ana.Fulfillment.PickAsync(work, new PickRequest([new(line, Quantity.One)]))).Value();
        Assert.Equal((FulfillmentState.Accepted, Quantity.One), (counted.State, counted.Lines.Single().Picked));
        (await floor.Ana.Fulfillment.PickAsync(work, new PickRequest([new(line, Quantity.Units(2))]))).Value();
        (await floor.Ana.Fulfillment.PackAsync(work)).Value();
        var ready = (await floor.Ana.Fulfillment.ReadyAsync(work)).Value();

        Assert.Equal((FulfillmentState.Ready, new DateTimeOffset(2026, 3, 7, 23, 0, 0, TimeSpan.Zero)), (ready.State, ready.HeldUntil));
        Assert.Equal((3, 1), (await floor.EventsOf<FulfillmentMoved>(order), await floor.EventsOf<ReadyForPickup>(order)));
        Assert.Equal(Quantity.Units(2), (await floor.Stock()).Allocated);
        Assert.Empty(await floor.Broken());
    }

    [Theory, EveryDatabase]
    public async Task A_step_out_of_turn_or_of_an_old_version_is_refused(Database database)
    {
        await using var floor = await StoreFloor.OpenAsync(database);
        var work = StoreFloor.WorkOf(await floor.HasAnOrder());
        (await floor.Ana.Fulfillment.AcceptAsync(work)).Value();

        Assert.Equal("fulfillment.not_possible", (await floor.Ana.Fulfillment.AcceptAsync(work)).Problem().Code);
        Assert.Equal("fulfillment.not_possible", (await floor.Ana.Fulfillment.ReadyAsync(work)).Problem().Code);
        Assert.Equal("edit.conflict", (await floor.Ana.With("If-Match", "\"1\"").Fulfillment.PickAsync(work, new PickRequest())).Problem().Code);
        (await floor.Ana.With("If-Match", "\"2\"").Fulfillment.PickAsync(work, new PickRequest())).Value();
    }

    [Theory, EveryDatabase]
    public async Task Two_people_who_accept_at_once_do_not_both_have_it(Database database)
    {
        await using var floor = await StoreFloor.OpenAsync(database);
        var order = await floor.HasAnOrder();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => floor.Ana.Fulfillment.AcceptAsync(StoreFloor.WorkOf(order))));

        Assert.Single(answers, a => !a.Refused(out _, out _));
        Assert.Equal(1, await floor.EventsOf<FulfillmentMoved>(order));
    }

    [Theory, EveryDatabase]
    public async Task People_see_and_move_the_work_of_their_own_store(Database database)
    {
        await using var floor = await StoreFloor.OpenAsync(database);
        var work = StoreFloor.WorkOf(await floor.HasAnOrder());

        Assert.Equal(work, Assert.Single((await floor.Ana.Fulfillment.ListAsync()).Value()).Id);
        Assert.Empty((await floor.Leo.Fulfillment.ListAsync()).Value());
        Assert.Equal("permission.other_location", (await floor.Leo.Fulfillment.ListAsync(floor.Palermo)).Problem().Code);
        Assert.Equal("permission.other_location", (await floor.Leo.Fulfillment.FindAsync(work)).Problem().Code);
        Assert.Equal("permission.other_location", (await floor.Leo.Fulfillment.AcceptAsync(work)).Problem().Code);
        Assert.Equal("resource.not_found", (await floor.Ana.Fulfillment.AcceptAsync(IId<FulfillmentOrderId>.New())).Problem().Code);
        Assert.Single((await floor.Owner.Fulfillment.ListAsync(floor.Palermo, [FulfillmentState.Awaiting])).Value());
        Assert.Empty((await floor.Owner.Fulfillment.ListAsync(floor.Palermo, [FulfillmentState.Ready, FulfillmentState.Packed])).Value());
    }

    [Theory, EveryDatabase]
    public async Task A_parcel_takes_its_units_along_and_completes_the_order_when_it_arrives(Database database)
    {
        await using var floor = await StoreFloor.OpenAsync(database);
        var order = await floor.HasAPackedOrder(units: 3, DeliveryKind.Ship);
        var work = StoreFloor.WorkOf(order);

        (await floor.Ana.Fulfillment.ShipAsync(work, new ShipRequest("Andreani", "AR-00012345"))).Value();
        Assert.Equal((Quantity.Units(17), Quantity.Zero), await floor.Stock());
        Assert.Equal((OrderState.Open, Quantity.Units(3)), ((await floor.Shows(order)).State, (await floor.Shows(order)).Lines.Single().Fulfilled));
        (await floor.Ana.Fulfillment.DeliveredAsync(work)).Value();

        Assert.Equal(OrderState.Completed, (await floor.Shows(order)).State);
        Assert.Equal((1, 1), (await floor.EventsOf<OrderShipped>(order), await floor.EventsOf<OrderDelivered>(order)));
        Assert.Empty(await floor.Broken());
    }

    [Theory, EveryDatabase]
    public async Task Nothing_leaves_before_it_is_paid(Database database)
    {
        await using var floor = await StoreFloor.OpenAsync(database);
        var parcel = StoreFloor.WorkOf(await floor.HasAPackedOrder(delivery: DeliveryKind.Ship, isPaid: false));
        var counter = StoreFloor.WorkOf(await floor.HasAnOrder(delivery: DeliveryKind.Counter, isPaid: false));

        Assert.Equal("fulfillment.unpaid", (await floor.Ana.Fulfillment.ShipAsync(parcel, new ShipRequest())).Problem().Code);
        Assert.Equal("fulfillment.unpaid", (await floor.Ana.Fulfillment.HandOverAtCounterAsync(counter)).Problem().Code);
        Assert.Equal(Quantity.Units(20), (await floor.Stock()).OnHand);
    }

    [Theory, EveryDatabase]
    public async Task What_a_counter_sells_leaves_at_once_and_a_pickup_only_against_its_pass(Database database)
    {
        await using var floor = await StoreFloor.OpenAsync(database);
        var (sold, pickup) = (await floor.HasAnOrder(units: 1, DeliveryKind.Counter), (await floor.HasAReadyPickup(units: 1)).Order);

        (await floor.Ana.Fulfillment.HandOverAtCounterAsync(StoreFloor.WorkOf(sold))).Value();

        Assert.Equal(OrderState.Completed, (await floor.Shows(sold)).State);
        Assert.Equal("fulfillment.not_possible", (await floor.Ana.Fulfillment.HandOverAtCounterAsync(StoreFloor.WorkOf(pickup))).Problem().Code);
        Assert.Equal((Quantity.Units(19), Quantity.One), await floor.Stock());
        Assert.Empty(await floor.Broken());
    }

    [Theory, EveryDatabase]
    public async Task Bad_input_is_refused_and_changes_nothing(Database database)
    {
        await using var floor = await StoreFloor.OpenAsync(database);
        var order = await floor.HasAnOrder();
        var (work, line) = (StoreFloor.WorkOf(order), order.Lines.Single().Id);
        (await floor.Ana.Fulfillment.AcceptAsync(work)).Value();
        var picking = $"/api/v1/fulfillment-orders/{work}/picking";
        var wrong = new (HttpMethod Method, string Path, string Body)[]
        {
            (HttpMethod.Put, picking, """{"lines":[null]}"""),
            (HttpMethod.Put, picking, """{"lines":"all"}"""),
            (HttpMethod.Put, picking, $$"""{"lines":[{"orderLineId":"{{line}}","picked":-1}]}"""),
            (HttpMethod.Put, picking, $$"""{"lines":[{"orderLineId":"{{line}}","picked":1e40}]}"""),
            (HttpMethod.Put, picking, $$"""{"lines":[{"orderLineId":"{{line}}","picked":999999999}]}"""),
            (HttpMethod.Put, picking, $$"""{"lines":[{"orderLineId":"{{line}}","picked":0.0001}]}"""),
            (HttpMethod.Put, picking, "[]"),
            (HttpMethod.Put, "/api/v1/fulfillment-orders/1/acceptance", "{}"),
            (HttpMethod.Post, "/api/v1/pickup-passes/hand-overs", "{}"),
            (HttpMethod.Post, "/api/v1/pickup-passes/hand-overs", """{"code":""}"""),
            (HttpMethod.Post, "/api/v1/pickup-passes/hand-overs", """{"code":"\u0000"}"""),
            (HttpMethod.Post, "/api/v1/pickup-passes/hand-overs", """{"code":"HP1.","payment":null,"locationId":"palermo"}"""),
            (HttpMethod.Post, "/api/v1/pickup-passes/lookups", $$"""{"code":"{{new string('A', 601)}}"}"""),
        };

        foreach (var (method, path, body) in wrong) Assert.InRange(await floor.Sends(floor.Ana, method, path, body), 400, 499);

        Assert.Equal((FulfillmentState.Accepted, Quantity.Zero), ((await floor.Ana.Fulfillment.FindAsync(work)).Value().State, (await floor.Ana.Fulfillment.FindAsync(work)).Value().Lines.Single().Picked));
    }
}
