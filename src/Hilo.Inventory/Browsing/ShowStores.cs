using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Inventory;

internal static class ShowStores
{
    public static void Map(RouteGroupBuilder shop) => shop.MapGet("/stores", HandleAsync)
        .WithSummary("The stores, with hours and whether they are open now; with postalCode the nearest first.").AllowAnyone();

    private static async Task<Results<Ok<List<ShopStore>>, ProblemHttpResult>> HandleAsync(
        string? postalCode, ILocations locations, TimeProvider clock, CancellationToken cancel)
    {
        PostalCode? from = null;
        if (!string.IsNullOrWhiteSpace(postalCode) && !PostalCode.TryParse(postalCode, out from)) return StockProblems.NoPostalCode.ToHttp();
        return TypedResults.Ok(Stores.Of(await locations.AllAsync(cancel), from, clock.GetUtcNow()));
    }
}
