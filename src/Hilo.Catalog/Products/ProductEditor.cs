using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Catalog;

/// <summary>Saves what a person made of a product, new or known.</summary>
internal sealed class ProductEditor(DbSession session, CatalogDb db, PriceBook prices, TimeProvider clock)
{
    /// <param name="refuses">Looks at the present state: the edited version may be old.</param>
    /// <returns>Null when there is no such product.</returns>
    public async Task<Result<Product>?> SaveAsync(ProductId? id, SaveProductRequest request, Func<Product, Problem?> refuses, CancellationToken cancel)
    {
        await CatalogTurn.TakeAsync(session, cancel);
        var now = clock.GetUtcNow();
        if (request.Draft().Refused(out var malformed, out var draft)) return Result<Product>.Refuse(malformed);

        Product product;
        if (id is { } known)
        {
            if ((await db.Products.Where(p => p.Id == known).WholeAsync(db, cancel)).SingleOrDefault() is not { } found) return null;
            if (refuses(found) is { } conflict) return Result<Product>.Refuse(conflict);
            product = found;
        }
        else
        {
            var handle = draft.Handle ?? await FreeHandleAsync(Fold.Slug(draft.Title!), cancel);
            if (handle.Length == 0) return Result<Product>.Refuse(ProductProblems.Unnameable);
            product = new Product { Id = IId<ProductId>.New(), Handle = handle, CreatedAt = now };
        }

        if (await RefusedAsync(product, draft, cancel) is { } taken) return Result<Product>.Refuse(taken);
        var takenSkus = await TakenSkusAsync(product.Handle, cancel);
        if (product.Apply(draft, now, takenSkus.Contains).Refused(out var problem, out var change)) return Result<Product>.Refuse(problem);
        if (await TakenGtinAsync(product, cancel) is { } gtin) return Result<Product>.Refuse(ProductProblems.GtinTaken(gtin));

        var writer = new CatalogWriter(session);
        writer.Add(product, change);
        var list = await prices.DefaultAsync(cancel);
        var inForce = await prices.OpenAsync([.. product.Variants.Select(v => v.Id)], list.Id, cancel);
        foreach (var (variant, wanted) in change.Named)
            if (prices.Set(writer, product.Id, variant.Id, list, wanted.Price, inForce, now) is { } badPrice) return Result<Product>.Refuse(badPrice);
        if (product.Status == ProductStatus.Published && product.Sold.FirstOrDefault(v => !inForce.Has(v.Id)) is { } unpriced)
            return Result<Product>.Refuse(ProductProblems.PriceMissing(unpriced.Sku));

        await writer.WriteAsync(cancel);
        return (Result<Product>)product;
    }

    private async Task<Problem?> RefusedAsync(Product product, ProductDraft draft, CancellationToken cancel)
    {
        if (draft.Handle is { } handle && await db.Products.AnyAsync(p => p.Handle == handle && p.Id != product.Id, cancel)) return ProductProblems.HandleTaken(handle);
        var skus = draft.Variants.Select(v => v.Sku).OfType<string>().ToList();
        if (await db.Variants.Where(v => skus.Contains(v.Sku) && v.ProductId != product.Id).Select(v => v.Sku).FirstOrDefaultAsync(cancel) is { } sku) return ProductProblems.SkuTaken(sku);
        var pictures = draft.Pictures?.Select(p => p.SourceUrl) ?? product.Pictures.Select(p => p.SourceUrl);
        foreach (var lost in draft.Variants.Select(v => v.PictureUrl).OfType<string>().Except(pictures)) return ProductProblems.PictureNotListed(lost);
        if (draft.Categories is { } wanted)
        {
            var known = await db.Categories.Where(c => wanted.Contains(c.Id)).Select(c => c.Id).ToListAsync(cancel);
            foreach (var category in wanted.Except(known)) return ProductProblems.UnknownCategory(category);
        }
        return null;
    }

    // Asked of the product as it will be: a variant that is sold again has its old one.
    private Task<string?> TakenGtinAsync(Product product, CancellationToken cancel)
    {
        var gtins = product.Sold.Select(v => v.Gtin).OfType<string>().ToList();
        return db.Variants.Where(v => gtins.Contains(v.Gtin!) && v.ProductId != product.Id && v.RetiredAt == null).Select(v => v.Gtin).FirstOrDefaultAsync(cancel);
    }

    private async Task<string> FreeHandleAsync(string slug, CancellationToken cancel)
    {
        if (slug.Length == 0) return slug;
        var numbered = slug + "-";
        var taken = await db.Products.Where(p => p.Handle == slug || p.Handle.StartsWith(numbered)).Select(p => p.Handle).ToHashSetAsync(cancel);
        return Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? slug : string.Create(null, $"{slug}-{n}")).First(h => !taken.Contains(h));
    }

    // Made-up SKUs begin with the handle.
    private Task<HashSet<string>> TakenSkusAsync(string handle, CancellationToken cancel)
    {
        var start = handle.ToUpperInvariant();
        return db.Variants.Where(v => v.Sku.StartsWith(start)).Select(v => v.Sku).ToHashSetAsync(cancel);
    }
}
