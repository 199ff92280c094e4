namespace Hilo;

public enum SalesChannelKind { Web, Store, Phone, Marketplace, Chat, Agent }

public enum DeliveryKind { Pickup, Ship, Counter }

public enum OrderState { Open, Completed, Canceled }

public enum FulfillmentState { Awaiting, Accepted, Picked, Packed, Ready, Shipped, HandedOver, Delivered, Canceled }

public enum CartState { Open, Completed, Abandoned }

/// <summary>What a message or a document says of an order. Personal data: never into an event.</summary>
public interface IOrderSummaries
{
    Task<IReadOnlyDictionary<OrderId, OrderSummary>> FindAsync(IReadOnlyCollection<OrderId> orders, CancellationToken cancel);

    Task<OrderSummary?> FindBySaleAsync(SaleId sale, CancellationToken cancel);
}

/// <summary>What the fiscal norm wants to know of a buyer before a sale is made. Declared here, answered by invoicing: no sale may arrive there without what its document needs.</summary>
public interface INameBuyers
{
    /// <summary>Needs no database: asked at every look at a cart.</summary>
    /// <param name="receiver">Whom the document would name; null for a final consumer who was not named.</param>
    BuyerNaming Ask(OrderReceiver? receiver, Money total, DateTimeOffset at);
}

/// <param name="NeedsDocument">The norm wants a final consumer named at this total.</param>
/// <param name="From">From which total it does; null where that is not known in this currency.</param>
/// <param name="Problem">What is missing, or wrong with who is named; null when the sale can be documented.</param>
public sealed record BuyerNaming(bool NeedsDocument, Money? From, Problem? Problem);

/// <summary>Whose order a signed link opens, for the papers of an order.</summary>
public interface IOpenOrderLinks
{
    /// <summary>Refused as the page of the order itself would be.</summary>
    Task<Result<OrderId>> OpenAsync(string link, CustomerId? shopper, CancellationToken cancel);
}

public sealed record OrderSummary(
    OrderId Id, string Number, SaleId SaleId, SalesChannelId SalesChannelId, CustomerId? CustomerId, string? Email, string? Name, string Culture,
    DateTimeOffset PlacedAt, Money Goods, Money Discounts, Money Shipping, Money Total, DeliveryKind Delivery, PostalAddress? ShipTo, LocationId? PickupLocationId,
    string? PickupPersonName, DateTimeOffset? PaymentDeadline, Tender? Tender, string OrderUrl, IReadOnlyList<OrderSummaryLine> Lines)
{
    /// <summary>Taxes on top of the prices, part of the total.</summary>
    public IReadOnlyList<SaleTribute> Tributes { get; init; } = [];
}

public sealed record OrderSummaryLine(string Title, string VariantTitle, string Sku, Quantity Quantity, Money Total, string? PictureUrl, OrderLineId Id = default);

/// <summary>The pass of a pickup order while it is ready, for the mail that carries it.</summary>
public interface IPickupPasses
{
    Task<PickupPassView?> FindAsync(OrderId order, CancellationToken cancel);
}

/// <param name="Qr">The signed text inside the QR.</param>
/// <param name="ShortCode">Two groups of four, works online only.</param>
public sealed record PickupPassView(string Qr, string ShortCode, DateTimeOffset ValidUntil);

/// <summary>What the mail about a revocation says and where it goes.</summary>
public interface IRevocationMails
{
    Task<RevocationMail?> FindAsync(RevocationId revocation, CancellationToken cancel);
}

/// <param name="OrderNumber">As it was typed.</param>
public sealed record RevocationMail(string Email, string Code, string? OrderNumber, string Culture);
