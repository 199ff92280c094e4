using Hilo.Client;
using Hilo.Customers;
using Hilo.Inventory;
using Hilo.Orders;
using Hilo.Payments;
using Hilo.Platform;
using Hilo.Promotions;
using Hilo.Tests.Edge;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Orders;

public class Looking_at_orders
{
    [Theory, EveryDatabase]
    public async Task The_office_finds_pays_and_cancels_what_was_placed_by_call(Database database)
    {
        var shelf = new Shelf();
        await using var server = await EdgeServer.OpenAsync(
            api => api.MapOrders().MapPayments(), database, attemptsPerMinute: 1000, build: builder =>
            {
                builder.Services.AddOrders().AddInventory().AddPromotions().AddCustomers().AddPayments();
                builder.Services.AddSingleton<ISellables>(shelf);
            });
        var (channel, palermo, jacket) = await HasAShop(server, shelf);
        var office = await server.SignedInAsync(StaffRole.Office);
        var order = Given.AnOrder(channel, Given.APickup(palermo), (jacket.Id, 1));

        var first = Must(await office.Orders.PlaceAsync(order with { Contact = Given.AContact("nunez@ejemplo.com") with { Name = "Inés Núñez" }, Payment = new(Tender.BankTransfer, false) }, "call-1"));
        Assert.Equal(first.Number, Must(await office.Orders.PlaceAsync(order with { Contact = Given.AContact("nunez@ejemplo.com") with { Name = "Inés Núñez" }, Payment = new(Tender.BankTransfer, false) }, "call-1")).Number);
        var second = Must(await office.Orders.PlaceAsync(order with { Payment = new(Tender.Cash, true), ExternalReference = "A-7" }));
        var third = Must(await office.Orders.PlaceAsync(order));

        Assert.Equal([third.Number, second.Number, first.Number], await Numbers());
        Assert.Equal([third.Number, first.Number], await Numbers(tab: "unpaid"));
        Assert.Equal(3, (await Numbers(tab: "to_prepare")).Length);
        Assert.Empty(await Numbers(tab: "completed"));
        Assert.Equal([first.Number], await Numbers(q: "nuñez"));
        Assert.Equal([first.Number], await Numbers(q: " NUNEZ@ejemplo.com"));
        Assert.Equal([second.Number], await Numbers(q: second.Number.ToLowerInvariant().Replace("-", "", StringComparison.Ordinal)));
        Assert.Equal([second.Number], await Numbers(q: second.Number.Split('-')[1]));
        Assert.Equal(3, (await Numbers(location: palermo)).Length);
        Assert.Empty(await Numbers(location: IId<LocationId>.New()));
        Assert.Equal([first.Number], await Numbers(customer: first.CustomerId));
        Assert.True((await office.Orders.ListAsync(tab: "none")).Refused(out var noTab, out _) && noTab.Code == "order.tab_unknown");
        Assert.True((await office.Orders.ListAsync(cursor: "x")).Refused(out var noCursor, out _) && noCursor.Code == "request.bad_cursor");

        var found = Must(await office.Orders.FindAsync(first.Number));
        Assert.Equal((first.Id, PaymentState.Pending, "Inés Núñez"), (found.Id, found.Money.State, found.Contact!.Name));
        var store = await server.SignedInAsync(StaffRole.Store);
        Assert.True((await store.Orders.RecordPaymentAsync(first.Id, new RecordPaymentRequest(Tender.Cash, Money.Ars(60_000m)))).Refused(out var tooMuch, out _) && tooMuch.Code == "order.payment_amount");
        Must(await store.Orders.RecordPaymentAsync(first.Id, new RecordPaymentRequest(Tender.Cash, Money.Ars(8_900m))));
        var paid = Must(await store.Orders.RecordPaymentAsync(first.Id, new RecordPaymentRequest(Tender.BankTransfer, Money.Ars(40_000m))));
        Assert.Equal((PaymentState.Captured, null), (paid.Money.State, paid.PaymentDeadline));
        Assert.True((await store.Orders.RecordPaymentAsync(first.Id, new RecordPaymentRequest(Tender.Cash, Money.Ars(1m)))).Refused(out var again, out _) && again.Code == "order.already_paid");

        var canceled = Must(await office.Orders.CancelAsync(first.Id, new CancelOrderRequest("Se arrepintió")));
        Assert.Equal((OrderState.Canceled, "staff", "Se arrepintió"), (canceled.State, canceled.CancelReason, canceled.Notes));
        Assert.Equal(Money.Ars(48_900m), Assert.Single(canceled.Money.RefundsDue).Amount);
        Assert.True((await office.Orders.CancelAsync(first.Id, new CancelOrderRequest("Otra vez"))).Refused(out var twice, out _) && twice.Code == "order.not_open");
        Assert.Equal([first.Number], await Numbers(tab: "canceled"));
        await Until(async () => Must(await office.Orders.ThreadAsync(first.Id)).Select(e => e.Type).ToHashSet().IsSupersetOf(["orders.order_placed", "orders.order_paid", "orders.order_canceled", "payments.refund_owed"]));

        async Task<string[]> Numbers(string? q = null, string? tab = null, LocationId? location = null, CustomerId? customer = null) =>
            [.. Must(await office.Orders.ListAsync(q, tab, null, location, customer)).Items.Select(o => o.Number)];
    }

