using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Catalog;

internal static class ListCategories
{
    public static void Map(RouteGroupBuilder categories) => categories.MapGet("/", HandleAsync)
        .RequirePermission(Permissions.CatalogRead)
        .WithSummary("All categories by name, each with its parent.");

    private static async Task<Ok<IReadOnlyList<CategoryView>>> HandleAsync(CatalogDb db, CancellationToken cancel)
    {
        var counts = await db.ProductCategories.GroupBy(l => l.CategoryId).Select(g => new { g.Key, Products = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Products, cancel);
        var all = await db.Categories.AsNoTracking().OrderBy(c => c.Name).ToListAsync(cancel);
        return TypedResults.Ok<IReadOnlyList<CategoryView>>([.. all.Select(c => SaveCategory.View(c, counts.GetValueOrDefault(c.Id)))]);
    }
}
