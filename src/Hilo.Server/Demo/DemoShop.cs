using Hilo.Client;

namespace Hilo.Server.Demo;

/// <summary>Fills the demo through the public API, as the owner would: what the API cannot do, the demo does not show.</summary>
internal sealed partial class DemoShop(Uri server, string ownerLink, ILogger<DemoShop> log)
{
    /// <summary>The same numbers on every machine.</summary>
    private const int Seed = 20_240_117;

    private readonly Random random = new(Seed);

    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The shop has a name and a sales channel: its pages can be shown while the rest is made.</summary>
    public Task Opened => opened.Task;

    public async Task FillAsync(CancellationToken cancel)
    {
        try
        {
            var client = await SignInAsync(cancel);
            var merchant = await client.Merchant.GetAsync(cancel);
            if (merchant.LegalEntities.Count > 0) return;
            var seller = await OpenAsync(client, merchant, cancel);
            var locations = await PlacesAsync(client, seller, cancel);
            var channels = await ChannelsAsync(client, seller, cancel);
            opened.TrySetResult();
            await DeliveryAsync(client, cancel);
            var variants = await CatalogAsync(client, cancel);
            await StockAsync(client, locations, variants, cancel);
            await new DemoHistory(client, new HiloClient(new HttpClient { BaseAddress = server }), random).GrowAsync(channels, locations, variants, cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(log, e);
        }
        finally
        {
            opened.TrySetResult();
        }
    }

    /// <summary>The owner's own session: the one-click link answers with its cookie.</summary>
    private async Task<HiloClient> SignInAsync(CancellationToken cancel)
    {
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = server };
        using var answer = await http.GetAsync(new Uri(ownerLink, UriKind.Relative), cancel);
        var cookie = answer.Headers.GetValues("Set-Cookie").First(c => c.Contains("hilo-staff", StringComparison.Ordinal)).Split(';')[0];
        return new HiloClient(http).With("Cookie", cookie);
    }

    private static async Task<LegalEntityId> OpenAsync(HiloClient client, MerchantView merchant, CancellationToken cancel)
    {
        var saved = Must(await client.Merchant.SaveAsync(merchant.Version, new SaveMerchantRequest(
            "Casa Retama", "R", Currency.Ars, DemoPlaces.TimeZone, "#1F4D3A", "#FFFFFF",
            [new SaveLegalEntity("30-00000001-5", "Casa Retama S.A. (ejemplo)", VatCondition.Registered, new PostalAddress("Gurruchaga", "Buenos Aires", "C", "C1414DIL", "1687"))],
            "hola@casaretama.example", "11 5555-0100", "Envío gratis desde $ 90.000 · Retirá hoy en 5 sucursales"), cancel: cancel));
        return saved.LegalEntities[0].Id;
    }

    private static async Task<IReadOnlyList<LocationView>> PlacesAsync(HiloClient client, LegalEntityId seller, CancellationToken cancel)
    {
        var made = new List<LocationView>();
        foreach (var place in DemoPlaces.All(seller)) made.Add(Must(await client.Stock.CreateLocationAsync(place, cancel)));
        return made;
    }

    private static async Task<IReadOnlyList<SalesChannelView>> ChannelsAsync(HiloClient client, LegalEntityId seller, CancellationToken cancel)
    {
        var existing = Must(await client.Orders.SalesChannelsAsync(cancel)).ToList();
        foreach (var (name, kind) in new[] { ("Tienda web", SalesChannelKind.Web), ("Sucursales", SalesChannelKind.Store), ("Teléfono", SalesChannelKind.Phone) })
            if (!existing.Exists(c => c.Kind == kind))
                existing.Add(Must(await client.Orders.CreateSalesChannelAsync(new SaveSalesChannelRequest(name, kind, seller, Currency.Ars, true, 1, 5), cancel)));
        return existing;
    }

    private static async Task DeliveryAsync(HiloClient client, CancellationToken cancel)
    {
        static ShippingRateView Rate(string area, long grams, decimal pesos, int from, int to) => new(area, grams, Money.Ars(pesos), from, to, Money.Ars(90_000m));
        Must(await client.Orders.SaveShippingRatesAsync(new SaveShippingRatesRequest(
        [
            Rate("C", 5_000, 4_200m, 1, 2), Rate("C", 30_000, 6_900m, 1, 2), Rate("B", 5_000, 5_400m, 2, 4), Rate("B", 30_000, 8_900m, 2, 4), Rate("*", 5_000, 7_800m, 3, 6), Rate("*", 30_000, 12_400m, 3, 7),
        ]), cancel));
    }

    private async Task<IReadOnlyList<DemoVariant>> CatalogAsync(HiloClient client, CancellationToken cancel)
    {
        var categories = new Dictionary<string, CategoryId>(StringComparer.Ordinal);
        foreach (var category in DemoCatalog.Categories)
        {
            CategoryId? parent = category.Parent is null ? null : categories[category.Parent];
            categories[category.Handle] = Must(await client.Catalog.CreateCategoryAsync(new SaveCategoryRequest(category.Name, category.Handle, parent), cancel)).Id;
        }
        var variants = new List<DemoVariant>();
        foreach (var product in DemoCatalog.Products)
        {
            var parent = DemoCatalog.Categories.First(c => c.Handle == product.Category).Parent;
            var saved = Must(await client.Catalog.CreateProductAsync(DemoPictures.Request(product, [categories[product.Category], .. parent is null ? [] : new[] { categories[parent] }]), cancel: cancel));
            variants.AddRange(saved.Variants.Select(v => new DemoVariant(v.Id, v.Sku, product)));
        }
        return variants;
    }

    private async Task StockAsync(HiloClient client, IReadOnlyList<LocationView> locations, IReadOnlyList<DemoVariant> variants, CancellationToken cancel)
    {
        var lines = new List<BulkStockLine>();
        foreach (var variant in variants)
            foreach (var location in locations)
            {
                // Shops hold a few of most things, none of some; the depot holds the rest.
                var units = location.Kind == LocationKind.Warehouse ? random.Next(8, 60) : random.Next(5) == 0 ? 0 : random.Next(1, 9);
                lines.Add(new BulkStockLine(variant.Sku, location.Code, Quantity.Units(units)));
            }
        foreach (var chunk in lines.Chunk(500))
        {
            var answer = Must(await client.Stock.SetStockAsync(new BulkStockRequest(chunk, "Conteo inicial"), cancel));
            if (answer.Problems.Count > 0) throw new InvalidOperationException(answer.Problems[0].Reason);
        }
    }

    internal static T Must<T>(Result<T> result) => result.Refused(out var problem, out var value) ? throw new HiloProblemException(problem) : value;

    [LoggerMessage(LogLevel.Error, "The demo could not be filled; what is there stays.")]
    private static partial void Failed(ILogger log, Exception e);
}

internal sealed record DemoVariant(VariantId Id, string Sku, DemoProduct Product);
