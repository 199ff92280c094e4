using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Catalog;

/// <summary>This process's shop window, kept fresh from the log. Browsing reads it; buying never does.</summary>
internal sealed class LiveSnapshot(SessionScopes sessions, TimeProvider clock) : IFollowLog, IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly FacetBook facets = new();
    private Snapshot current = Snapshot.Of(0, [], new FacetBook(), new Dictionary<CategoryId, Category>());
    private Dictionary<VariantId, ProductId> productOf = [];
    // Of products that are not shown too: one whose first price begins next week appears by it.
    private readonly Dictionary<ProductId, DateTimeOffset> changesAt = [];

    public Snapshot Current => Volatile.Read(ref current);

    public Task StartAsync(CancellationToken cancel) => AloneAsync(BuildAsync, cancel);

    public async Task FollowAsync(IReadOnlyList<LoggedEvent> happened, CancellationToken cancel)
    {
        var saved = happened.Select(e => e.Event switch { ProductSaved s => s.ProductId, PricesChanged p => p.ProductId, _ => (ProductId?)null }).OfType<ProductId>().ToHashSet();
        var moved = happened.SelectMany(e => e.Event switch { StockChanged s => s.Variants, StockAdjusted a => [a.VariantId], _ => [] }).Distinct().ToList();
        var categories = happened.Select(e => e.Event).OfType<CategorySaved>().Select(c => c.CategoryId).ToHashSet();
        if (categories.Count > 0) await AloneAsync(token => RenameAsync(categories, saved, token), cancel);
        if (happened.Any(e => e.Event is SynonymsChanged)) await AloneAsync(LearnAsync, cancel);
        if (saved.Count + moved.Count > 0) await AloneAsync(token => PatchAsync(saved, moved, token), cancel);
    }

    /// <summary>Renders products again whose price begins or ends by itself. Answers how many.</summary>
    public async Task<int> RefreshDueAsync(CancellationToken cancel)
    {
        List<ProductId> due = [];
        await AloneAsync(async token =>
        {
            var now = clock.GetUtcNow();
            due.AddRange(changesAt.Where(c => c.Value <= now).Select(c => c.Key));
            if (due.Count > 0) await PatchAsync(due, [], token);
        }, cancel);
        return due.Count;
    }

    public void Dispose() => turn.Dispose();

    private Task BuildAsync(CancellationToken cancel) => sessions.RunAsync(new Facts(), async (services, token) =>
    {
        var db = services.GetRequiredService<CatalogDb>();
        var products = await LoadProducts.AllPublishedAsync(db, token);
        var renderer = await RendererAsync(services, null, token);
        var items = products.Select(renderer.Render).OfType<ShopItem>().ToList();
        foreach (var product in products) Expect(product.Id, renderer.NextChange(product));
        productOf = products.SelectMany(p => p.Variants).ToDictionary(v => v.Id, v => v.ProductId);
        Volatile.Write(ref current, Snapshot.Of(Current.Version + 1, items, facets, renderer.Categories, await SynonymsAsync(services, token)));
    }, cancel);

    /// <summary>Takes the categories as they are now, and adds the products below those that changed to the ones to render again.</summary>
    private Task RenameAsync(HashSet<CategoryId> changed, HashSet<ProductId> saved, CancellationToken cancel) => sessions.RunAsync(new Facts(), async (services, token) =>
    {
        var db = services.GetRequiredService<CatalogDb>();
        var all = await db.Categories.AsNoTracking().ToDictionaryAsync(c => c.Id, token);
        // Where one was new, nothing that is shown lies below it yet.
        var below = all.Keys.Where(id => Category.Path(id, all).Any(c => changed.Contains(c.Id) && Current.Categories.ContainsKey(c.Id))).ToList();
        foreach (var some in below.Chunk(500))
            saved.UnionWith(await db.ProductCategories.Where(l => some.Contains(l.CategoryId)).Select(l => l.ProductId).ToListAsync(token));
        Volatile.Write(ref current, Current.With(all));
    }, cancel);

    private Task LearnAsync(CancellationToken cancel) => sessions.RunAsync(new Facts(), async (services, token) =>
        Volatile.Write(ref current, Current.With(await SynonymsAsync(services, token))), cancel);

    private static async Task<SynonymBook> SynonymsAsync(IServiceProvider services, CancellationToken cancel) =>
        new((await services.GetRequiredService<CatalogDb>().Synonyms.AsNoTracking().OrderBy(s => s.Id).ToListAsync(cancel)).Select(s => s.Terms));

    private Task PatchAsync(IReadOnlyCollection<ProductId> saved, IReadOnlyList<VariantId> moved, CancellationToken cancel) => sessions.RunAsync(new Facts(), async (services, token) =>
    {
        ProductId[] changed = [.. saved.Union(await SeenOtherwiseAsync(services, moved, token))];
        if (changed.Length == 0) return;
        var db = services.GetRequiredService<CatalogDb>();
        var patches = new List<(ProductId, ShopItem?)>(changed.Length);
        foreach (var some in changed.Chunk(500))
        {
            var products = (await db.Products.Where(p => some.Contains(p.Id)).WholeAsync(db, token)).ToDictionary(p => p.Id);
            var renderer = await RendererAsync(services, [.. products.Values.SelectMany(p => p.Variants).Select(v => v.Id)], token);
            foreach (var id in some)
            {
                var item = products.TryGetValue(id, out var product) ? renderer.Render(product) : null;
                Expect(id, product is null ? null : renderer.NextChange(product));
                foreach (var variant in product?.Variants ?? []) productOf[variant.Id] = id;
                if (Current.Find(id) is { } before && item is not null && item.LooksLike(before)) continue;
                patches.Add((id, item));
            }
        }
        if (patches.Count > 0) Volatile.Write(ref current, Current.With(patches));
    }, cancel);

    private void Expect(ProductId product, DateTimeOffset? change)
    {
        if (change is { } at) changesAt[product] = at;
        else changesAt.Remove(product);
    }

    /// <summary>Products of which a shopper would now read another band. Most sales change none, and loading the product for each would cost more than the sale.</summary>
    private async Task<IEnumerable<ProductId>> SeenOtherwiseAsync(IServiceProvider services, IReadOnlyList<VariantId> moved, CancellationToken cancel)
    {
        if (moved.Count == 0) return [];
        var stock = await services.GetRequiredService<StockOnShow>().OfAsync(moved, cancel);
        return moved
            .Where(v => productOf.TryGetValue(v, out var product) && Current.Find(product)?.Detail.Variants.FirstOrDefault(shown => shown.Id == v) is { } shown
                && (shown.Stock, shown.Left) != ShopRenderer.OnShow(stock.GetValueOrDefault(v)))
            .Select(v => productOf[v]);
    }

    private async Task<ShopRenderer> RendererAsync(IServiceProvider services, IReadOnlyList<VariantId>? variants, CancellationToken cancel)
    {
        var (db, book, now) = (services.GetRequiredService<CatalogDb>(), services.GetRequiredService<PriceBook>(), clock.GetUtcNow());
        var lists = await book.ForBrowsingAsync(cancel);
        var ids = lists.Select(l => l.Id).ToList();
        var rows = db.Prices.AsNoTracking().Where(p => ids.Contains(p.PriceListId) && (p.ValidTo == null || p.ValidTo > now));
        if (variants is not null) rows = rows.Where(p => variants.Contains(p.VariantId));
        return new ShopRenderer(
            facets, await db.Categories.AsNoTracking().ToDictionaryAsync(c => c.Id, cancel), lists,
            (await rows.ToListAsync(cancel)).ToLookup(p => p.VariantId), await services.GetRequiredService<StockOnShow>().OfAsync(variants, cancel), now);
    }

    private async Task AloneAsync(Func<CancellationToken, Task> work, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            await work(cancel);
        }
        finally
        {
            turn.Release();
        }
    }
}
