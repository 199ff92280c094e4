using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Catalog;

internal static class CreateProduct
{
    public static void Map(RouteGroupBuilder products) => products.MapPost("/", HandleAsync)
        .RequirePermission(Permissions.CatalogManage)
        .WithSummary("Create a product with its variants and their prices on the default list.");

    private static async Task<Results<Created<ProductView>, ProblemHttpResult>> HandleAsync(
        SaveProductRequest request, ProductEditor editor, ShowProduct show, HttpContext http, CancellationToken cancel)
    {
        var saved = await editor.SaveAsync(null, request, _ => null, cancel);
        if (saved!.Value.Refused(out var problem, out var product)) return problem.ToHttp();
        http.ShowVersion(product.Version);
        return TypedResults.Created($"/api/v1/products/{product.Id}", await show.OfAsync(product, cancel));
    }
}
