using Microsoft.EntityFrameworkCore;

namespace Hilo.Catalog;

/// <summary>Whole products, in four queries however many they are.</summary>
internal static class LoadProducts
{
    public static async Task<List<Product>> WholeAsync(this IQueryable<Product> products, CatalogDb db, CancellationToken cancel)
    {
        var found = await products.AsNoTracking().ToListAsync(cancel);
        var ids = found.Select(p => p.Id).ToList();
        if (ids.Count == 0) return found;
        Attach(found,
            await db.Variants.AsNoTracking().Where(v => ids.Contains(v.ProductId)).ToListAsync(cancel),
            await db.Pictures.AsNoTracking().Where(p => ids.Contains(p.ProductId)).ToListAsync(cancel),
            await db.ProductCategories.AsNoTracking().Where(l => ids.Contains(l.ProductId)).ToListAsync(cancel));
        return found;
    }

    /// <summary>Every product that the filter lets through, without a list of ids: for the whole catalog at once.</summary>
    public static async Task<List<Product>> AllPublishedAsync(CatalogDb db, CancellationToken cancel)
    {
        var found = await db.Products.AsNoTracking().Where(p => p.Status == ProductStatus.Published).ToListAsync(cancel);
        Attach(found, await db.Variants.AsNoTracking().ToListAsync(cancel), await db.Pictures.AsNoTracking().ToListAsync(cancel), await db.ProductCategories.AsNoTracking().ToListAsync(cancel));
        return found;
    }

    private static void Attach(List<Product> products, List<Variant> variants, List<Picture> pictures, List<ProductCategory> links)
    {
        var byId = products.ToDictionary(p => p.Id);
        foreach (var variant in variants.OrderBy(v => v.Rank))
            if (byId.TryGetValue(variant.ProductId, out var product)) product.Variants.Add(variant);
        foreach (var picture in pictures.OrderBy(p => p.Rank))
            if (byId.TryGetValue(picture.ProductId, out var product)) product.Pictures.Add(picture);
        foreach (var link in links)
            if (byId.TryGetValue(link.ProductId, out var product)) product.Categories.Add(link.CategoryId);
    }
}
