using System.Text;
using System.Text.Json;
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

/// <summary>Whatever comes in: a 4xx that says what to do, never a 5xx, and nothing half written.</summary>
public class Asking_with_hostile_hands
{
    [Theory, EveryDatabase]
    public async Task Carts_and_orders_refuse_what_makes_no_sense(Database database)
    {
        var shelf = new Shelf();
        await using var server = await EdgeServer.OpenAsync(
            api => api.MapOrders(), database, attemptsPerMinute: 1000, build: builder =>
            {
                builder.Services.AddOrders().AddInventory().AddPromotions().AddCustomers().AddPayments();
                builder.Services.AddSingleton<ISellables>(shelf);
            });
        var company = IId<LegalEntityId>.New();
        var channel = new SalesChannel { Id = IId<SalesChannelId>.New(), Name = "Web", Kind = SalesChannelKind.Web, LegalEntityId = company, Currency = Currency.Ars, CreatedAt = Given.Noon };
        await DoAsync(server, async services =>
        {
            var db = services.GetRequiredService<OrdersDb>();
            db.Add(channel);
            await db.SaveChangesAsync();
        });
        var jacket = shelf.Put("CAM-1", 48_900m);
        var created = await server.Client.Carts.CreateAsync(new CreateCartRequest(channel.Id, [new AddCartLine(jacket.Id, Quantity.One)]));
        Assert.False(created.Refused(out var problem, out var cart), problem?.Detail);
        var other = (await server.Client.Carts.CreateAsync(new CreateCartRequest(channel.Id))).Refused(out _, out var second) ? null : second!;
        var office = await server.SignedInAsync(StaffRole.Office);

        var asked = new (HttpMethod Method, string Path, string? Body, string? Token)[]
        {
            (HttpMethod.Get, $"/shop/carts/{cart.Id}", null, null),
            (HttpMethod.Get, $"/shop/carts/{cart.Id}", null, other!.Token),
            (HttpMethod.Get, $"/shop/carts/{cart.Id}", null, new string('x', 5000)),
            (HttpMethod.Get, $"/shop/carts/{IId<CartId>.New()}", null, cart.Token),
            (HttpMethod.Get, "/shop/carts/none", null, cart.Token),
            (HttpMethod.Get, $"/shop/carts/{cart.Id}/options?postalCode=%27%3B--", null, "wrong"),
            (HttpMethod.Post, "/shop/carts", """{"lines":[{"variantId":"01890a5d-ac96-774b-bcce-b302099a8057","quantity":1}]}""", null),
            (HttpMethod.Post, "/shop/carts", """{"salesChannelId":"01890a5d-ac96-774b-bcce-b302099a8057"}""", null),
            (HttpMethod.Post, $"/shop/carts/{cart.Id}/lines", $$"""{"variantId":"{{jacket.Id}}","quantity":-1}""", cart.Token),
            (HttpMethod.Post, $"/shop/carts/{cart.Id}/lines", $$"""{"variantId":"{{jacket.Id}}","quantity":1e30}""", cart.Token),
            (HttpMethod.Post, $"/shop/carts/{cart.Id}/lines", $$"""{"variantId":"{{jacket.Id}}","quantity":1000}""", cart.Token),
            (HttpMethod.Post, $"/shop/carts/{cart.Id}/lines", $$"""{"variantId":"{{jacket.Id}}","quantity":0.001}""", cart.Token),
            (HttpMethod.Post, $"/shop/carts/{cart.Id}/lines", $$"""{"variantId":"{{jacket.Id}}","quantity":1,"price":1}""", cart.Token),
            (HttpMethod.Put, $"/shop/carts/{cart.Id}/lines/{IId<OrderLineId>.New()}", """{"quantity":1}""", cart.Token),
            (HttpMethod.Put, $"/shop/carts/{cart.Id}/contact", """{"email":"not an e-mail","name":"A"}""", cart.Token),
            (HttpMethod.Put, $"/shop/carts/{cart.Id}/contact", """{"email":"a@b.c","name":""}""", cart.Token),
            (HttpMethod.Put, $"/shop/carts/{cart.Id}/delivery", """{"kind":"pickup"}""", cart.Token),
            (HttpMethod.Put, $"/shop/carts/{cart.Id}/delivery", """{"kind":"counter"}""", cart.Token),
            (HttpMethod.Put, $"/shop/carts/{cart.Id}/delivery", """{"kind":"pickup","locationId":"01890a5d-ac96-774b-bcce-b302099a8057"}""", cart.Token),
            (HttpMethod.Put, $"/shop/carts/{cart.Id}/delivery", """{"kind":"ship","address":{"street":"A","city":"B","province":"?","postalCode":"0000"}}""", cart.Token),
            (HttpMethod.Put, $"/shop/carts/{cart.Id}/delivery", """{"kind":"rocket"}""", cart.Token),
            (HttpMethod.Put, $"/shop/carts/{cart.Id}/completion", """{"tender":"cash","expectedTotal":{"amount":"48900","currency":"ARS"}}""", cart.Token),
            (HttpMethod.Put, $"/shop/carts/{cart.Id}/completion", """{"tender":"cash","expectedTotal":{"amount":"48900","currency":"XXX"}}""", cart.Token),
            (HttpMethod.Post, $"/shop/carts/{cart.Id}/merges", $$"""{"from":"{{other.Id}}","fromToken":"wrong"}""", cart.Token),
            (HttpMethod.Post, $"/shop/carts/{cart.Id}/merges", $$"""{"from":"{{cart.Id}}","fromToken":"{{cart.Token}}"}""", cart.Token),
            (HttpMethod.Put, $"/shop/payment-attempts/{IId<PaymentAttemptId>.New()}/return", null, null),
            (HttpMethod.Get, "/shop/orders/forged", null, null),
            (HttpMethod.Get, $"/shop/orders/{new string('A', 59)}", null, null),
            (HttpMethod.Put, $"/shop/orders/{new string('A', 59)}/cancellation", null, null),
            (HttpMethod.Get, "/shop/account/orders", null, null),
            (HttpMethod.Get, "/orders", null, null),
            (HttpMethod.Post, "/orders", "{}", null),
        };
        foreach (var (method, path, body, token) in asked) await IsRefused(server.Http, method, path, body, token);

        string[] orders =
        [
            "{}", "[]", "null", """{"lines":null}""",
            Order(channel.Id, """[]"""),
            Order(channel.Id, """[{"quantity":1}]"""),
            Order(channel.Id, """[{"quantity":1,"sku":"NONE"}]"""),
            Order(channel.Id, $$"""[{"quantity":1,"sku":"CAM-1","variantId":"{{jacket.Id}}"}]"""),
            Order(channel.Id, """[{"quantity":-1,"sku":"CAM-1"}]"""),
            Order(channel.Id, """[{"quantity":9000000000,"sku":"CAM-1"}]"""),
            Order(channel.Id, """[{"quantity":1,"sku":"CAM-1","unitPrice":{"amount":"-1","currency":"ARS"}}]"""),
            Order(channel.Id, """[{"quantity":1,"sku":"CAM-1","unitPrice":{"amount":"1","currency":"USD"}}]"""),
            Order(channel.Id, """[{"quantity":999999,"sku":"CAM-1","unitPrice":{"amount":"90000000000000000","currency":"ARS"}}]"""),
            Order(channel.Id, """[{"quantity":1,"sku":"CAM-1"}]"""),
            Order(IId<SalesChannelId>.New(), """[{"quantity":1,"sku":"CAM-1"}]"""),
        ];
        foreach (var order in orders) Assert.True((await office.PostAsync<OrderView>("/api/v1/orders", JsonDocument.Parse(order).RootElement)).Refused(out var why, out _) && why.Status is >= 400 and < 500, order);

        Assert.Empty(await Count(server, "orders_orders"));
        Assert.Equal(Quantity.One, (await server.Client.Carts.OpenAsync(cart.Id, cart.Token!)).Refused(out _, out var after) ? default : after!.Lines.Single().Quantity);
    }

    private static string Order(SalesChannelId channel, string lines) =>
        $$"""{"salesChannelId":"{{channel}}","lines":{{lines}},"delivery":{"kind":"pickup","locationId":"01890a5d-ac96-774b-bcce-b302099a8057"} }""";

    private static async Task IsRefused(HttpClient http, HttpMethod method, string path, string? body, string? token)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1{path}");
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (token is not null) request.Headers.TryAddWithoutValidation("Cart-Token", token);
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode is >= 400 and < 500, $"{method} {path} {body}: {answer.StatusCode} {text}");
        Assert.False(string.IsNullOrEmpty(JsonDocument.Parse(text).RootElement.GetProperty("code").GetString()), $"{method} {path}");
    }

    private static async Task<List<Guid>> Count(EdgeServer server, string table)
    {
        var found = new List<Guid>();
        await DoAsync(server, async services => found = await services.GetRequiredService<DbSession>().QueryAsync($"select id from {table:raw}", row => row.Uuid(0), CancellationToken.None));
        return found;
    }

    private static Task DoAsync(EdgeServer server, Func<IServiceProvider, Task> work) =>
        server.Services.GetRequiredService<SessionScopes>().RunAsync(new Facts(), (services, _) => work(services), CancellationToken.None);
}
