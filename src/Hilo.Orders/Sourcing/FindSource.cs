namespace Hilo.Orders;

/// <summary>Something that wants to know where it would come from.</summary>
internal sealed record SourceWish(CartDelivery Delivery, SalesChannelId Channel, CartId? Cart, IReadOnlyList<CartLine> Lines);

/// <summary>Asks what there is and decides where it comes from: the same for a cart that holds and an order that claims.</summary>
internal sealed class FindSource(IAvailability availability, IShopStores stores)
{
    /// <summary>One answer per wish, in order.</summary>
    public async Task<IReadOnlyList<Result<SourcingPlan>>> ForAsync(IReadOnlyList<SourceWish> wishes, IReadOnlyList<Place> places, CancellationToken cancel)
    {
        SourceWish[] open = [.. wishes.Where(w => !Sourcing.IsFixed(w.Delivery.Kind))];
        var there = open.Length == 0 ? [] : await availability.FindAsync(
            [.. open.Select(w => new AvailabilityQuestion([.. w.Lines.Select(l => l.VariantId).Distinct()], w.Channel, ClaimPurpose.Ship, w.Cart))], cancel);
        var next = 0;
        return [.. wishes.Select(w => Sourcing.IsFixed(w.Delivery.Kind) ? At(w, places) : Nearest(w, places, there[next++]))];
    }

    private static Result<SourcingPlan> At(SourceWish wish, IReadOnlyList<Place> places)
    {
        var place = places.FirstOrDefault(p => p.Id == wish.Delivery.LocationId && p.IsActive);
        if (place is null || (wish.Delivery.Kind == DeliveryKind.Pickup && !place.OffersPickup)) return CartProblems.BadDelivery;
        return Sourcing.At(place, wish.Delivery.Kind, Wanted(wish));
    }

    private SourcingPlan Nearest(SourceWish wish, IReadOnlyList<Place> places, IReadOnlyList<StockAvailable> there) => Sourcing.Decide(new SourcingRequest(
        wish.Delivery.Kind, null, PostalCode.TryParse(wish.Delivery.Address?.PostalCode, out var to) ? stores.Locate(to) : null, Wanted(wish), places, there));

    private static SourcingLine[] Wanted(SourceWish wish) => [.. wish.Lines.Select(l => new SourcingLine(l.Id, l.VariantId, l.Sku, l.Quantity))];
}
