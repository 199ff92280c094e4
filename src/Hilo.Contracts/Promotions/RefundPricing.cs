namespace Hilo;

/// <summary>A part of a priced sale that goes back. Name only the lines that go back now; each says what went back before.</summary>
public sealed record RefundRequest(Currency Currency, IReadOnlyList<LineToRefund> Lines)
{
    /// <summary>Delivery that goes back: the sale's shipping, with the amount to return of each. Empty: none goes back.</summary>
    public IReadOnlyList<ShippingToRefund> Shipping { get; init; } = [];

    /// <summary>Sum of all earlier refunds of this sale per tax code: <see cref="RefundPricing.Taxes"/> of each, added up. Keeps the VAT given back in step with the VAT charged.</summary>
    public IReadOnlyList<TaxTotal> RefundedBefore { get; init; } = [];
}

/// <param name="Sold">Quantity of the priced line.</param>
/// <param name="Gross">Gross of the priced line.</param>
/// <param name="RefundedQuantity">Before this refund.</param>
/// <param name="RefundedGross">Before this refund, sums given back on the line for any reason.</param>
/// <param name="Refunding">Quantity that goes back now.</param>
public sealed record LineToRefund(
    string Key, TaxCode TaxCode, Quantity Sold, Money Gross, Quantity RefundedQuantity, Money RefundedGross, Quantity Refunding);

/// <param name="Gross">Of the priced shipping.</param>
/// <param name="RefundedGross">Before this refund.</param>
/// <param name="Refunding">What goes back now, VAT included.</param>
public sealed record ShippingToRefund(string Label, TaxCode TaxCode, Money Gross, Money RefundedGross, Money Refunding);

/// <summary>What goes back. Lines and shipping add up to <see cref="Total"/> and, per tax code, to <see cref="Taxes"/>; nothing is negative.</summary>
public sealed record RefundPricing(
    Currency Currency, IReadOnlyList<RefundShare> Lines, IReadOnlyList<PricedShipping> Shipping,
    IReadOnlyList<TaxTotal> Taxes, Money Total, Money Vat);

/// <summary>What goes back on one line.</summary>
public sealed record RefundShare(string Key, TaxCode TaxCode, Quantity Quantity, Money Gross, Money Net, Money Vat);
