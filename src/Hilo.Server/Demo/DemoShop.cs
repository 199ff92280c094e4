using Hilo.Client;
using Hilo.Platform;
using Hilo.Sandbox.Art;

namespace Hilo.Server.Demo;

/// <summary>
/// Fills the demo through the public API, as its owner would: what the API cannot do, the demo does not show. Everything looks first at what is there,
/// so that a demo that was stopped in the middle goes on when it is started again.
/// </summary>
internal sealed partial class DemoShop(DemoHands hands, DemoClock clock, string dataFolder, Sweeps sweeps, LogProgress progress, ILogger<DemoShop> log)
{
    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The shop has a name and a sales channel: its pages can be shown while the rest is made.</summary>
    public Task Opened => opened.Task;

    /// <summary>Nothing is left to make.</summary>
    public bool IsFull { get; private set; }

    /// <summary>How much of the history is made, from 0 to 1; null when there is nothing to make.</summary>
    public double? Share { get; private set; }

    public async Task FillAsync(CancellationToken cancel)
    {
        try
        {
            var journal = DemoJournal.Find(dataFolder);
            IsFull = journal is { Now.IsFinished: true };
            if (IsFull) return;
            // The journal first: without it a half-filled shop would look like somebody's own.
            var end = journal?.Now.EndsAt ?? clock.Present;
            clock.StandAt(end - DemoPlan.Before);
            var owner = await hands.OwnerAsync(cancel);
            if (journal is null && (await owner.Merchant.GetAsync(cancel)).LegalEntities.Count > 0) return;
            journal ??= DemoJournal.Begin(dataFolder, end);
            Share = 0;
            await FillAsync(owner, journal, cancel);
            journal.Finished();
            IsFull = true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(log, e);
        }
        finally
        {
            clock.Arrive();
            Share = null;
            opened.TrySetResult();
        }
    }

    private async Task FillAsync(HiloClient owner, DemoJournal journal, CancellationToken cancel)
    {
        var seller = await OpenAsync(owner, cancel);
        var locations = await PlacesAsync(owner, seller, cancel);
        var channels = await ChannelsAsync(owner, seller, cancel);
        await IssuerAsync(owner, seller, cancel);
        opened.TrySetResult();
        await DeliveryAsync(owner, cancel);
        var variants = await CatalogAsync(owner, cancel);
        if (!journal.Now.IsStocked) await StockAsync(owner, locations, variants, cancel);
        journal.Stocked();
        await new DemoHistory(hands, clock, journal, sweeps, progress, new DemoGoods(locations, channels, variants), share => Share = share, log).GrowAsync(cancel);
    }

    private static async Task<LegalEntityId> OpenAsync(HiloClient owner, CancellationToken cancel)
    {
        var merchant = await owner.Merchant.GetAsync(cancel);
        if (merchant.LegalEntities.Count > 0) return merchant.LegalEntities[0].Id;
        var saved = Must(await owner.Merchant.SaveAsync(merchant.Version, new SaveMerchantRequest(
            "Casa Retama", "R", Currency.Ars, DemoPlaces.TimeZone, "#1F4D3A", "#FFFFFF",
            [new SaveLegalEntity("30-00000001-5", "Casa Retama S.A. (ejemplo)", VatCondition.Registered, new PostalAddress("Gurruchaga", "Buenos Aires", "C", "C1414DIL", "1687"))],
            "hola@casaretama.example", "11 5555-0100", "Envío gratis desde $ 150.000 · Retirá hoy en 5 sucursales"), cancel: cancel));
        using var sign = new MemoryStream(ShopSign.Png());
        Must(await owner.Merchant.SaveLogoAsync(sign, cancel));
        return saved.LegalEntities[0].Id;
    }

    private static async Task<IReadOnlyList<LocationView>> PlacesAsync(HiloClient owner, LegalEntityId seller, CancellationToken cancel)
    {
        var places = Must(await owner.Stock.LocationsAsync(cancel)).ToList();
        foreach (var place in DemoPlaces.All(seller))
            if (!places.Exists(l => l.Code == place.Code)) places.Add(Must(await owner.Stock.CreateLocationAsync(place, cancel: cancel)));
        return places;
    }

    private static async Task<IReadOnlyList<SalesChannelView>> ChannelsAsync(HiloClient owner, LegalEntityId seller, CancellationToken cancel)
    {
        var channels = Must(await owner.Orders.SalesChannelsAsync(cancel)).ToList();
        foreach (var (name, kind) in new[] { ("Tienda web", SalesChannelKind.Web), ("Sucursales", SalesChannelKind.Store), ("Teléfono", SalesChannelKind.Phone) })
            if (!channels.Exists(c => c.Kind == kind))
                channels.Add(Must(await owner.Orders.CreateSalesChannelAsync(new SaveSalesChannelRequest(name, kind, seller, Currency.Ars, true, 1, DemoPlan.PickupHoldDays), cancel: cancel)));
        return channels;
    }

