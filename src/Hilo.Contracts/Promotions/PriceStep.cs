namespace Hilo;

/// <summary>One step of a price calculation.</summary>
/// <param name="Code">Stable, one of <see cref="PriceSteps"/>.</param>
/// <param name="About">The line's key, the tax code's text, or empty for the whole sale.</param>
/// <param name="Words">What was done: the quantity and price, the label of the discount.</param>
/// <param name="Amount">What the step added or took away, or found.</param>
/// <param name="After">What the line, tax code or sale costs after it.</param>
public sealed record PriceStep(string Code, string About, string Words, Money Amount, Money After)
{
    public override string ToString() => About.Length == 0 ? $"{Code}: {Words}: {Amount}, then {After}" : $"{Code} {About}: {Words}: {Amount}, then {After}";
}

/// <summary>The codes of <see cref="PriceStep"/>.</summary>
public static class PriceSteps
{
    public const string LinePrice = "line.price";
    public const string LineAdjustment = "line.adjustment";
    public const string SaleAdjustment = "sale.adjustment";
    public const string SaleAdjustmentShare = "sale.adjustment_share";
    public const string Shipping = "shipping.charge";
    public const string ShippingShare = "shipping.share";
    public const string TaxNet = "tax.net";
    public const string Tribute = "sale.tribute";
    public const string Total = "sale.total";
}
