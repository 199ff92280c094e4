using Microsoft.EntityFrameworkCore;

namespace Hilo.Orders;

/// <summary>What invoicing knows of an order.</summary>
internal sealed class SalesToInvoice(OrdersDb db, ILocations locations) : ISalesToInvoice
{
    public async Task<IReadOnlyDictionary<OrderId, SaleToInvoice>> FindAsync(IReadOnlyCollection<OrderId> orders, CancellationToken cancel)
    {
        var found = await db.Orders.AsNoTracking().Include(o => o.Lines).Where(o => orders.Contains(o.Id)).ToListAsync(cancel);
        var provinces = found.Exists(o => o.LocationId is not null) ? (await locations.AllAsync(cancel)).ToDictionary(p => p.Id, p => p.Address.Province) : [];
        return found.ToDictionary(o => o.Id, o => Of(o, o.ShipTo?.Province ?? (o.LocationId is { } at ? provinces.GetValueOrDefault(at) : null)));
    }

    public static SaleToInvoice Of(Order order, string? province) => new(
        order.Id, order.Number, order.LegalEntityId, order.SalesChannelId, order.LocationId, order.CustomerId, order.Culture, order.ContactEmail, order.ContactName,
        OrderViews.Receiver(order), order.ShipTo, order.PlacedAt, order.PaidAt, order.Tender, order.Currency, order.State == OrderState.Canceled,
        [.. order.Lines.OrderBy(l => l.Position).Select(l => new LineToInvoice(
            l.Id, l.Sku, l.Title, l.VariantTitle, l.TaxCode, l.Ordered, l.Canceled, order.Amount(l.UnitPriceMinor), order.Amount(l.GrossMinor - l.SubtotalMinor),
            order.Amount(l.GrossMinor), order.Amount(l.CanceledMinor))
        {
            Changed = order.Amount(l.ChangedMinor),
            Left = l.Fulfilled,
        })],
        order.ShippingParts, order.Total)
    {
        ShippingChanged = order.Amount(order.ShippingChangedMinor),
        Tributes = order.Tributes ?? [],
        Province = province,
    };
}
