namespace Hilo;

/// <summary>What can be promised of these variants changed at a location.</summary>
[EventName("inventory.stock_changed")]
public sealed record StockChanged(LocationId At, IReadOnlyList<VariantId> Variants, string Reason) : ILocationEvent
{
    public Guid Subject => At.Value;

    LocationId? ILocationEvent.LocationId => At;
}

[EventName("inventory.stock_adjusted")]
public sealed record StockAdjusted(VariantId VariantId, LocationId At, Quantity Before, Quantity After, string Reason) : ILocationEvent
{
    public Guid Subject => VariantId.Value;

    LocationId? ILocationEvent.LocationId => At;
}

[EventName("inventory.reservation_expired")]
public sealed record ReservationExpired(CartId CartId, IReadOnlyList<VariantId> Variants) : IEvent
{
    public Guid Subject => CartId.Value;
}

[EventName("inventory.location_saved")]
public sealed record LocationSaved(LocationId Saved) : ILocationEvent
{
    public Guid Subject => Saved.Value;

    LocationId? ILocationEvent.LocationId => Saved;
}
