using Hilo.Platform;

namespace Hilo.Catalog;

internal static class ShowShopProduct
{
    public static void Map(RouteGroupBuilder shop) => shop.MapGet("/products/{handle}", Handle)
        .AllowAnyone()
        .Produces<ShopProduct>()
        .WithSummary("One product with its variants, prices and stock bands. Prices are final; the amount without national taxes stands beside.");

    private static IResult Handle(string handle, HttpContext http, LiveSnapshot live)
    {
        var snapshot = live.Current;
        if (snapshot.Find(handle) is not { } item) return TypedResults.NotFound();
        if (http.IsKnown(snapshot)) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        return new StoredJson(item.Page(snapshot));
    }
}

/// <summary>An answer that was written before.</summary>
internal sealed class StoredJson(ReadOnlyMemory<byte> json) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        httpContext.Response.ContentLength = json.Length;
        return httpContext.Response.Body.WriteAsync(json, httpContext.RequestAborted).AsTask();
    }
}
