namespace Hilo.Promotions.Pricing;

/// <summary>Bounds that no honest sale meets. Inside them no sum of the calculation can overflow.</summary>
internal static class Limits
{
    public const int Lines = 500;
    public const int Adjustments = 20;
    public const int Tributes = 20;

    // Financing over many months can cost more than the goods.
    public const int SurchargeBasisPoints = 100_000;

    public static readonly Quantity Quantity = Hilo.Quantity.Units(1_000_000);

    /// <summary>13 digits before the decimal sign: the width of an amount on a fiscal document (specs: arca 9.3).</summary>
    public static bool Holds(Money amount) => amount.Minor < 10_000_000_000_000 * amount.Currency.Scale;

    public static bool Hold(Money unitPrice, Quantity quantity) =>
        (Int128)unitPrice.Minor * quantity.Thousandths < (Int128)10_000_000_000_000 * unitPrice.Currency.Scale * Quantity.One.Thousandths;
}
