using System.Net.Sockets;
using System.Text;
using Hilo.Client;
using Hilo.Platform;
using Hilo.Tests.Edge;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Quality;

/// <summary>A shop that sells while others do their worst: malformed requests, cut connections, a command that breaks its group.</summary>
public class Selling_under_attack
{
    private const int Units = 40;

    [Theory, EveryDatabase]
    public async Task Buyers_get_exactly_what_exists_beside_hostile_callers(Database database)
    {
        await using var shop = await Shop.OpenAsync(database, new TestClock(), ("Security:AttemptsPerMinute", "1000000"));
        var goods = await Goods.InAsync(shop, 0);
        var owner = await shop.StaffAsync();
        var wanted = goods.Size("S").Id;
        (await owner.Stock.AdjustStockAsync(new AdjustStockRequest(wanted, goods.Palermo.Id, "Lo último", SetTo: Quantity.Units(Units)))).Value();
        using var http = Walk.Client(shop.Address);
        using var walk = new Walk(http, shop.Services);
        using var sold = new CancellationTokenSource();

        var hostile = Task.WhenAll(AnnoyAsync(walk, http, goods, sold.Token), CutOffAsync(shop.Address, sold.Token));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, Units).SelectMany(i => new[] { BuysByCallAsync(owner, goods, wanted, i), BuysInTheShopAsync(shop, goods, wanted, i) }));
        await sold.CancelAsync();
        await hostile;

        Assert.Equal([("bought", Units), ("stock.insufficient", Units)], outcomes.GroupBy(o => o).Select(g => (g.Key, g.Count())).Order());
        var level = (await owner.Stock.StockAsync(location: goods.Palermo.Id, variant: wanted)).Value().Items.Single();
        Assert.Equal((Quantity.Units(Units), Quantity.Units(Units), Quantity.Zero), (level.OnHand, level.Allocated, level.Reserved));
        Assert.Empty(walk.Findings);
        Assert.True(walk.Refused > 200, $"Only {walk.Refused} hostile calls were refused.");
        await shop.Services.GetRequiredService<LogProgress>().SettledAsync(CancellationToken.None);
        await Books.BalanceAsync(shop);
    }

    /// <summary>The database itself refuses one line, as it would when a bug of ours wrote nonsense: its neighbors in the same group know nothing of it.</summary>
    [Theory, EveryDatabase]
    public async Task An_order_that_breaks_its_group_fails_alone(Database database)
    {
        await using var shop = await Shop.OpenAsync(database, new TestClock());
        var goods = await Goods.InAsync(shop, 100);
        var owner = await shop.StaffAsync();
        var (good, poisoned) = (goods.Size("S"), goods.Size("M"));
        await RunAsync(shop, database.Dialect == Dialect.Postgres
            ? [
                "create function poison() returns trigger language plpgsql as $$ begin raise exception 'poison'; end $$",
                $"create trigger poison before insert on orders_order_lines for each row when (new.sku = '{poisoned.Sku}') execute function poison()",
            ]
            : [$"create trigger poison before insert on orders_order_lines when new.sku = '{poisoned.Sku}' begin select raise(abort, 'poison'); end"]);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 60).Select(async i =>
            (i % 12 == 5, await BuysByCallAsync(owner, goods, (i % 12 == 5 ? poisoned : good).Id, i))));

        Assert.All(outcomes, o => Assert.Equal(o.Item1 ? "server.failed" : "bought", o.Item2));
        Assert.Equal((Quantity.Units(55), Quantity.Zero), (await AllocatedAsync(owner, goods, good.Id), await AllocatedAsync(owner, goods, poisoned.Id)));
        await RunAsync(shop, [database.Dialect == Dialect.Postgres ? "drop trigger poison on orders_order_lines" : "drop trigger poison"]);
        Assert.Equal("bought", await BuysByCallAsync(owner, goods, poisoned.Id, 99));
        await shop.Services.GetRequiredService<LogProgress>().SettledAsync(CancellationToken.None);
        await Books.BalanceAsync(shop);
    }

    private static async Task<string> BuysByCallAsync(HiloClient owner, Goods goods, VariantId wanted, int number)
    {
        var outcome = await owner.Orders.PlaceAsync(new PlaceOrderRequest(
            goods.Phone.Id, [new PlaceOrderLine(Quantity.One, wanted)], new CartDelivery(DeliveryKind.Pickup, goods.Palermo.Id), new CartContact($"llama{number}@ejemplo.com", "Gente"),
            new PlaceOrderPayment(Tender.Cash, Received: true)));
        return outcome.Refused(out var problem, out _) ? problem.Code : "bought";
    }

    private static async Task<string> BuysInTheShopAsync(Shop shop, Goods goods, VariantId wanted, int number)
    {
        var carts = shop.Guest.Carts;
        if ((await carts.CreateAsync(new CreateCartRequest(Lines: [new AddCartLine(wanted, Quantity.One)]))).Refused(out var problem, out var cart)
            || (await carts.SetContactAsync(cart.Id, cart.Token!, new CartContact($"mira{number}@ejemplo.com", "Gente"))).Refused(out problem, out _)
            || (await carts.SetDeliveryAsync(cart.Id, cart.Token!, new CartDelivery(DeliveryKind.Pickup, goods.Palermo.Id))).Refused(out problem, out var ready)
            || (await carts.CompleteAsync(cart.Id, cart.Token!, new CompleteCartRequest(Tender.Cash, ready.Totals.Total))).Refused(out problem, out _)) return problem.Code;
        return "bought";
    }

    /// <summary>Everything that shoppers' and buyers' addresses can be sent by somebody who is not signed in. It means another size, of which there is none.</summary>
    private static async Task AnnoyAsync(Walk walk, HttpClient http, Goods goods, CancellationToken until)
    {
        using var document = await ApiDocument.ReadAsync(http);
        var known = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["variantId"] = goods.Size("M").Id.ToString(),
            ["locationId"] = goods.Palermo.Id.ToString(),
            ["salesChannelId"] = goods.Phone.Id.ToString(),
            ["currency"] = "ARS",
            ["amount"] = "10.00",
            ["email"] = "nadie@ejemplo.com",
            ["province"] = "C",
            ["postalCode"] = "C1414DIL",
        };
        var attacks = new Attacks(new Shapes(document, known), known, new Dictionary<string, string>(StringComparer.Ordinal), new Random(Seed.Taken), isThorough: false);
        var nobody = new Knocker("a hostile guest", new Dictionary<string, string>(StringComparer.Ordinal));
        var operations = document.Operations().Where(o => o.Path.StartsWith("/api/v1/shop/", StringComparison.Ordinal) || o is { Path: "/api/v1/orders", Method: "POST" }).ToList();
        do
        {
            foreach (var operation in operations.TakeWhile(_ => !until.IsCancellationRequested || walk.Refused <= 200))
                await walk.SendAllAsync(operation, [.. attacks.Against(operation).Select(attack => (nobody, attack))]);
        }
        while (!until.IsCancellationRequested);
    }

    /// <summary>Half a request and silence; noise; a body that is announced and never comes; a line that is pulled while it is sent.</summary>
    private static async Task CutOffAsync(Uri server, CancellationToken until)
    {
        string[] openings =
        [
            "POST /api/v1/shop/carts HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"lines\":[",
            "POST /api/v1/shop/carts HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
            "GET /api/v1/shop HTTP/1.1\r\nHo", "\0\u0001\u0016\u0003 no HTTP at all\r\n\r\n", "POST /api/v1/orders HTTP/9.9\r\n\r\n", "PUT /api/v1/shop/carts/x/completion HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
        ];
        var open = new List<TcpClient>();
        try
        {
            for (var i = 0; i < 60 && !until.IsCancellationRequested; i++)
            {
                var client = new TcpClient();
                open.Add(client);
                await client.ConnectAsync(server.Host, server.Port, CancellationToken.None);
                await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(openings[i % openings.Length]), CancellationToken.None);
                if (i % 3 == 0) client.Client.Close(0);
            }
        }
        finally
        {
            foreach (var client in open) client.Dispose();
        }
    }

    private static async Task<Quantity> AllocatedAsync(HiloClient owner, Goods goods, VariantId variant) =>
        (await owner.Stock.StockAsync(location: goods.Palermo.Id, variant: variant)).Value().Items.Single().Allocated;

    private static Task RunAsync(Shop shop, string[] statements) => shop.DoAsync(async services =>
    {
        foreach (var statement in statements) await services.GetRequiredService<DbSession>().ExecuteAsync($"{statement:raw}", CancellationToken.None);
        return true;
    });
}
