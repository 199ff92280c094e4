using System.Net;
using Hilo.Client;
using Hilo.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Inventory;

/// <summary>The whole program with a merchant and its owner: what a test needs before it can have stock.</summary>
internal sealed class StockedShop : IAsyncDisposable
{
    private readonly WholeServer server;
    private readonly Visitors visitors;

    private StockedShop(WholeServer server) => (this.server, visitors) = (server, new Visitors(server.Services));

    public HiloClient Shopper => new(server.Http);

    public HiloClient Owner { get; private set; } = null!;

    public LegalEntityId LegalEntity { get; private set; }

    public static async Task<StockedShop> OpenAsync(Database database)
    {
        var shop = new StockedShop(await WholeServer.OpenAsync(database));
        shop.Owner = shop.Shopper.With("Authorization", await shop.visitors.StaffAsync(StaffRole.Owner));
        var before = await shop.Owner.GetAsync<MerchantView>("/api/v1/merchant");
        var named = await shop.Owner.PutAsync<MerchantView>("/api/v1/merchant", new SaveMerchantRequest(
            "Trama", "TR", Currency.Ars, "America/Argentina/Buenos_Aires", "#2C3F94", "#FFFFFF",
            [new("20-12345678-6", "Trama SRL", VatCondition.Registered, new PostalAddress("Av. Santa Fe", "Buenos Aires", "C", "1425"))]), version: before.Version);
        Assert.False(named.Refused(out var problem, out var merchant), problem?.Detail);
        shop.LegalEntity = merchant.LegalEntities.Single().Id;
        return shop;
    }

    /// <summary>Somebody of a store who may work at one location only.</summary>
    public async Task<HiloClient> StaffAt(LocationId location) => Shopper.With("Authorization", await visitors.StaffAsync(StaffRole.Store, [location]));

    public SaveLocationRequest LocationRequest(string code) => Given.ALocation(code) with { LegalEntityId = LegalEntity };

    public async Task<LocationView> HasAStore(string code, GeoPoint? position = null)
    {
        var opened = await Owner.Stock.CreateLocationAsync(LocationRequest(code) with { Position = position });
        Assert.False(opened.Refused(out var problem, out var location), problem?.Detail);
        return location;
    }

    public async Task<VariantId> HasAProduct(string sku)
    {
        var created = await Owner.Catalog.CreateProductAsync(new("Remera lisa", ProductStatus.Published, [new(Sku: sku, Price: Money.Ars(100))]));
        Assert.False(created.Refused(out var problem, out var product), problem?.Detail);
        return product.Variants.Single().Id;
    }

    public async Task<StockAnswer> ClaimsAsync(StockClaim claim) => (await DoAsync(services =>
        services.GetRequiredService<IClaimStock>().AllocateAsync([claim], CancellationToken.None))).Single();

    public Task<PageOf<T>> PageAsync<T>(string path) => Owner.GetAsync<PageOf<T>>($"/api/v1/{path}");

    /// <summary>Every row of a list, page after page.</summary>
    public async Task<List<T>> PagesAsync<T>(string path)
    {
        List<T> all = [];
        string? cursor = null;
        do
        {
            var page = await PageAsync<T>(cursor is null ? path : $"{path}&cursor={Uri.EscapeDataString(cursor)}");
            Assert.NotEmpty(page.Items);
            all.AddRange(page.Items);
            cursor = page.Next;
        }
        while (cursor is not null);
        return all;
    }

    public async Task<HttpResponseMessage> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/{path}");
        return await Owner.SendAsync(request);
    }

    public async Task<HttpStatusCode> BulkAsync(HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/stock/bulk") { Content = content };
        request.Headers.Add("Idempotency-Key", IId<EventId>.New().ToString());
        using var answer = await Owner.SendAsync(request);
        return answer.StatusCode;
    }

    public async Task IsSound()
    {
        foreach (var invariant in server.Services.GetServices<IInvariant>().Where(i => i.GetType().Namespace == "Hilo.Inventory"))
            Assert.Empty(await DoAsync(services => invariant.ViolationsAsync(services.GetRequiredService<DbSession>(), CancellationToken.None)));
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private Task<T> DoAsync<T>(Func<IServiceProvider, Task<T>> work) =>
        server.Services.GetRequiredService<SessionScopes>().RunAsync(new Facts(), (services, _) => work(services), CancellationToken.None);
}
