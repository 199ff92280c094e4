namespace Hilo.Invoicing;

/// <summary>What a document says, as it was when it was made: prices and words do not change afterwards.</summary>
/// <param name="Amounts">Fixed here, since a note's depend on the notes before it.</param>
/// <param name="Fact">Why a note exists, such as <c>canceled</c>.</param>
/// <param name="Province">Where it is delivered: one letter.</param>
/// <param name="Location">Where it is collected, or the counter that sold it.</param>
internal sealed record DocumentContent(
    IssuerOnPaper Issuer, IReadOnlyList<DocumentLine> Lines, VatBlock Amounts, string? OrderNumber, string Culture, string? Email, string? Name, PostalAddress? Address, Tender? Tender, string? Fact = null,
    string? Province = null, LocationId? Location = null);

/// <param name="OrderLine">Null for delivery.</param>
/// <param name="UnitPriceMinor">VAT included.</param>
/// <param name="DiscountMinor">Zero or negative.</param>
/// <param name="IsPriceOnly">Of a note: its price changed, no units went away.</param>
internal sealed record DocumentLine(
    OrderLineId? OrderLine, string Sku, string Text, TaxCode TaxCode, Quantity Quantity, long UnitPriceMinor, long DiscountMinor, long GrossMinor, bool IsPriceOnly = false)
{
    /// <summary>Which line of the order, or which part of its delivery, this belongs to.</summary>
    public string Key => OrderLine?.ToString() ?? $"delivery:{TaxCode.Text}";
}

/// <summary>Who issues, as the paper says it: a shop that moves does not change the papers that it gave out.</summary>
/// <param name="ShopName">The name that shoppers know.</param>
internal sealed record IssuerOnPaper(
    FiscalEnvironment Environment, string ShopName, string BrandColor, string Name, string Cuit, VatCondition Condition, PostalAddress Address, string? GrossIncomeNumber, int? ActivityStartedOn);
