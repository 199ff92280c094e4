using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Catalog;

internal static class EditProduct
{
    public static void Map(RouteGroupBuilder products) => products.MapPut("/{id}", HandleAsync)
        .RequirePermission(Permissions.CatalogManage)
        .WithSummary("Change a product. Lists that are left out stay; variants that are left out are retired.");

    private static async Task<Results<Ok<ProductView>, NotFound, ProblemHttpResult>> HandleAsync(
        ProductId id, SaveProductRequest request, ProductEditor editor, ShowProduct show, HttpContext http, CancellationToken cancel)
    {
        if (await editor.SaveAsync(id, request, found => http.RefusedEditOf(found.Version), cancel) is not { } saved) return TypedResults.NotFound();
        if (saved.Refused(out var problem, out var product)) return problem.ToHttp();
        http.ShowVersion(product.Version);
        return TypedResults.Ok(await show.OfAsync(product, cancel));
    }
}
