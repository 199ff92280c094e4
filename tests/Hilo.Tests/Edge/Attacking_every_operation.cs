using Hilo.Client;
using Hilo.Platform;
using Hilo.Tests.Quality;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hilo.Tests.Edge;

/// <summary>Whatever the description names gets everything that does not belong there: each answer is a yes or a problem that says what to do, and a no leaves nothing.</summary>
public class Attacking_every_operation
{
    [Theory, EveryDatabase]
    public async Task Breaks_nothing_and_leaves_nothing_half_written(Database database)
    {
        using var failures = new Failures();
        await using var shop = await Shop.OpenAsync(database, new TestClock(), services => services.AddSingleton<ILoggerProvider>(failures), ("Security:AttemptsPerMinute", "1000000"));
        var (known, ids) = await FurnishAsync(shop);
        using var http = Walk.Client(shop.Address);
        using var walk = new Walk(http, shop.Services);
        // Another hand on each database, from the same seed.
        var siege = new Siege(walk, http, shop.Services, Seed.Taken ^ (int)database.Dialect, known, ids);

        await siege.LayAsync();

        TestContext.Current.TestOutputHelper!.WriteLine($"Seed {Seed.Taken}: {siege.Operations} operations, {walk.Refused} refused, {walk.Accepted} accepted. Slowest: {siege.Slowest}");
        Assert.True(!walk.Findings.Any(), $"HILO_SEED={Seed.Taken}:\n{string.Join('\n', [.. walk.Findings.Take(100), .. failures.Seen.Take(20)])}");
        Assert.True(siege.Operations > 100 && walk.Refused > 1_500 && walk.Accepted > 200, $"{siege.Operations} operations, {walk.Refused} refused, {walk.Accepted} accepted.");
        await shop.Services.GetRequiredService<LogProgress>().SettledAsync(CancellationToken.None);
        Assert.Empty(await shop.DoAsync(services => services.GetRequiredService<HeldEvents>().ListAsync(null, 10, CancellationToken.None)));
        await Books.BalanceAsync(shop);
    }

    [Theory, EveryDatabase]
    public async Task Finds_what_breaks_what_says_nothing_and_what_writes_before_it_refuses(Database database)
    {
        await using var server = await EdgeServer.OpenAsync(api =>
        {
            var probe = api.MapGroup("/probe").AllowAnyone();
            probe.MapPost("/fine", (PostalAddress address) => TypedResults.Ok(address));
            probe.MapPost("/breaks", (PostalAddress address) => address.City.Contains("drop table", StringComparison.Ordinal) ? throw new InvalidOperationException() : TypedResults.Ok(address));
            probe.MapGet("/wordless", (string? q) => q is { Length: > 1_000 } ? (IResult)TypedResults.Text("no", statusCode: 400) : TypedResults.Ok());
            probe.MapGet("/unexplained", (string? q) => q is { Length: > 1_000 } ? (IResult)new Problem("probe.unexplained", "No.").ToHttp() : TypedResults.Ok());
            probe.MapPost("/leaves", async (PostalAddress address, DbSession session) =>
            {
                await session.ExecuteAsync($"insert into platform_password_links (token_hash, expires_at) values ({IId<EventId>.New().Value.ToByteArray()}, {long.MaxValue})", CancellationToken.None);
                await session.CommitAsync(CancellationToken.None);
                return new Problem("request.invalid", "No.", 422).ToHttp();
            });
            probe.MapGet("/drops", (HttpContext call, string? q) =>
            {
                if (q is { Length: > 1_000 }) call.Abort();
                return TypedResults.Ok();
            });
        }, database, attemptsPerMinute: 1_000_000);
        using var http = Walk.Client(server.Http.BaseAddress!);
        using var walk = new Walk(http, server.Services);

        await new Siege(walk, http, server.Services, Seed.Taken, new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal)).LayAsync("/api/v1/probe/", isThorough: true);

