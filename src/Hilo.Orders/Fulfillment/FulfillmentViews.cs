namespace Hilo.Orders;

/// <summary>A work order as the people of a location see it.</summary>
internal static class FulfillmentViews
{
    /// <param name="left">What is still to pay; unless known, everything of an order that is not paid.</param>
    /// <param name="gtins">What the barcode of a product says.</param>
    public static FulfillmentOrderView Of(
        FulfillmentOrder work, Order order, OrderNames names, Money? left = null, string? handedOverBy = null, IReadOnlyDictionary<VariantId, string>? gtins = null)
    {
        var lines = order.Lines.ToDictionary(l => l.Id);
        return new FulfillmentOrderView(
            work.Id, work.Version, order.Id, order.Number, work.LocationId, names.Of(work.LocationId), work.Delivery, work.State,
            [.. work.Lines.Select(l => (Work: l, Sold: lines[l.OrderLineId])).OrderBy(l => l.Sold.Position).Select(l => new FulfillmentLineView(
                l.Work.OrderLineId, l.Work.VariantId, l.Sold.Sku, gtins?.GetValueOrDefault(l.Work.VariantId), l.Sold.Title, l.Sold.VariantTitle, l.Sold.PictureUrl, l.Work.Quantity, l.Work.Picked))],
            order.ContactName, work.CreatedAt, work.DueAt, work.HeldUntil, work.Carrier, work.TrackingCode, handedOverBy, work.FinishedAt,
            order.PaidAt is not null, left ?? (order.PaidAt is null ? order.Due : Money.Zero(order.Currency)));
    }
}
