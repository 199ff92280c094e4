using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Catalog;

/// <summary>What everything that is sold costs on one list, beside what the default list says where this one is silent.</summary>
internal static class ListPrices
{
    private const int PageSize = 50;

    public static void Map(RouteGroupBuilder lists) => lists.MapGet("/{id}/prices", HandleAsync)
        .RequirePermission(Permissions.CatalogRead)
        .WithSummary("What one unit of every variant costs on a list, by title and SKU. q searches title, address, brand, SKU and GTIN.");

    private static async Task<Results<Ok<PageOf<ListedPrice>>, NotFound, ProblemHttpResult>> HandleAsync(
        PriceListId id, CatalogDb db, PriceBook book, TimeProvider clock, CancellationToken cancel, string? q = null, string? cursor = null)
    {
        if (await db.PriceLists.AsNoTracking().FirstOrDefaultAsync(l => l.Id == id, cancel) is not { } list) return TypedResults.NotFound();
        var products = db.Products.AsNoTracking().Where(p => p.Status != ProductStatus.Archived);
        foreach (var word in Fold.Of(q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(10)) products = products.Where(p => p.SearchText.Contains(word));
        var sold = products.Join(db.Variants.AsNoTracking().Where(v => v.RetiredAt == null), p => p.Id, v => v.ProductId, (p, v) => new { p.Title, Variant = v });
        if (cursor is not null)
        {
            if (Cursor.Read<string, string>("prices", cursor).Refused(out var problem, out var after)) return problem.ToHttp();
            var (title, sku) = after;
            sold = sold.Where(s => string.Compare(s.Title, title) > 0 || (s.Title == title && string.Compare(s.Variant.Sku, sku) > 0));
        }
        var page = await sold.OrderBy(s => s.Title).ThenBy(s => s.Variant.Sku).Take(PageSize + 1).ToListAsync(cancel);
        var next = page.Count > PageSize ? Cursor.Write("prices", page[PageSize - 1].Title, page[PageSize - 1].Variant.Sku) : null;
        var shown = page.Take(PageSize).Select(s => s.Variant.Id).ToList();
        var (now, open, general) = (clock.GetUtcNow(), await book.OpenAsync(shown, id, cancel), await book.DefaultAsync(cancel));
        var otherwise = list.IsDefault || list.Currency != general.Currency ? new Dictionary<VariantId, Price>() : await book.InForceAsync(shown, general.Id, cancel);
        return TypedResults.Ok(new PageOf<ListedPrice>([.. page.Take(PageSize).Select(s =>
        {
            var own = open.Of(s.Variant.Id);
            return new ListedPrice(
                s.Variant.ProductId, s.Variant.Id, s.Variant.Sku, s.Title, s.Variant.Title,
                Price.InForce(own.Where(p => !p.IsTemporary), now, Quantity.One)?.View(list), Price.InForce(own.Where(p => p.IsTemporary), now, Quantity.One)?.View(list),
                otherwise.GetValueOrDefault(s.Variant.Id) is { } price ? new Money(price.AmountMinor, general.Currency) : null);
        })], next));
    }
}
