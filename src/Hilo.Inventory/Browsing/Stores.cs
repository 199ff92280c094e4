namespace Hilo.Inventory;

/// <summary>Places as shoppers see them.</summary>
internal static class Stores
{
    /// <summary>Stores that are open to the public, nearest first where it is known from where.</summary>
    public static List<ShopStore> Of(IEnumerable<Place> places, PostalCode? from, DateTimeOffset now)
    {
        GeoPoint? here = from is null ? null : PostalPlaces.Of(from);
        return [.. places.Where(p => p is { IsActive: true, Kind: LocationKind.Store })
            .Select(p => Of(p, here, now))
            .OrderBy(s => s.DistanceKm ?? double.MaxValue).ThenBy(s => s.Name, StringComparer.Ordinal)];
    }

    private static ShopStore Of(Place place, GeoPoint? here, DateTimeOffset now)
    {
        var opening = OpeningTimes.At(place.Hours, place.TimeZone, now);
        double? distance = here is { } point && place.Position is { } position ? Math.Round(point.KilometersTo(position), 1, MidpointRounding.ToEven) : null;
        return new ShopStore(
            place.Id, place.Code, place.Name, place.Address, place.Position, distance, place.Hours, place.OffersPickup, opening.IsOpen, opening.Opens, opening.Closes, opening.On);
    }
}
