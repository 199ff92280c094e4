using Hilo.Client;
using Hilo.Platform;
using Hilo.Tests.Edge;
using Hilo.Tests.Orders.Pickups;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Orders.Fulfillment;

/// <summary>Screens that change by themselves: what the streams say, to whom, and after an interruption.</summary>
public class Watching_live
{
    private const string Queue = "/api/v1/fulfillment-orders/changes";

    [Theory, EveryDatabase]
    public async Task A_store_hears_of_its_own_work_and_of_no_other(Database database)
    {
        await using var floor = await StoreFloor.OpenAsync(database);
        await using var ana = await Listening.ToAsync(floor.Ana, $"{Queue}?location={floor.Palermo}");
        await using var leo = await Listening.ToAsync(floor.Leo, Queue);
        Assert.Equal((200, "text/event-stream"), (ana.Status, ana.Type));
        Assert.Equal("open", (await ana.NextAsync("open"))?.Kind);
        Assert.Equal("open", (await leo.NextAsync("open"))?.Kind);

        var order = await floor.HasAnOrder();
        await ana.HearsAsync("orders.order_placed");
        (await floor.Ana.Fulfillment.AcceptAsync(StoreFloor.WorkOf(order))).Value();
        await ana.HearsAsync("orders.fulfillment_moved");

        // The first thing that Leo hears is his own: nothing of Palermo came before it.
        await floor.HasStock(floor.Rosario, 5);
        (await floor.Owner.Orders.PlaceAsync(new PlaceOrderRequest(
            floor.Web, [new PlaceOrderLine(Quantity.One, floor.Jacket.Id)], Given.APickup(floor.Rosario), Given.AContact(), new PlaceOrderPayment(Tender.Cash, true)))).Value();
        Assert.Contains("orders.order_placed", (await leo.NextAsync("message"))!.Value.Data, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task What_happened_between_two_streams_is_told_when_the_browser_is_back(Database database)
    {
        await using var floor = await StoreFloor.OpenAsync(database);
        var first = await Listening.ToAsync(floor.Ana, Queue);
        await first.NextAsync("open");
        var seen = first.LastId;
        await first.DisposeAsync();

        var order = await floor.HasAnOrder();
        await floor.SettleAsync();
        await using var again = await Listening.ToAsync(floor.Ana, Queue, after: seen);
        var message = (await again.NextAsync("open", "message", "reset"))!.Value;

        Assert.Equal("message", message.Kind);
        Assert.Contains("orders.order_placed", message.Data, StringComparison.Ordinal);
        Assert.True(long.Parse(again.LastId, System.Globalization.CultureInfo.InvariantCulture) > long.Parse(seen, System.Globalization.CultureInfo.InvariantCulture));
        Assert.NotNull(order);
    }

    [Theory, EveryDatabase]
    public async Task Too_much_to_tell_one_by_one_begins_anew(Database database)
    {
        await using var floor = await StoreFloor.OpenAsync(database);
        var order = await floor.HasAnOrder();
        await floor.DoAsync(async services =>
        {
            var moved = new FulfillmentMoved(order.Id, order.Number, StoreFloor.WorkOf(order), null, floor.Palermo, FulfillmentState.Accepted);
            await services.GetRequiredService<EventLog>().AppendAsync(Enumerable.Repeat<IEvent>(moved, 201), CancellationToken.None);
            return true;
        });
        await floor.SettleAsync();

        await using var back = await Listening.ToAsync(floor.Ana, Queue, after: "0");

        Assert.Equal("reset", (await back.NextAsync("open", "message", "reset"))?.Kind);
    }

    [Theory, EveryDatabase]
    public async Task Permission_and_location_are_checked(Database database)
    {
        await using var floor = await StoreFloor.OpenAsync(database);

        await using var elsewhere = await Listening.ToAsync(floor.Ana, $"{Queue}?location={floor.Rosario}");
        await using var stranger = await Listening.ToAsync(floor.Owner.With("Authorization", "Bearer nobody"), Queue);
        await using var unknown = await Listening.ToAsync(floor.Owner, $"/api/v1/orders/{IId<OrderId>.New()}/changes");

        Assert.Equal((403, 401, 404), (elsewhere.Status, stranger.Status, unknown.Status));
    }

    [Theory, EveryDatabase]
    public async Task One_order_tells_of_itself_and_of_its_money(Database database)
    {
        await using var floor = await StoreFloor.OpenAsync(database);
        await using var list = await Listening.ToAsync(floor.Owner, "/api/v1/orders/changes");
        await list.NextAsync("open");
        var order = await floor.HasAnOrder(isPaid: false);
        // Told already when its own page opens.
        await list.HearsAsync("orders.order_placed");
        await using var page = await Listening.ToAsync(floor.Owner, $"/api/v1/orders/{order.Id}/changes");
        await page.NextAsync("open");

        await floor.HasAnOrder();
        (await floor.Owner.Orders.RecordPaymentAsync(order.Id, new RecordPaymentRequest(Tender.BankTransfer, order.Totals.Total))).Value();

        var first = (await page.NextAsync("message"))!.Value.Data;
        Assert.DoesNotContain("orders.order_placed", first, StringComparison.Ordinal);
        if (!first.Contains("payments.payment_captured", StringComparison.Ordinal)) await page.HearsAsync("payments.payment_captured");
        await list.HearsAsync("orders.order_placed");
    }

    [Theory, EveryDatabase]
    public async Task A_stream_beats_ends_in_time_and_leaves_nothing_behind(Database database)
    {
        await using var floor = await StoreFloor.OpenAsync(database, ("Live:HeartbeatSeconds", "0.05"), ("Live:StreamSeconds", "1"));
        await using var page = await Listening.ToAsync(floor.Owner, Queue);

        Assert.Equal("beat", (await page.NextAsync("beat"))?.Kind);
        Assert.Null(await page.NextAsync("never"));
        Assert.Equal(0, floor.Watching);
    }
}
