namespace Hilo;

/// <summary>A priced sale. The gross of all lines, all shipping and all tributes adds up to <see cref="SaleTotals.Total"/>, to the cent; so do nets and VAT per tax code.</summary>
/// <param name="Lines">In the order asked.</param>
/// <param name="Shipping">One per tax code that delivery follows; empty when there is no delivery. The invoice prints them as lines.</param>
/// <param name="Taxes">One per tax code that occurs, in the order of the codes.</param>
/// <param name="Trace">Every step of the calculation, so that a person can see why.</param>
public sealed record SalePricing(
    Currency Currency, IReadOnlyList<PricedLine> Lines, IReadOnlyList<PricedShipping> Shipping,
    IReadOnlyList<TaxTotal> Taxes, SaleTotals Totals, IReadOnlyList<PriceStep> Trace)
{
    /// <summary>As they were asked; empty for most sales.</summary>
    public IReadOnlyList<SaleTribute> Tributes { get; init; } = [];

    /// <summary>What tributes of this sale are reckoned on.</summary>
    public Money TaxedNet => Taxes.Where(t => t.TaxCode.AgencyVatId is not null).Aggregate(Money.Zero(Currency), (sum, t) => sum + t.Net);
}

/// <param name="Subtotal">Quantity × unit price, before adjustments.</param>
/// <param name="Adjustments">The line's own, then its shares of the sale's. Subtotal plus adjustments is gross.</param>
/// <param name="Gross">What the line costs the buyer.</param>
/// <param name="Net">The line's share of the net of its tax code: for keeping and showing. A fiscal document is made from <see cref="SalePricing.Taxes"/>.</param>
/// <param name="Vat">Gross minus net.</param>
public sealed record PricedLine(
    string Key, Quantity Quantity, Money UnitPrice, Money? FormerUnitPrice, TaxCode TaxCode, Money Subtotal,
    IReadOnlyList<Adjustment> Adjustments, Money Gross, Money Net, Money Vat);

/// <summary>What an adjustment came to on one line.</summary>
/// <param name="Amount">Negative for a discount, positive for a surcharge.</param>
public sealed record Adjustment(AdjustmentSource Source, string Reason, string Label, Money Amount);

/// <summary>Where an adjustment came from.</summary>
public enum AdjustmentSource
{
    /// <summary>Granted on this line.</summary>
    Line = 1,

    /// <summary>The line's share of one granted on the whole sale.</summary>
    Sale = 2,
}

/// <summary>The part of the delivery charge that one tax code carries.</summary>
public sealed record PricedShipping(string Label, TaxCode TaxCode, Money Gross, Money Net, Money Vat);

public static class DeliveryParts
{
    extension(IReadOnlyList<PricedShipping> parts)
    {
        /// <summary>What the parts of a delivery cost, in order, once all of it costs so much more or less: shared by what they cost.</summary>
        public Money[] Owed(Money changed) => parts.Count == 0 ? [] : parts.Aggregate(changed, (sum, p) => sum + p.Gross).Split([.. parts.Select(p => p.Gross.Minor)]);
    }
}

/// <summary>What the sale holds of one tax code, shipping included: net is gross / (1 + rate) rounded half-even, VAT is the rest.</summary>
public sealed record TaxTotal(TaxCode TaxCode, Money Gross, Money Net, Money Vat);

/// <summary>Goods + discounts + surcharges + shipping + tributes = total = net + VAT + tributes.</summary>
/// <param name="Goods">Before adjustments.</param>
/// <param name="Discounts">Zero or negative.</param>
/// <param name="Total">What is charged.</param>
/// <param name="WithoutNationalTaxes">The total net of VAT, which the law wants beside every price.</param>
public sealed record SaleTotals(
    Money Goods, Money Discounts, Money Surcharges, Money Shipping, Money Tributes, Money Total, Money Vat, Money WithoutNationalTaxes);
