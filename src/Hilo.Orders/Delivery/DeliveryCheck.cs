namespace Hilo.Orders;

/// <summary>Whether a delivery can be meant at all; what it costs and whether there is stock is asked later.</summary>
internal static class DeliveryCheck
{
    public static Problem? Refused(CartDelivery delivery, IReadOnlyList<Place> places)
    {
        if (delivery.Kind == DeliveryKind.Ship)
            return delivery.Address is { Province: [var letter] } to && PostalCode.IsProvince(letter) && PostalCode.TryParse(to.PostalCode, out _) ? null : CartProblems.BadDelivery;
        if (delivery.Kind != DeliveryKind.Pickup) return CartProblems.BadDelivery; // A counter sells to who stands in front of it.
        return places.Any(p => p.Id == delivery.LocationId && p.IsActive && p.OffersPickup) ? null : CartProblems.BadDelivery;
    }
}