        var found = walk.Findings.ToList();
        Assert.DoesNotContain(found, f => f.Contains("/probe/fine", StringComparison.Ordinal));
        Assert.Contains(found, f => f.Contains("/probe/breaks", StringComparison.Ordinal) && f.Contains(": 500 ", StringComparison.Ordinal));
        Assert.Contains(found, f => f.Contains("/probe/wordless", StringComparison.Ordinal) && f.Contains("without a problem", StringComparison.Ordinal));
        Assert.Contains(found, f => f.Contains("/probe/unexplained", StringComparison.Ordinal) && f.Contains("has no page", StringComparison.Ordinal));
        Assert.Contains(found, f => f.Contains("/probe/leaves", StringComparison.Ordinal) && f.Contains("platform_password_links went from", StringComparison.Ordinal));
        Assert.Contains(found, f => f.Contains("/probe/drops", StringComparison.Ordinal) && f.Contains("the connection broke", StringComparison.Ordinal));
    }

    /// <summary>A shop in the middle of its day: orders in several states, a cart, a card attempt, money owed back.</summary>
    private static async Task<(Dictionary<string, string> Known, Dictionary<string, string> Ids)> FurnishAsync(Shop shop)
    {
        var goods = await Goods.InAsync(shop, 5_000);
        var owner = await shop.StaffAsync();
        var contact = new CartContact("sofia@ejemplo.com", "Sofía");
        var pickup = new CartDelivery(DeliveryKind.Pickup, goods.Palermo.Id);
        PlaceOrderRequest Order() => new(goods.Phone.Id, [new PlaceOrderLine(Quantity.One, goods.Size("S").Id)], pickup, contact, new PlaceOrderPayment(Tender.Cash, Received: true));
        var canceled = (await owner.Orders.PlaceAsync(Order())).Value();
        (await owner.Orders.CancelAsync(canceled.Id, new CancelOrderRequest("Se arrepintió"))).Value();
        var open = (await owner.Orders.PlaceAsync(Order())).Value();
        (await owner.Orders.PlaceAsync(Order())).Value();

        var carts = shop.Guest.Carts;
        async Task<(CartView Cart, CartView Ready)> CartAsync()
        {
            var started = (await carts.CreateAsync(new CreateCartRequest(Lines: [new AddCartLine(goods.Size("L").Id, Quantity.One)]))).Value();
            (await carts.SetContactAsync(started.Id, started.Token!, contact)).Value();
            return (started, (await carts.SetDeliveryAsync(started.Id, started.Token!, pickup)).Value());
        }
        var (bought, ready) = await CartAsync();
        var link = (await carts.CompleteAsync(bought.Id, bought.Token!, new CompleteCartRequest(Tender.Cash, ready.Totals.Total))).Value().Order!.OrderUrl.Split('/')[^1];
        var (paying, due) = await CartAsync();
        var attempt = (await carts.CompleteAsync(paying.Id, paying.Token!, new CompleteCartRequest(Tender.CardOnline, due.Totals.Total))).Value().Attempt!;
        var (cart, _) = await CartAsync();
        var victim = await new Visitors(shop.Services).HasStaffAsync("victima@hilo.test", StaffRole.Store);
        await shop.Services.GetRequiredService<LogProgress>().SettledAsync(CancellationToken.None);

        var variant = goods.Size("M").Id.ToString();
        var known = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["variantId"] = variant,
            ["variant"] = variant,
            ["locationId"] = goods.Palermo.Id.ToString(),
            ["location"] = goods.Palermo.Id.ToString(),
            ["locations"] = goods.Palermo.Id.ToString(),
            ["salesChannelId"] = goods.Phone.Id.ToString(),
            ["salesChannel"] = goods.Phone.Id.ToString(),
            ["legalEntityId"] = goods.Seller.ToString(),
            ["orderLineId"] = open.Lines[0].Id.ToString(),
            ["customer"] = (await owner.Customers.ListAsync()).Value().Items[0].Id.ToString(),
            ["orderLink"] = link,
            ["orderNumber"] = open.Number,
            ["fromToken"] = cart.Token!,
            ["email"] = "nadie@ejemplo.com",
            ["contactEmail"] = "hola@ejemplo.com",
            ["password"] = "una clave larga y rara",
            ["phone"] = "1155550000",
            ["currency"] = "ARS",
            ["amount"] = "10.00",
            ["province"] = "C",
            ["postalCode"] = "C1414DIL",
            ["timeZone"] = Goods.TimeZone,
            ["brandColor"] = "#1F4D3A",
            ["brandInk"] = "#FFFFFF",
            ["orderPrefix"] = "R",
            ["cuit"] = "30-00000001-5",
            ["gtin"] = "4006381333931",
            ["pictureUrls"] = "https://fotos.ejemplo/a.jpg",
            ["optionValues"] = "S",
            ["values"] = "S",
            ["tags"] = "nuevo",
            ["terms"] = "campera",
        };
        var ids = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["cart-token"] = cart.Token!,
            ["/api/v1/shop/carts"] = cart.Id.ToString(),
            ["/api/v1/shop/carts/{id}/lines"] = cart.Lines[0].Id.ToString(),
            ["/api/v1/shop/orders"] = link,
            ["/api/v1/shop/payment-attempts"] = attempt.Id.ToString(),
            ["/api/v1/payment-attempts"] = attempt.Id.ToString(),
            ["/api/v1/orders"] = open.Id.ToString(),
            ["/api/v1/staff"] = victim.ToString(),
            ["/api/v1/price-lists/{id}/prices"] = variant,
            ["/api/v1/shop/stock"] = variant,
            ["/api/v1/shop/products"] = goods.Jacket.Handle,
            ["/api/v1/held-events"] = "nobody",
        };
        return (known, ids);
    }
}
