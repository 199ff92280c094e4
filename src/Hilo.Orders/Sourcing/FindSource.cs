namespace Hilo.Orders;

/// <summary>Asks what there is and decides where it comes from: the same for a cart that holds and an order that claims.</summary>
internal sealed class FindSource(IAvailability availability, IShopStores stores)
{
    public async Task<Result<SourcingPlan>> ForAsync(
        CartDelivery delivery, SalesChannelId channel, CartId? cart, IReadOnlyList<CartLine> lines, IReadOnlyList<Place> places, CancellationToken cancel)
    {
        SourcingLine[] wanted = [.. lines.Select(l => new SourcingLine(l.Id, l.VariantId, l.Sku, l.Quantity))];
        if (Sourcing.IsFixed(delivery.Kind))
        {
            var place = places.FirstOrDefault(p => p.Id == delivery.LocationId && p.IsActive);
            if (place is null || (delivery.Kind == DeliveryKind.Pickup && !place.OffersPickup)) return CartProblems.BadDelivery;
            return Sourcing.At(place, delivery.Kind, wanted);
        }
        var there = await availability.FindAsync([.. wanted.Select(l => l.VariantId).Distinct()], channel, ClaimPurpose.Ship, cart, cancel);
        return Sourcing.Decide(new SourcingRequest(delivery.Kind, null, PostalCode.TryParse(delivery.Address?.PostalCode, out var to) ? stores.Locate(to) : null, wanted, places, there));
    }
}
