using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Catalog;

internal static class ListProducts
{
    private const int PageSize = 50;

    public static void Map(RouteGroupBuilder products) => products.MapGet("/", HandleAsync)
        .RequirePermission(Permissions.CatalogRead)
        .WithSummary("Products by title, drafts and archived ones too. q searches title, address, brand, SKU and GTIN.");

    private static async Task<Results<Ok<PageOf<ProductRow>>, ProblemHttpResult>> HandleAsync(
        CatalogDb db, PriceBook book, StockOnShow stock, CancellationToken cancel, string? q = null, Word<ProductStatus>? status = null, string? cursor = null)
    {
        var found = db.Products.AsNoTracking();
        if (status is { } only) found = found.Where(p => p.Status == only.Value);
        foreach (var word in Fold.Of(q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(10)) found = found.Where(p => p.SearchText.Contains(word));
        if (cursor is not null)
        {
            if (Cursor.Read<string, string>("products", cursor).Refused(out var problem, out var after)) return problem.ToHttp();
            var (title, handle) = after;
            found = found.Where(p => string.Compare(p.Title, title) > 0 || (p.Title == title && string.Compare(p.Handle, handle) > 0));
        }
        var page = await found.OrderBy(p => p.Title).ThenBy(p => p.Handle).Take(PageSize + 1).WholeAsync(db, cancel);
        var next = page.Count > PageSize ? Cursor.Write("products", page[PageSize - 1].Title, page[PageSize - 1].Handle) : null;
        return TypedResults.Ok(new PageOf<ProductRow>(await RowsAsync([.. page.Take(PageSize)], book, stock, cancel), next));
    }

    private static async Task<IReadOnlyList<ProductRow>> RowsAsync(List<Product> products, PriceBook book, StockOnShow stock, CancellationToken cancel)
    {
        var sold = products.SelectMany(p => p.Sold).Select(v => v.Id).ToList();
        if (sold.Count == 0) return [];
        var list = await book.DefaultAsync(cancel);
        var prices = await book.InForceAsync(sold, list.Id, cancel);
        var available = await stock.OfAsync(sold, cancel);
        return [.. products.Select(p =>
        {
            var amounts = p.Sold.Select(v => prices.GetValueOrDefault(v.Id)).OfType<Price>().Select(x => new Money(x.AmountMinor, list.Currency)).ToList();
            var total = p.Sold.Aggregate(Quantity.Zero, (sum, v) => sum + available.GetValueOrDefault(v.Id));
            return new ProductRow(p.Id, p.Handle, p.Title, p.Status, p.Sold.Count(), amounts.Count == 0 ? null : amounts.Min(), amounts.Count == 0 ? null : amounts.Max(), total,
                p.Pictures.OrderBy(x => x.Rank).FirstOrDefault(x => x.Url is not null) is { } picture ? Picture.ThumbOf(picture.Renditions) : null);
        })];
    }
}
