namespace Hilo;

/// <summary>What invoicing must know of an order, as it stands now. Personal data: never into an event.</summary>
public interface ISalesToInvoice
{
    Task<IReadOnlyDictionary<OrderId, SaleToInvoice>> FindAsync(IReadOnlyCollection<OrderId> orders, CancellationToken cancel);
}

/// <summary>Sales of a time, for whoever holds them against their documents.</summary>
public interface IListSales
{
    /// <summary>Orders that were paid within it, in the order of their ids.</summary>
    /// <param name="to">Not included.</param>
    /// <param name="after">The last one of the page before.</param>
    Task<IReadOnlyList<OrderId>> PaidAsync(DateTimeOffset from, DateTimeOffset to, OrderId? after, int limit, CancellationToken cancel);
}

/// <param name="IsOver">Canceled as a whole: nothing of it, delivery included, is owed any more.</param>
/// <param name="Receiver">Whom the document names, where somebody was named.</param>
public sealed record SaleToInvoice(
    OrderId Id, string Number, LegalEntityId Seller, SalesChannelId SalesChannelId, LocationId? LocationId, CustomerId? CustomerId, string Culture, string? Email, string? ContactName,
    OrderReceiver? Receiver, PostalAddress? ShipTo, DateTimeOffset PlacedAt, DateTimeOffset? PaidAt, Tender? Tender, Currency Currency, bool IsOver,
    IReadOnlyList<LineToInvoice> Lines, IReadOnlyList<PricedShipping> Shipping, Money Total)
{
    /// <summary>By how much delivery costs more or less than <see cref="Shipping"/> since.</summary>
    public Money ShippingChanged { get; init; } = Money.Zero(Currency);

    /// <summary>Taxes on top of the prices, as they were charged when it was sold and are part of <see cref="Total"/>: its documents carry these, in step with what is owed of the rest.</summary>
    public IReadOnlyList<SaleTribute> Tributes { get; init; } = [];

    /// <summary>Where it is delivered, one letter: of the address, or of the store that hands it over.</summary>
    public string? Province { get; init; }

    /// <summary>Some of its units were handed over, or left on their way to the buyer.</summary>
    public bool HasLeft => Lines.Any(l => l.Left.IsPositive);

    /// <summary>Some of its units are still to leave.</summary>
    public bool HasMoreToLeave => !IsOver && Lines.Any(l => l.Left < l.Ordered - l.Canceled);
}

/// <param name="Discount">Zero or negative: what was granted on the line, its share of the sale's included.</param>
/// <param name="Gross">What the whole line costs the buyer.</param>
/// <param name="CanceledGross">The part of it that canceled units cost.</param>
public sealed record LineToInvoice(
    OrderLineId Id, string Sku, string Title, string VariantTitle, TaxCode TaxCode, Quantity Ordered, Quantity Canceled, Money UnitPrice, Money Discount, Money Gross, Money CanceledGross)
{
    /// <summary>By how much the line costs more or less than <see cref="Gross"/> since, canceled units aside.</summary>
    public Money Changed { get; init; } = Money.Zero(Gross.Currency);

    /// <summary>Units that were handed over, or left on their way to the buyer.</summary>
    public Quantity Left { get; init; } = Quantity.Zero;

    /// <summary>What is still owed for it.</summary>
    public Money Owed => Gross - CanceledGross + Changed;
}
