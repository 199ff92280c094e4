using System.ComponentModel.DataAnnotations;

namespace Hilo;

/// <summary>A store as shoppers see it.</summary>
/// <param name="OpensOn">The day of <c>OpensAt</c> where the store does not open today any more; null otherwise.</param>
public sealed record ShopStore(
    LocationId Id, string Code, string Name, PostalAddress Address, GeoPoint? Position, double? DistanceKm,
    IReadOnlyList<OpeningHours> Hours, bool OffersPickup, bool IsOpenNow, TimeOnly? OpensAt, TimeOnly? ClosesAt, DayOfWeek? OpensOn = null);

/// <param name="Left">Stated only when few are left.</param>
public sealed record StoreStock(ShopStore Store, StockBand Stock, Quantity? Left);

/// <param name="CanShip">Some location that ships has it.</param>
public sealed record VariantStock(VariantId VariantId, bool CanShip, IReadOnlyList<StoreStock> Stores, DateTimeOffset At);

public sealed record LocationView(
    LocationId Id, int Version, string Code, string Name, LocationKind Kind, LegalEntityId LegalEntityId, PostalAddress Address, GeoPoint? Position,
    string TimeZone, IReadOnlyList<OpeningHours> Hours, bool Ships, bool OffersPickup, bool IsActive);

public sealed record SaveLocationRequest(
    [property: Required, StringLength(20, MinimumLength = 1)] string Code,
    [property: Required, StringLength(120, MinimumLength = 1)] string Name,
    LocationKind Kind,
    LegalEntityId LegalEntityId,
    [property: Required] PostalAddress Address,
    [property: Required, StringLength(60)] string TimeZone,
    bool Ships,
    bool OffersPickup,
    GeoPoint? Position = null,
    [property: MaxLength(21)] IReadOnlyList<OpeningHours>? Hours = null,
    bool IsActive = true);

public sealed record StockLevelView(
    VariantId VariantId, string Sku, string Title, string VariantTitle, LocationId LocationId, string Location,
    Quantity OnHand, Quantity Reserved, Quantity Allocated, Quantity Leased, Quantity Unsellable, Quantity Safety, Quantity Available, DateTimeOffset ChangedAt);

/// <param name="Number">Counts the movements of one variant at one location, without gaps.</param>
/// <param name="Quantity">Signed change of the counter that the kind names.</param>
public sealed record StockMovementView(
    long Number, DateTimeOffset At, VariantId VariantId, LocationId LocationId, string Kind, Quantity Quantity, Quantity OnHandAfter,
    string? Reason, string? OrderNumber, string? Actor);

/// <summary>Exactly one of <paramref name="SetTo"/> and <paramref name="ChangeBy"/>.</summary>
public sealed record AdjustStockRequest(
    VariantId VariantId, LocationId LocationId, [property: Required, StringLength(200, MinimumLength = 3)] string Reason, Quantity? SetTo = null, Quantity? ChangeBy = null);

public sealed record BulkStockRequest(
    [property: Required, MinLength(1), MaxLength(10_000)] IReadOnlyList<BulkStockLine> Lines,
    [property: Required, StringLength(200, MinimumLength = 3)] string Reason);

/// <param name="Location">Code of the location.</param>
public sealed record BulkStockLine(
    [property: Required, StringLength(64)] string Sku, [property: Required, StringLength(20)] string Location, Quantity OnHand);

public sealed record BulkStockResult(int Changed, int Unchanged, IReadOnlyList<ImportProblem> Problems);

public sealed record SetStockRulesRequest(VariantId VariantId, LocationId LocationId, Quantity Safety);

/// <summary>What a channel may take: at most <paramref name="Cap"/> units promised at once; never the last <paramref name="PickupFloor"/> for pickups.</summary>
public sealed record SetChannelRuleRequest(LocationId LocationId, VariantId? VariantId = null, SalesChannelId? SalesChannelId = null, Quantity? Cap = null, Quantity? PickupFloor = null);

/// <param name="VariantId">Null: every variant.</param>
/// <param name="SalesChannelId">Null: each channel by itself.</param>
public sealed record ChannelRuleView(LocationId LocationId, VariantId? VariantId, SalesChannelId? SalesChannelId, Quantity? Cap, Quantity? PickupFloor);