    [Theory, EveryDatabase]
    public async Task A_list_goes_on_where_the_last_page_ended(Database database)
    {
        await using var trade = await Trade.OpenAsync(database);
        var palermo = await trade.HasAStore("PAL");
        var jacket = await trade.Sells("CAM-1", 48_900m, palermo, 500);
        for (var i = 0; i < 3; i++)
        {
            await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => trade.Places(Given.AnOrder(trade.Web.Id, Given.APickup(palermo), (jacket.Id, 1)))));
            trade.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var seen = new List<string>();
        var cursor = default(string);
        do
        {
            var page = await trade.Asks(services => services.GetRequiredService<FindOrders>().PageAsync(new OrderFilter { Cursor = cursor }, CancellationToken.None));
            Assert.False(page.Refused(out _, out var rows));
            seen.AddRange(rows!.Items.Select(r => r.Number));
            cursor = rows.Next;
        }
        while (cursor is not null);

        Assert.Equal((120, 120), (seen.Count, seen.Distinct().Count()));
    }

    private static T Must<T>(Result<T> result) => result.Refused(out var problem, out var value) ? throw new InvalidOperationException($"{problem.Code}: {problem.Detail}") : value;

    /// <summary>The log is numbered a moment after the commit.</summary>
    private static async Task Until(Func<Task<bool>> isTrue)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await isTrue()) await Task.Delay(50, patience.Token);
    }

    private static async Task<(SalesChannelId Channel, LocationId Palermo, Sellable Jacket)> HasAShop(EdgeServer server, Shelf shelf)
    {
        var company = IId<LegalEntityId>.New();
        var channel = new SalesChannel { Id = IId<SalesChannelId>.New(), Name = "Teléfono", Kind = SalesChannelKind.Phone, LegalEntityId = company, Currency = Currency.Ars, CreatedAt = Given.Noon };
        var location = new Location { Id = IId<LocationId>.New() };
        Assert.Null(location.Set(new SaveLocationRequest("PAL", "Palermo", LocationKind.Store, company, Given.AnAddress(), "America/Argentina/Buenos_Aires", true, true)));
        var jacket = shelf.Put("CAM-1", 48_900m);
        await server.Services.GetRequiredService<SessionScopes>().RunAsync(new Facts(), async (services, cancel) =>
        {
            var (orders, inventory) = (services.GetRequiredService<OrdersDb>(), services.GetRequiredService<InventoryDb>());
            orders.Add(channel);
            inventory.Add(location);
            await orders.SaveChangesAsync(cancel);
            await inventory.SaveChangesAsync(cancel);
            await services.GetRequiredService<IReceiveImportedStock>().SetOnHandAsync([new(jacket.Id, location.Id, Quantity.Units(50))], "count", cancel);
        }, CancellationToken.None);
        return (channel.Id, location.Id, jacket);
    }
}
