using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Catalog;

internal static class ShowShopProduct
{
    public static void Map(RouteGroupBuilder shop) => shop.MapGet("/products/{handle}", Handle)
        .AllowAnyone()
        .WithSummary("One product with its variants, prices and stock bands. Prices are final; the amount without national taxes stands beside.");

    private static Results<Ok<ShopProduct>, StatusCodeHttpResult, NotFound> Handle(string handle, HttpContext http, LiveSnapshot live)
    {
        var snapshot = live.Current;
        if (snapshot.Find(handle) is not { } item) return TypedResults.NotFound();
        if (http.IsKnown(snapshot)) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        return TypedResults.Ok(item.Detail with { Categories = ListShopCategories.Of(snapshot, item.Path) });
    }
}
