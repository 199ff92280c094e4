using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Catalog;

internal static class ListShopCategories
{
    public static void Map(RouteGroupBuilder shop) => shop.MapGet("/categories", Handle)
        .AllowAnyone()
        .WithSummary("Categories that have something to show, by name, each with its parent. Products below count too.");

    private static Results<Ok<IReadOnlyList<ShopCategory>>, StatusCodeHttpResult> Handle(HttpContext http, LiveSnapshot live)
    {
        var snapshot = live.Current;
        if (http.IsKnown(snapshot)) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var shown = Of(snapshot, snapshot.Categories.Keys).Where(c => c.Products > 0).OrderBy(c => Fold.Of(c.Name), StringComparer.Ordinal);
        return TypedResults.Ok<IReadOnlyList<ShopCategory>>([.. shown]);
    }

    public static IReadOnlyList<ShopCategory> Of(Snapshot snapshot, IEnumerable<CategoryId> ids) =>
        [.. ids.Where(snapshot.Categories.ContainsKey).Select(id => snapshot.Categories[id]).Select(c => new ShopCategory(
            c.Handle, c.Name, c.ParentId is { } parent && snapshot.Categories.TryGetValue(parent, out var above) ? above.Handle : null,
            snapshot.Facets.Find(FacetBook.Category, c.Handle) is { } number ? snapshot.UnfilteredCount(number) : 0))];
}
