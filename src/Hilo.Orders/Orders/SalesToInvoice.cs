using Microsoft.EntityFrameworkCore;

namespace Hilo.Orders;

/// <summary>What invoicing knows of an order.</summary>
internal sealed class SalesToInvoice(OrdersDb db) : ISalesToInvoice
{
    public async Task<IReadOnlyDictionary<OrderId, SaleToInvoice>> FindAsync(IReadOnlyCollection<OrderId> orders, CancellationToken cancel) =>
        (await db.Orders.AsNoTracking().Include(o => o.Lines).Where(o => orders.Contains(o.Id)).ToListAsync(cancel)).ToDictionary(o => o.Id, Of);

    private static SaleToInvoice Of(Order order) => new(
        order.Id, order.Number, order.LegalEntityId, order.SalesChannelId, order.LocationId, order.CustomerId, order.Culture, order.ContactEmail, order.ContactName,
        OrderViews.Receiver(order), order.ShipTo, order.PlacedAt, order.PaidAt, order.Tender, order.Currency, order.State == OrderState.Canceled,
        [.. order.Lines.OrderBy(l => l.Position).Select(l => new LineToInvoice(
            l.Id, l.Sku, l.Title, l.VariantTitle, l.TaxCode, l.Ordered, l.Canceled, order.Amount(l.UnitPriceMinor), order.Amount(l.GrossMinor - l.SubtotalMinor),
            order.Amount(l.GrossMinor), order.Amount(l.CanceledMinor)))],
        order.ShippingParts, order.Total);
}