    /// <summary>From the legal entity to automatic invoices, as the wizard does it: the stand-in of the agency signs the request.</summary>
    private async Task IssuerAsync(HiloClient owner, LegalEntityId seller, CancellationToken cancel)
    {
        var known = Must(await owner.Invoicing.IssuersAsync(cancel));
        var issuer = known.Count > 0 ? known[0] : Must(await owner.Invoicing.CreateIssuerAsync(
            new CreateIssuerRequest(seller, FiscalEnvironment.Sandbox, "casaretama", "901-000001-5", new DateOnly(2015, 3, 2)), cancel: cancel));
        if (issuer.CertificateThumbprint is null)
        {
            using var request = new StringContent(issuer.SigningRequest);
            using var signed = await hands.Browser.PostAsync(new Uri("sandbox/arca/certificates", UriKind.Relative), request, cancel);
            issuer = Must(await owner.Invoicing.CertifyAsync(issuer.Id, await signed.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancel), cancel: cancel));
        }
        if (issuer.Points.Count == 0) Must(await owner.Invoicing.AddPointAsync(issuer.Id, new AddFiscalPointRequest(7), cancel: cancel));
        if (!issuer.IsActive) Must(await owner.Invoicing.ActivateAsync(issuer.Id, cancel: cancel));
    }

    private static async Task DeliveryAsync(HiloClient owner, CancellationToken cancel)
    {
        static ShippingRateView Rate(string area, long grams, decimal pesos, int from, int to) => new(area, grams, Money.Ars(pesos), from, to, Money.Ars(150_000m));
        Must(await owner.Orders.SaveShippingRatesAsync(new SaveShippingRatesRequest(
        [
            Rate("C", 5_000, 6_900m, 1, 2), Rate("C", 30_000, 11_400m, 1, 2), Rate("B", 5_000, 8_900m, 2, 4), Rate("B", 30_000, 14_800m, 2, 4), Rate("*", 5_000, 12_900m, 3, 6), Rate("*", 30_000, 19_900m, 3, 7),
        ]), cancel));
    }

    private static async Task<IReadOnlyList<DemoVariant>> CatalogAsync(HiloClient owner, CancellationToken cancel)
    {
        var categories = Must(await owner.Catalog.CategoriesAsync(cancel)).ToDictionary(c => c.Handle, c => c.Id, StringComparer.Ordinal);
        foreach (var category in DemoCatalog.Categories)
        {
            if (categories.ContainsKey(category.Handle)) continue;
            CategoryId? parent = category.Parent is null ? null : categories[category.Parent];
            categories[category.Handle] = Must(await owner.Catalog.CreateCategoryAsync(new SaveCategoryRequest(category.Name, category.Handle, parent), cancel)).Id;
        }
        var made = await MadeAsync(owner, cancel);
        var variants = new List<DemoVariant>();
        // The jackets are made last: what is newest stands first in the shop window.
        foreach (var product in DemoCatalog.Products.Reverse())
        {
            var parent = DemoCatalog.Categories.First(c => c.Handle == product.Category).Parent;
            var view = made.TryGetValue(product.Title, out var id)
                ? Must(await owner.Catalog.ProductAsync(id, cancel))
                : Must(await owner.Catalog.CreateProductAsync(DemoPictures.Request(product, [categories[product.Category], .. parent is null ? [] : new[] { categories[parent] }]), cancel: cancel));
            variants.AddRange(view.Variants.Select(v => new DemoVariant(v.Id, v.Sku, product)));
        }
        return variants;
    }

    private static async Task<Dictionary<string, ProductId>> MadeAsync(HiloClient owner, CancellationToken cancel)
    {
        var made = new Dictionary<string, ProductId>(StringComparer.Ordinal);
        string? next = null;
        do
        {
            var page = Must(await owner.Catalog.ProductsAsync(cursor: next, cancel: cancel));
            foreach (var row in page.Items) made[row.Title] = row.Id;
            next = page.Next;
        }
        while (next is not null);
        return made;
    }

    private static async Task StockAsync(HiloClient owner, IReadOnlyList<LocationView> locations, IReadOnlyList<DemoVariant> variants, CancellationToken cancel)
    {
        var lines = from variant in variants
                    from location in locations
                    select new BulkStockLine(variant.Sku, location.Code, Quantity.Units(DemoGoods.FirstCount(variant, location.Kind, location.Code)));
        foreach (var chunk in lines.Chunk(500))
        {
            var answer = Must(await owner.Stock.SetStockAsync(new BulkStockRequest(chunk, "Conteo inicial"), cancel));
            if (answer.Problems.Count > 0) throw new InvalidOperationException(answer.Problems[0].Reason);
        }
    }

    internal static T Must<T>(Result<T> result) => result.Refused(out var problem, out var value) ? throw new HiloProblemException(problem) : value;

    [LoggerMessage(LogLevel.Error, "The demo could not be filled; what is there stays, and the next start goes on from here.")]
    private static partial void Failed(ILogger log, Exception e);
}
