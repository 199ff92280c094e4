namespace Hilo.Invoicing;

/// <summary>What a document says, as it was when it was made: prices and words do not change afterwards.</summary>
/// <param name="Amounts">Fixed here, since a note's depend on the notes before it.</param>
/// <param name="Fact">Why a note exists, such as <c>canceled</c>.</param>
/// <param name="Province">Where it is delivered: one letter.</param>
/// <param name="Terms">Null: pesos, and goods.</param>
/// <param name="Abroad">Of an export: to whom and where.</param>
/// <param name="Location">Where it is collected, or the counter that sold it.</param>
/// <param name="ProvincialLegend">What its province wants said about the taxes in the price.</param>
internal sealed record DocumentContent(
    IssuerOnPaper Issuer, IReadOnlyList<DocumentLine> Lines, VatBlock Amounts, string? OrderNumber, string Culture, string? Email, string? Name, PostalAddress? Address, Tender? Tender, string? Fact = null,
    string? Province = null, LocationId? Location = null, DocumentTerms? Terms = null, AbroadTerms? Abroad = null, string? ProvincialLegend = null);

/// <summary>What a document needs beyond pesos and goods.</summary>
/// <param name="Currency">The agency's code.</param>
/// <param name="Rate">Pesos for one unit; null leaves it to the agency, for what is paid in its own currency (specs: arca 9.6).</param>
/// <param name="Service">From when to when a service was given.</param>
/// <param name="PayBy">Last day to pay a service; null: the day of the document.</param>
internal sealed record DocumentTerms(string Currency, decimal? Rate, bool? PaidInCurrency, DayRange? Service, DateOnly? PayBy)
{
    public static readonly DocumentTerms InPesos = new(Currencies.Pesos, 1, null, null, null);

    /// <summary>The reasons that it adds to a decision.</summary>
    public IEnumerable<string> Trace()
    {
        if (Currency != Currencies.Pesos)
            yield return Rate is { } rate ? $"En {Currencies.IsoOf(Currency)}, a {Currencies.RateText(rate)} pesos por unidad." : $"En {Currencies.IsoOf(Currency)}, y se paga en esa moneda: la cotización la pone ARCA.";
        if (Service is { } service) yield return $"Servicio del {Paper.Day(service.From)} al {Paper.Day(service.To)}.";
    }
}

/// <param name="OrderLine">Null for delivery.</param>
/// <param name="UnitPriceMinor">VAT included.</param>
/// <param name="DiscountMinor">Zero or negative.</param>
/// <param name="Unit">The agency's number of the unit of measure: only exports tell it.</param>
/// <param name="UnitName">What the paper calls it; null where units are counted.</param>
/// <param name="IsPriceOnly">Of a note: its price changed, no units went away.</param>
internal sealed record DocumentLine(
    OrderLineId? OrderLine, string Sku, string Text, TaxCode TaxCode, Quantity Quantity, long UnitPriceMinor, long DiscountMinor, long GrossMinor, bool IsPriceOnly = false, bool IsService = false, int Unit = DocumentLine.Units, string? UnitName = null)
{
    /// <summary>The agency's number of a unit.</summary>
    public const int Units = 7;

    /// <summary>Which line of the order, or which part of its delivery, this belongs to.</summary>
    public string Key => OrderLine?.ToString() ?? $"delivery:{TaxCode.Text}";
}

/// <summary>Who issues, as the paper says it: a shop that moves does not change the papers that it gave out.</summary>
/// <param name="ShopName">The name that shoppers know.</param>
/// <param name="Logo">The picture of that day.</param>
internal sealed record IssuerOnPaper(
    FiscalEnvironment Environment, string ShopName, string BrandColor, string Name, string Cuit, VatCondition Condition, PostalAddress Address, string? GrossIncomeNumber, int? ActivityStartedOn, FileId? Logo = null);
