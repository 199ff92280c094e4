using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Catalog;

internal sealed class ShowProduct(CatalogDb db, ProblemCatalog problems, TimeProvider clock)
{
    public static void Map(RouteGroupBuilder products) => products.MapGet("/{id}", HandleAsync)
        .RequirePermission(Permissions.CatalogRead)
        .WithSummary("One product with its variants, pictures and the prices in force or planned.");

    private static async Task<Results<Ok<ProductView>, NotFound>> HandleAsync(
        ProductId id, CatalogDb db, ShowProduct show, HttpContext http, CancellationToken cancel)
    {
        if ((await db.Products.Where(p => p.Id == id).WholeAsync(db, cancel)).SingleOrDefault() is not { } product) return TypedResults.NotFound();
        http.ShowVersion(product.Version);
        return TypedResults.Ok(await show.OfAsync(product, cancel));
    }

    public async Task<ProductView> OfAsync(Product product, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var variants = product.Sold.Select(v => v.Id).ToList();
        var lists = await db.PriceLists.AsNoTracking().ToDictionaryAsync(l => l.Id, cancel);
        var prices = (await db.Prices.AsNoTracking().Where(p => variants.Contains(p.VariantId) && (p.ValidTo == null || p.ValidTo > now)).ToListAsync(cancel))
            .ToLookup(p => p.VariantId, p => p.View(lists[p.PriceListId]));
        return new ProductView(
            product.Id, product.Version, product.Handle, product.Title, product.Description, product.Brand, product.ProductType, product.Status, product.Options,
            [.. product.Sold.Select(v => new VariantView(v.Id, v.Sku, v.Gtin, v.OptionValues, v.WeightGrams, v.TaxCode, [.. prices[v.Id]]))],
            [.. product.Pictures.OrderBy(p => p.Rank).Select(p => new PictureView(p.Id, p.SourceUrl, p.Url, p.Alt, p.State, p.Error is { } code ? problems.TextOf(code)?.Cause ?? code : null))],
            product.Categories, product.Tags, product.Attributes);
    }
}
