using System.Diagnostics;
using Hilo.Client;
using Hilo.Platform;
using Hilo.Sandbox.Gateway;
using Hilo.Sandbox.Mail;

namespace Hilo.Journeys.Crashes;

/// <summary>Killed in the very moment between what was committed and what the outside answers: the stand-in holds the call while the server dies.</summary>
public class Dying_between_two_steps
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly GatewayFaultPlan Silent = new() { SilentMs = 600_000 };
    private static readonly GatewayFaultPlan Acting = new() { HoldAnswersMs = 600_000 };

    [Theory, EveryDatabase, Trait("Needs", "Processes")]
    public async Task Neither_loses_nor_repeats_a_payment_a_refund_or_a_mail(Database database)
    {
        var data = Directory.CreateTempSubdirectory("hilo-dying-").FullName;
        await using var postgres = database.Dialect == Dialect.Postgres ? await OwnPostgres.StartAsync() : null;
        await using var world = await StandIns.OpenAsync();
        await using var server = new HiloProcess(data, new Dictionary<string, string>(world.Settings, StringComparer.Ordinal)
        {
            ["ConnectionStrings__Hilo"] = postgres?.ConnectionString ?? $"Data Source={Path.Combine(data, "hilo.db")}",
            ["Hilo__LeaseSeconds"] = "2",
        });
        await server.StartAsync();
        var owner = server.Client(await server.OwnerTokenAsync());
        var goods = await Goods.InAsync(owner, 100);

        // The provider has not acted, then it has: neither is known to whoever asks again. What did not happen there is the same on both databases.
        foreach (var fault in database.Dialect == Dialect.Sqlite ? (GatewayFaultPlan[])[Silent, Acting] : [Acting])
        {
            var buyer = await FillsACartAsync(server, goods);
            world.Gateway.Plan = fault;
            await DiesWhileAsync(server, buyer.CompletesAsync(server), () => world.Gateway.Waiting > 0);
            world.Gateway.Clear();
            await server.StartAsync();
            var order = await buyer.PaysAsync(server, world);
            var money = (await owner.Orders.FindAsync(order)).Value().Money;
            Assert.Equal((buyer.Total, 1), (money.Captured, money.Payments.Single().Attempts.Count));
            Assert.Equal(1, await world.CountAsync((await world.FindAsync(buyer.Payment!)).Reference));

            world.Gateway.Plan = fault;
            await DiesWhileAsync(server, CancelsAsync(owner, order), () => world.Gateway.Waiting > 0);
            world.Gateway.Clear();
            await server.StartAsync();
            await UntilAsync(async () => (await owner.Orders.FindAsync(order)).Value() is { State: OrderState.Canceled } seen && seen.Money.Refunded == buyer.Total);
            var there = await world.FindAsync(buyer.Payment!);
            Assert.Equal((buyer.Total, buyer.Total), (there.Captured, there.Refunded));
            await UntilAsync(() => Task.FromResult(world.Mails().Count(m => m.To.Contains(buyer.Email)) >= 3));
        }

        // The mail is in the server's hands, and nobody hears that it was taken.
        world.Mail.Plan = new MailFaultPlan { DelayMs = 1_500 };
        var told = await FillsACartAsync(server, goods);
        var waits = await told.PaysAsync(server, world);
        await UntilAsync(async () => (await owner.Mails.ListAsync(search: waits)).Value().Items is [{ Tries: > 0 }, ..]);
        await server.KillAsync();
        world.Mail.Plan = new MailFaultPlan();
        await server.StartAsync();
        await UntilAsync(async () => (await owner.Mails.ListAsync(search: waits)).Value().Items is [{ State: MailState.Sent }]);

        foreach (var mails in world.Mails().GroupBy(m => (To: m.To.Single(), m.Subject))) Assert.True(mails.Count() == 1, $"{mails.Key.To} was told {mails.Count()} times: {mails.Key.Subject}");
        Assert.Single(world.Mails(), m => m.To.Contains(told.Email));
        await server.StopAsync();
        var (code, printed) = await server.CommandAsync("check");
        Assert.True(code == 0, printed);
        Directory.Delete(data, recursive: true);
    }

    private static async Task DiesWhileAsync(HiloProcess server, Task asking, Func<bool> holds)
    {
        await UntilAsync(() => Task.FromResult(holds()));
        await server.KillAsync();
        try
        {
            await asking;
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            // Nobody answers any more: that is the point.
        }
    }

    private static async Task CancelsAsync(HiloClient owner, string number)
    {
        var order = (await owner.Orders.FindAsync(number)).Value();
        (await owner.Orders.CancelAsync(order.Id, new CancelOrderRequest("Se arrepintió"))).Value();
    }

    private static async Task<Buyer> FillsACartAsync(HiloProcess server, Goods goods)
    {
        var carts = server.Client().Carts;
        var cart = (await carts.CreateAsync(new CreateCartRequest(Lines: [new AddCartLine(goods.Size("S").Id, Quantity.One)]))).Value();
        var email = $"{cart.Id}@comprador.example";
        (await carts.SetContactAsync(cart.Id, cart.Token!, new CartContact(email, "Ana"))).Value();
        var ready = (await carts.SetDeliveryAsync(cart.Id, cart.Token!, new CartDelivery(DeliveryKind.Pickup, goods.Palermo.Id))).Value();
        return new Buyer(cart.Id, cart.Token!, email, ready.Totals.Total);
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        var since = Stopwatch.StartNew();
        while (!await holds())
        {
            Assert.True(since.Elapsed < Patience, "It did not happen.");
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }

    private sealed record Buyer(CartId Cart, string Token, string Email, Money Total)
    {
        public string? Payment { get; private set; }

        public Task<Result<CompletionView>> CompletesAsync(HiloProcess server) => server.Client().Carts.CompleteAsync(Cart, Token, new CompleteCartRequest(Tender.CardOnline, Total));

        /// <summary>Asks again, is sent to the provider's page, pays and comes back. Answers the order's number.</summary>
        public async Task<string> PaysAsync(HiloProcess server, StandIns world)
        {
            var opened = (await CompletesAsync(server)).Value();
            var page = opened.Attempt!.RedirectUrl!;
            Payment = page[(page.LastIndexOf('/') + 1)..];
            Assert.True(await world.PayAsync(Payment));
            return (await server.Client().ShopOrders.ReturnFromPaymentAsync(opened.Attempt.Id)).Value().Order!.Number;
        }
    }
}
