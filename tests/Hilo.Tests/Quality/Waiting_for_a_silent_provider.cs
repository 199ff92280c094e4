using Hilo.Client;
using Hilo.Inventory;
using Hilo.Payments.Attempts;
using Hilo.Platform;
using Hilo.Sandbox.Gateway;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Quality;

/// <summary>A payment provider that says nothing for an hour, and then everything.</summary>
public class Waiting_for_a_silent_provider
{
    private const int Hour = 3_600_000;
    private readonly TestClock clock = new();

    [Theory, EveryDatabase]
    public async Task Pays_an_order_once_or_owes_the_money_back_once(Database database)
    {
        await using var shop = await Shop.OpenAsync(database, clock, ("Payments:Card:TimeoutMs", "150"), ("Payments:Card:FirstPauseMs", "5"));
        var goods = await Goods.InAsync(shop, 0);
        var owner = await shop.StaffAsync();
        foreach (var size in new[] { "S", "M", "L" }) (await owner.Stock.AdjustStockAsync(new AdjustStockRequest(goods.Size(size).Id, goods.Palermo.Id, "Uno", SetTo: Quantity.One))).Value();
        shop.Gateway.Plan = new GatewayFaultPlan { Webhooks = WebhookTiming.Never };
        var (kept, lost) = (await OpensAsync("S"), await OpensAsync("M"));

        shop.Gateway.Plan = new GatewayFaultPlan { Webhooks = WebhookTiming.Never, SilentMs = Hour };
        await PaysAsync(shop, kept);
        await PaysAsync(shop, lost);
        // This one is asked for in the middle of the silence: nobody knows whether it was heard.
        var unheard = await OpensAsync("L");
        Assert.Equal((PaymentAttemptState.Unknown, null), (unheard.State, unheard.RedirectUrl));
        for (var passed = 0; passed < 3; passed++)
        {
            clock.Advance(TimeSpan.FromMinutes(18));
            await SweepAsync<ExpireReservations>();
            await SweepAsync<PollAttempts>();
            foreach (var attempt in new[] { kept, lost })
                Assert.Null((await shop.Guest.ShopOrders.ReturnFromPaymentAsync(attempt.Id)).Value().Order);
        }
        Assert.Equal(PaymentAttemptState.Unknown, (await StateAsync(unheard)).State);
        Assert.Equal(0, await CountAsync("payments.payment_captured"));
        // Nobody holds it any more, so somebody else buys it.
        (await owner.Orders.PlaceAsync(new PlaceOrderRequest(
            goods.Phone.Id, [new PlaceOrderLine(Quantity.One, goods.Size("M").Id)], new CartDelivery(DeliveryKind.Pickup, goods.Palermo.Id), new CartContact("otra@ejemplo.com", "Otra"),
            new PlaceOrderPayment(Tender.Cash, Received: true)))).Value();

        // The payer of the first one closed the page long ago: only the program itself asks. The others come back in the very moment in which it does.
        clock.Advance(TimeSpan.FromMinutes(10));
        await Task.WhenAll([SweepAsync<PollAttempts>(), .. new[] { lost, unheard }.SelectMany(a => Enumerable.Range(0, 4).Select(_ => (Task)shop.Guest.ShopOrders.ReturnFromPaymentAsync(a.Id)))]);
        await SweepAsync<PollAttempts>();
        await shop.Services.GetRequiredService<LogProgress>().SettledAsync(CancellationToken.None);

        // The third capture is the cash of the other buyer.
        Assert.Equal((3, 2, 1, 1), (await CountAsync("payments.payment_captured"), await CountAsync("orders.order_placed"), await CountAsync("orders.late_money"), await CountAsync("payments.refund_owed")));
        Assert.NotNull((await shop.Guest.ShopOrders.ReturnFromPaymentAsync(kept.Id)).Value().Order);
        Assert.Equal(PaymentAttemptState.Declined, (await StateAsync(unheard)).State);
        Assert.Equal("cart.late_money", (await shop.Guest.ShopOrders.ReturnFromPaymentAsync(lost.Id)).Problem().Code);
        Assert.Equal(2, await CountAsync("orders.order_placed"));
        Assert.Equal(Goods.Price, Assert.Single((await owner.Refunds.ListAsync()).Value().Items).Amount);
        await Books.BalanceAsync(shop);

        async Task<CardAttempt> OpensAsync(string size)
        {
            var carts = shop.Guest.Carts;
            var cart = (await carts.CreateAsync(new CreateCartRequest(Lines: [new AddCartLine(goods.Size(size).Id, Quantity.One)]))).Value();
            (await carts.SetContactAsync(cart.Id, cart.Token!, new CartContact($"{size}@ejemplo.com", "Sofía"))).Value();
            var ready = (await carts.SetDeliveryAsync(cart.Id, cart.Token!, new CartDelivery(DeliveryKind.Pickup, goods.Palermo.Id))).Value();
            return (await carts.CompleteAsync(cart.Id, cart.Token!, new CompleteCartRequest(Tender.CardOnline, ready.Totals.Total))).Value().Attempt!;
        }

        async Task<CardAttempt> StateAsync(CardAttempt attempt) => (await shop.Guest.ShopOrders.ReturnFromPaymentAsync(attempt.Id)).Value().Attempt!;

        Task SweepAsync<T>() where T : ISweep => shop.Services.GetRequiredService<Sweeps>().RunAsync<T>(CancellationToken.None);

        async Task<int> CountAsync(string type) => (await shop.DoAsync(services => services.GetRequiredService<DbSession>().QueryAsync(
            $"select count(*) from events where type = {type}", row => (int)row.GetInt64(0), CancellationToken.None)))[0];
    }

    private static async Task PaysAsync(Shop shop, CardAttempt attempt)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var form = new FormUrlEncodedContent([new("card", "approved")]);
        using var answer = await http.PostAsync(new Uri(shop.Address, attempt.RedirectUrl), form);
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, answer.StatusCode);
    }
}
