using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Inventory;

internal static class ShowVariantStock
{
    /// <summary>From here down a shopper is told how many are left.</summary>
    private static readonly Quantity Few = Quantity.Units(3);

    public static void Map(RouteGroupBuilder shop) => shop.MapGet("/stock/{variant}", HandleAsync)
        .WithSummary("What each store has of a variant, and whether it can be shipped. An unknown variant answers like one without stock.").AllowAnyone();

    private static async Task<Results<Ok<VariantStock>, ProblemHttpResult>> HandleAsync(
        VariantId variant, string? postalCode, SalesChannelId? salesChannel, ILocations locations, IAvailability availability, TimeProvider clock, CancellationToken cancel)
    {
        PostalCode? from = null;
        if (!string.IsNullOrWhiteSpace(postalCode) && !PostalCode.TryParse(postalCode, out from)) return StockProblems.NoPostalCode.ToHttp();
        var places = await locations.AllAsync(cancel);
        var there = await availability.FindAsync(
            [new([variant], salesChannel ?? default, ClaimPurpose.Pickup, null), new([variant], salesChannel ?? default, ClaimPurpose.Ship, null)], cancel);
        var (pickup, ship) = (there[0], there[1]);
        var now = clock.GetUtcNow();
        return TypedResults.Ok(new VariantStock(
            variant,
            ship.Any(s => places.Any(p => p.Id == s.LocationId && p.Ships)),
            [.. Stores.Of(places, from, now).Select(store => Of(store, pickup.FirstOrDefault(p => p.LocationId == store.Id)?.Available ?? Quantity.Zero))],
            now));
    }

    private static StoreStock Of(ShopStore store, Quantity available) => available switch
    {
        { IsPositive: false } => new StoreStock(store, StockBand.None, null),
        _ when available <= Few => new StoreStock(store, StockBand.LastUnits, available),
        _ => new StoreStock(store, StockBand.InStock, null),
    };
}
