using Hilo.Platform;

namespace Hilo.Catalog;

/// <summary>Collects what drafts changed and writes it: the editor one product, an import a hundred, by the same statements.</summary>
internal sealed class CatalogWriter(DbSession session)
{
    private readonly List<(Product Product, ProductChange Change)> changes = [];
    private readonly List<Price> endedPrices = [];
    private readonly List<Price> openedPrices = [];
    private readonly Dictionary<ProductId, List<PriceChange>> priceChanges = [];

    public void Add(Product product, ProductChange change)
    {
        if (change.IsNew || !change.IsEmpty) changes.Add((product, change));
    }

    public void Add(ProductId product, PriceHistory history, PriceChange told)
    {
        if (history.IsUnchanged) return;
        endedPrices.AddRange(history.Ended);
        openedPrices.AddRange(history.Opened);
        if (!priceChanges.TryGetValue(product, out var list)) priceChanges.Add(product, list = []);
        list.Add(told);
    }

    /// <summary>Writes and tells. The caller holds the <see cref="CatalogTurn"/>; nothing is committed.</summary>
    public async Task WriteAsync(CancellationToken cancel)
    {
        await CatalogTables.ProductCategories.DeleteAsync(session, [.. changes.SelectMany(c => c.Change.RemovedCategories.Select(id => new ProductCategory(c.Product.Id, id)))], cancel);
        await CatalogTables.Products.InsertAsync(session, [.. changes.Where(c => c.Change.IsNew).Select(c => c.Product)], cancel);
        await CatalogTables.Products.UpdateAsync(session, [.. changes.Where(c => !c.Change.IsNew).Select(c => c.Product)], cancel);
        await CatalogTables.Pictures.InsertAsync(session, [.. changes.SelectMany(c => c.Change.NewPictures)], cancel);
        await CatalogTables.Pictures.UpdateAsync(session, [.. changes.SelectMany(c => c.Change.ChangedPictures)], cancel, "rank", "alt");
        var changed = changes.SelectMany(c => c.Change.ChangedVariants).ToList();
        // Retired ones first: another variant may take over their options or their GTIN.
        await CatalogTables.Variants.UpdateAsync(session, [.. changed.Where(v => v.RetiredAt is not null)], cancel);
        await CatalogTables.FreedVariants.UpdateAsync(session, [.. changed.Where(v => v.FreesIdentity)], cancel);
        await CatalogTables.Variants.UpdateAsync(session, [.. changed.Where(v => v.RetiredAt is null)], cancel);
        await CatalogTables.Variants.InsertAsync(session, [.. changes.SelectMany(c => c.Change.NewVariants)], cancel);
        foreach (var picture in changes.SelectMany(c => c.Change.RemovedPictures))
        {
            await session.ExecuteAsync($"delete from catalog_import_pictures where picture_id = {picture.Id}", cancel);
            await session.ExecuteAsync($"delete from catalog_pictures where id = {picture.Id}", cancel);
        }
        await CatalogTables.ProductCategories.InsertAsync(session, [.. changes.SelectMany(c => c.Change.NewCategories.Select(id => new ProductCategory(c.Product.Id, id)))], cancel);
        await CatalogTables.Prices.UpdateAsync(session, endedPrices, cancel, "valid_to");
        await CatalogTables.Prices.InsertAsync(session, openedPrices, cancel);

        foreach (var (product, _) in changes) session.Publish(new ProductSaved(product.Id));
        foreach (var (product, told) in priceChanges) session.Publish(new PricesChanged(product, told));
    }
}
