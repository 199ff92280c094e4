namespace Hilo;

/// <summary>What invoicing must know of an order, as it stands now. Personal data: never into an event.</summary>
public interface ISalesToInvoice
{
    Task<IReadOnlyDictionary<OrderId, SaleToInvoice>> FindAsync(IReadOnlyCollection<OrderId> orders, CancellationToken cancel);
}

/// <param name="IsOver">Canceled as a whole: nothing of it, delivery included, is owed any more.</param>
/// <param name="Receiver">Whom the document names, where somebody was named.</param>
public sealed record SaleToInvoice(
    OrderId Id, string Number, LegalEntityId Seller, SalesChannelId SalesChannelId, LocationId? LocationId, CustomerId? CustomerId, string Culture, string? Email, string? ContactName,
    OrderReceiver? Receiver, PostalAddress? ShipTo, DateTimeOffset PlacedAt, DateTimeOffset? PaidAt, Tender? Tender, Currency Currency, bool IsOver,
    IReadOnlyList<LineToInvoice> Lines, IReadOnlyList<PricedShipping> Shipping, Money Total);

/// <param name="Discount">Zero or negative: what was granted on the line, its share of the sale's included.</param>
/// <param name="Gross">What the whole line costs the buyer.</param>
/// <param name="CanceledGross">The part of it that canceled units cost.</param>
public sealed record LineToInvoice(
    OrderLineId Id, string Sku, string Title, string VariantTitle, TaxCode TaxCode, Quantity Ordered, Quantity Canceled, Money UnitPrice, Money Discount, Money Gross, Money CanceledGross);
