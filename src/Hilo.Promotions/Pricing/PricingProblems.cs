namespace Hilo.Promotions.Pricing;

/// <summary>Every refusal of the price calculation.</summary>
internal static class PricingProblems
{
    public static readonly Problem CurrencyUnknown = Of("pricing.currency_unknown", "The sale names no currency. Name one that Hilo knows, such as ARS.");

    public static readonly Problem TooManyLines = Of("pricing.too_many_lines", $"A sale has at most {Limits.Lines} lines. Split it, or join equal lines.");

    public static readonly Problem TooManyAdjustments = Of(
        "pricing.too_many_adjustments", $"A line and a sale have at most {Limits.Adjustments} discounts and surcharges each. Join some of them.");

    public static readonly Problem TooManyTributes = Of("pricing.too_many_tributes", $"A sale carries at most {Limits.Tributes} tributes. End the rates that are out of use.");

    public static readonly Problem AmountTooLarge = Of("pricing.amount_too_large", "The amount has more than the 13 digits that a fiscal document can hold.");

    public static readonly Problem DiscountAboveSale = Of("pricing.discount_above_sale", "The discount is larger than what the goods cost by then. Make it smaller.");

    public static readonly Problem NoLines = Of("pricing.no_lines", "There are no goods to carry this charge. Add a line first.");

    public static readonly Problem NegativeShipping = Of("pricing.negative_shipping", "Delivery costs nothing or something, never less. Use a discount instead.");

    public static readonly Problem ShippingRefundAboveCharged = Of(
        "pricing.refund_above_charged", "More delivery would go back than was charged. Return at most what is left of it.");

    public static Problem CurrencyMismatch(Currency sale, Currency other) => Of(
        "pricing.currency_mismatch", $"The sale is in {sale} and holds an amount in {other.Code ?? "no currency"}. Convert it before pricing.");

    public static Problem DuplicateLine(string key) => OfLine("pricing.duplicate_line", key, "Two lines have the same key. Give each its own.");

    public static Problem QuantityOutOfRange(string key) => OfLine(
        "pricing.quantity_out_of_range", key, $"The quantity must be more than nothing and at most {Limits.Quantity}.");

    public static Problem NegativePrice(string key) => OfLine("pricing.negative_price", key, "A price is never negative. Use a discount or a return.");

    public static Problem TaxCodeUnknown(string key) => OfLine("pricing.tax_code_unknown", key, "The tax code is missing or unknown. Set it on the product.");

    public static Problem AdjustmentOutOfRange(string label) => Of(
        "pricing.adjustment_out_of_range",
        $"'{label}': an amount is not negative, a discount is at most 100 %, a surcharge at most {Limits.SurchargeBasisPoints / 100} %.");

    public static Problem NegativeTribute(string description) => Of("pricing.negative_tribute", $"'{description}': a tribute costs nothing or something, never less.");

    public static Problem DiscountAboveLine(string key) => OfLine(
        "pricing.discount_above_line", key, "The discount is larger than what the line costs by then. Make it smaller.");

    public static Problem RefundAboveSold(string key) => OfLine("pricing.refund_above_sold", key, "More would go back than is left of what was sold.");

    public static Problem RefundAboveCharged(string key) => OfLine("pricing.refund_above_charged", key, "More went back already than the line cost.");

    private static Problem OfLine(string code, string key, string detail) =>
        Of(code, detail) with { Facts = new Dictionary<string, object?> { ["line"] = key } };

    private static Problem Of(string code, string detail) => new(code, detail, 422);
}
