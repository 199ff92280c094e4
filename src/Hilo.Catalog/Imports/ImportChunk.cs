using System.Globalization;
using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Catalog;

/// <summary>Brings some products of a file into the catalog, in one transaction that somebody else commits.</summary>
internal sealed class ImportChunk(DbSession session, CatalogDb db, PriceBook book, CategoryPaths paths, IEnumerable<IReceiveImportedStock> inventories, TimeProvider clock)
{
    private readonly List<RowProblem> problems = [];
    private readonly List<ImportedStock> stock = [];
    private readonly Dictionary<VariantId, int> stockLines = [];
    private readonly HashSet<ProductId> created = [];
    private readonly HashSet<ProductId> updated = [];
    private readonly List<PictureId> pictures = [];
    private Dictionary<string, Product> byHandle = [];
    private Dictionary<string, Product> bySku = [];
    private Dictionary<string, ProductId> gtinOwners = [];
    private HashSet<string> takenSkus = [];
    private OpenPrices open = new([]);

    /// <summary>The caller holds the <see cref="CatalogTurn"/>. Counts go into <paramref name="import"/>.</summary>
    public async Task<IReadOnlyList<RowProblem>> WriteAsync(Import import, IReadOnlyList<ImportGroup> groups, CancellationToken cancel)
    {
        await LoadAsync(groups, cancel);
        var list = await book.DefaultAsync(cancel);
        open = await book.OpenAsync([.. byHandle.Values.Concat(bySku.Values).Distinct().SelectMany(p => p.Variants).Select(v => v.Id)], list.Id, cancel);
        var writer = new CatalogWriter(session);
        foreach (var group in groups) await ApplyAsync(import, group, list, writer, cancel);
        await paths.WriteAsync(cancel);
        await writer.WriteAsync(cancel);
        await CatalogTables.ImportPictures.InsertAsync(session, [.. pictures.Select(p => (import.Id, p))], cancel);
        await ReceiveStockAsync(import, cancel);
        import.ProductsCreated += created.Count;
        import.ProductsUpdated += updated.Count;
        problems.AddRange(paths.Told());
        return problems;
    }

    private async Task LoadAsync(IReadOnlyList<ImportGroup> groups, CancellationToken cancel)
    {
        var skus = groups.SelectMany(g => g.Rows).Select(r => r.Draft.Sku).OfType<string>().Distinct().ToList();
        var handles = groups.Select(g => g.Handle).Where(h => h.Length > 0).ToList();
        var owners = await db.Variants.AsNoTracking().Where(v => skus.Contains(v.Sku)).Select(v => v.ProductId).Distinct().ToListAsync(cancel);
        await LoadMadeUpSkusAsync(groups, cancel);
        var products = await db.Products.Where(p => handles.Contains(p.Handle) || owners.Contains(p.Id)).WholeAsync(db, cancel);
        byHandle = products.ToDictionary(p => p.Handle, StringComparer.Ordinal);
        bySku = products.SelectMany(p => p.Variants.Select(v => (v.Sku, p))).ToDictionary(v => v.Sku, v => v.p, StringComparer.Ordinal);
        // A row may sell a variant again, and that one has a bar code of its own.
        var gtins = groups.SelectMany(g => g.Rows).Select(r => r.Draft.Gtin)
            .Concat(products.SelectMany(p => p.Variants).Where(v => v.RetiredAt is not null).Select(v => v.Gtin)).OfType<string>().Distinct().ToList();
        gtinOwners = gtins.Count == 0 ? [] : await db.Variants.AsNoTracking().Where(v => gtins.Contains(v.Gtin!) && v.RetiredAt == null).ToDictionaryAsync(v => v.Gtin!, v => v.ProductId, cancel);
    }

    /// <summary>Rows without a SKU get one made of their product and options: which of those are taken is asked once.</summary>
    private async Task LoadMadeUpSkusAsync(IReadOnlyList<ImportGroup> groups, CancellationToken cancel)
    {
        var made = groups.Where(g => g.Handle.Length > 0)
            .SelectMany(g => g.Rows.Where(r => r.Draft.Sku is null).Select(r => Sku.Readable(g.Handle, r.Draft.OptionValues))).Distinct().ToList();
        takenSkus = made.Count == 0 ? [] : await db.Variants.Where(v => made.Contains(v.Sku)).Select(v => v.Sku).ToHashSetAsync(cancel);
    }

