namespace Hilo;

/// <summary>Why stock is claimed: pickup floors and caps differ by it.</summary>
public enum ClaimPurpose { Ship, Pickup, Counter }

/// <summary>What may be promised now, asked of the database.</summary>
public interface IAvailability
{
    /// <summary>Available per variant and location for a channel and purpose; pairs without stock are absent. One answer per question, in order.</summary>
    Task<IReadOnlyList<IReadOnlyList<StockAvailable>>> FindAsync(IReadOnlyList<AvailabilityQuestion> questions, CancellationToken cancel);
}

/// <param name="Cart">Its own reservations count as available to it.</param>
public sealed record AvailabilityQuestion(IReadOnlyCollection<VariantId> Variants, SalesChannelId SalesChannelId, ClaimPurpose Purpose, CartId? Cart);

public sealed record StockAvailable(VariantId VariantId, LocationId LocationId, Quantity Available);

/// <summary>Claims on stock. Every question is plural and is answered in order; a refused claim takes nothing and never harms its neighbors.
/// Rows are locked in the order (variant, location), decided in one pure function and written once.</summary>
public interface IClaimStock
{
    /// <summary>Sets what a cart holds: lines replace whatever it held before, an empty list releases it.</summary>
    Task<IReadOnlyList<StockAnswer>> ReserveAsync(IReadOnlyList<StockReservation> claims, CancellationToken cancel);

    /// <summary>Firm allocations of an order. Reservations of <see cref="StockClaim.Cart"/> are consumed first, whether or not they have expired.</summary>
    Task<IReadOnlyList<StockAnswer>> AllocateAsync(IReadOnlyList<StockClaim> claims, CancellationToken cancel);

    /// <summary>Gives allocated units back to availability: a cancellation.</summary>
    Task DeallocateAsync(IReadOnlyList<StockRelease> releases, CancellationToken cancel);

    /// <summary>The units left the house: shipped or handed over. On hand and allocated both fall.</summary>
    Task IssueAsync(IReadOnlyList<StockRelease> issues, StockIssue kind, CancellationToken cancel);

    /// <summary>Units of an order that somebody looked for and did not find. Their allocation ends, and on hand falls to what was found and what others were promised:
    /// where one unit cannot be found, no free one is there either.</summary>
    /// <param name="reason">Kept with the movement, for people.</param>
    Task LoseAsync(IReadOnlyList<StockRelease> losses, string reason, CancellationToken cancel);
}

public enum StockIssue { Shipped, HandedOver }

/// <param name="Until">When the hold ends by itself.</param>
public sealed record StockReservation(CartId Cart, SalesChannelId SalesChannelId, ClaimPurpose Purpose, DateTimeOffset Until, IReadOnlyList<StockClaimLine> Lines);

public sealed record StockClaim(OrderId Order, CartId? Cart, SalesChannelId SalesChannelId, ClaimPurpose Purpose, IReadOnlyList<StockClaimLine> Lines);

/// <param name="OrderLine">The cart line's or order line's id: allocations are kept per line.</param>
public sealed record StockClaimLine(OrderLineId OrderLine, VariantId VariantId, LocationId LocationId, Quantity Quantity);

/// <summary>Units of one order line at one location.</summary>
public sealed record StockRelease(OrderId Order, OrderLineId OrderLine, VariantId VariantId, LocationId LocationId, Quantity Quantity);

/// <param name="Shortages">Empty when the whole claim was taken; otherwise every short line, and nothing was taken.</param>
public sealed record StockAnswer(IReadOnlyList<StockShortage> Shortages)
{
    public static readonly StockAnswer Taken = new([]);

    public bool IsTaken => Shortages.Count == 0;
}

public sealed record StockShortage(OrderLineId OrderLine, VariantId VariantId, LocationId LocationId, Quantity Wanted, Quantity Available);

/// <summary>Places that hold stock.</summary>
public interface ILocations
{
    Task<IReadOnlyList<Place>> AllAsync(CancellationToken cancel);
}

public enum LocationKind { Store, Warehouse, Virtual }

/// <param name="TimeZone">IANA name; store-local days are computed in it.</param>
public sealed record Place(
    LocationId Id, string Code, string Name, LocationKind Kind, LegalEntityId LegalEntityId, PostalAddress Address, GeoPoint? Position,
    string TimeZone, IReadOnlyList<OpeningHours> Hours, bool Ships, bool OffersPickup, bool IsActive);

/// <summary>Degrees, WGS 84.</summary>
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    /// <summary>Great-circle distance in kilometers.</summary>
    public double KilometersTo(GeoPoint other)
    {
        static double Radians(double degrees) => degrees * Math.PI / 180;
        var (dLat, dLon) = (Radians(other.Latitude - Latitude), Radians(other.Longitude - Longitude));
        var h = Math.Pow(Math.Sin(dLat / 2), 2) + (Math.Cos(Radians(Latitude)) * Math.Cos(Radians(other.Latitude)) * Math.Pow(Math.Sin(dLon / 2), 2));
        return 2 * 6371.0088 * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }
}

/// <param name="Opens">Local time.</param>
public sealed record OpeningHours(DayOfWeek Day, TimeOnly Opens, TimeOnly Closes);