    private async Task ApplyAsync(Import import, ImportGroup group, PriceList list, CatalogWriter writer, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var (product, isNew) = Find(group, now);
        var rows = Accepted(group, product, isNew);
        if (rows.Count == 0) return;
        if (isNew && (group.Handle.Length == 0 || string.IsNullOrWhiteSpace(group.Draft.Title)))
        {
            RefuseAll(rows, !string.IsNullOrWhiteSpace(group.Draft.Title) ? "product.handle_missing" : group.Handle.Length == 0 ? "sku.unknown" : "product.title_missing");
            return;
        }
        var draft = group.Draft with
        {
            Handle = null,
            Status = group.Draft.Status ?? (isNew ? ProductStatus.Published : null),
            Variants = [.. rows.Select(r => r.Draft)],
            Categories = await CategoriesAsync(import, group, product, isNew, cancel),
            Description = group.Draft.Description is { } text && HtmlText.IsSame(product.Description, text) ? null : group.Draft.Description,
        };
        // A product whose rows stand apart is counted once.
        var isCounted = group.Continues && product.Version > 0 && product.ChangedAt >= import.StartedAt;
        if (product.Apply(draft, now, sku => takenSkus.Contains(sku) || bySku.ContainsKey(sku)).Refused(out var problem, out var change))
        {
            RefuseAll(rows, problem.Code);
            // Half applied in memory: whoever comes next gets it fresh.
            if (!isNew) await ReloadAsync(product, cancel);
            return;
        }
        writer.Add(product, change);
        var repriced = new HashSet<VariantId>();
        foreach (var (variant, wanted) in change.Named)
        {
            var before = open.Of(variant.Id).Count;
            if (book.Set(writer, product.Id, variant.Id, list, wanted.Price, open, now) is { } badPrice) throw new InvalidOperationException(badPrice.Detail);
            if (open.Of(variant.Id).Count != before) repriced.Add(variant.Id);
        }
        Count(import, product, change, repriced, isCounted);
        TakeStock(import, rows, change);
        pictures.AddRange(change.NewPictures.Select(p => p.Id));
        byHandle[product.Handle] = product;
        foreach (var variant in product.Variants) bySku[variant.Sku] = product;
    }

    private async Task<IReadOnlyList<CategoryId>?> CategoriesAsync(Import import, ImportGroup group, Product product, bool isNew, CancellationToken cancel)
    {
        // Shopify's type stands for a category once: afterwards people sort their things in Hilo.
        if (group.CategoryPaths is not { } wanted || (import.Format == ImportFormat.Shopify && !isNew && product.ProductType == group.Draft.ProductType)) return null;
        var found = new List<CategoryId>(wanted.Count);
        foreach (var path in wanted) found.Add(await paths.FindAsync(path, group.Line, cancel));
        return found;
    }

    /// <summary>Rows are known by their SKU first: a product keeps its address when the file calls it otherwise.</summary>
    private (Product Product, bool IsNew) Find(ImportGroup group, DateTimeOffset now)
    {
        if (group.Handle.Length > 0 && byHandle.TryGetValue(group.Handle, out var named)) return (named, false);
        foreach (var row in group.Rows)
            if (row.Draft.Sku is { } sku && bySku.TryGetValue(sku, out var owner)) return (owner, false);
        return (new Product { Id = IId<ProductId>.New(), Handle = group.Handle, CreatedAt = now }, true);
    }

    private List<ImportRow> Accepted(ImportGroup group, Product product, bool isNew)
    {
        var accepted = new List<ImportRow>(group.Rows.Count);
        var named = new Dictionary<string, int>(StringComparer.Ordinal);
        var room = Product.MostVariants - product.Sold.Count();
        var options = group.Draft.Options?.Count ?? product.Options.Count;
        foreach (var row in group.Rows)
        {
            var draft = row.Draft;
            var known = draft.Sku is { } sku ? product.Variants.Find(v => v.Sku == sku) : null;
            if (known is not null && group.Draft.Options is null) draft = draft with { OptionValues = known.OptionValues };
            known ??= product.Variants.Find(v => v.RetiredAt is null && v.OptionValues.SequenceEqual(draft.OptionValues));
            var values = string.Join('\n', draft.OptionValues);
            if (draft.Sku is { } other && bySku.TryGetValue(other, out var owner) && owner != product) Refuse(row, "sku.other_product", other, owner.Title);
            else if ((draft.Gtin ?? known?.Gtin) is { } gtin && gtinOwners.TryGetValue(gtin, out var gtinOwner) && (gtinOwner != product.Id || product.Variants.Exists(v => v != known && v.Gtin == gtin && v.RetiredAt is null)))
                Refuse(row, "gtin.taken", gtin);
            else if (draft.OptionValues.Count != options || draft.OptionValues.Any(string.IsNullOrWhiteSpace)) Refuse(row, "variant.option_values_missing", string.Join(" · ", draft.OptionValues));
            else if (named.TryGetValue(values, out var first)) Refuse(row, "variant.repeated", string.Join(" · ", draft.OptionValues), first.ToString(CultureInfo.InvariantCulture));
            else if (known is null && draft.Price is null) Refuse(row, isNew && group.Draft.Title is null ? "sku.unknown" : "price.missing", draft.Sku ?? "");
            else if (known is null && room-- <= 0) Refuse(row, "product.too_many_variants", draft.Sku, Product.MostVariants.ToString(CultureInfo.InvariantCulture));
            else
            {
                named.Add(values, row.Line);
                accepted.Add(row with { Draft = draft });
            }
        }
        return accepted;
    }

    private void Count(Import import, Product product, ProductChange change, HashSet<VariantId> repriced, bool isCounted)
    {
        if (change.IsNew) created.Add(product.Id);
        else if (!isCounted && (!change.IsEmpty || repriced.Count > 0) && !created.Contains(product.Id)) updated.Add(product.Id);
        foreach (var (variant, _) in change.Named)
        {
            if (change.NewVariants.Contains(variant)) import.VariantsCreated++;
            else if (change.ChangedVariants.Contains(variant) || repriced.Contains(variant.Id)) import.VariantsUpdated++;
            else import.VariantsUnchanged++;
        }
    }

    private void TakeStock(Import import, List<ImportRow> rows, ProductChange change)
    {
        foreach (var (row, (variant, _)) in rows.Zip(change.Named))
        {
            if (row.Stock?.IsPositive == true && import is { LocationId: null, ToldOfStock: false })
            {
                import.ToldOfStock = true;
                problems.Add(new RowProblem(row.Line, null, row.Stock.ToString(), "stock.no_location", true));
            }
            if (row.Stock is not { } onHand || import.LocationId is not { } location || !(import.OverwritesStock || change.NewVariants.Contains(variant))) continue;
            stock.Add(new ImportedStock(variant.Id, location, onHand));
            stockLines[variant.Id] = row.Line;
        }
    }

    private async Task ReceiveStockAsync(Import import, CancellationToken cancel)
    {
        if (stock.Count == 0 || inventories.FirstOrDefault() is not { } inventory) return;
        var answer = await inventory.SetOnHandAsync(stock, $"Importación: {import.FileName}", cancel);
        foreach (var refused in answer.Refused)
            problems.Add(new RowProblem(stockLines[refused.VariantId], null, refused.OnHand.ToString(), "stock.promised", true, refused.Promised.ToString()));
    }

    private async Task ReloadAsync(Product product, CancellationToken cancel)
    {
        var fresh = (await db.Products.Where(p => p.Id == product.Id).WholeAsync(db, cancel)).Single();
        byHandle[fresh.Handle] = fresh;
        foreach (var variant in fresh.Variants) bySku[variant.Sku] = fresh;
    }

    private void RefuseAll(List<ImportRow> rows, string code)
    {
        foreach (var row in rows) Refuse(row, code, null);
    }

    private void Refuse(ImportRow row, string code, string? value, params string[] facts) => problems.Add(new RowProblem(row.Line, null, value, code, false, facts));
}
