using System.ComponentModel.DataAnnotations;

namespace Hilo;

/// <summary>A sale, or what changed of one, that another system made and Hilo documents.</summary>
/// <param name="Reference">How the other system calls it. The same reference finds the same document for ever; with another content it is refused.</param>
/// <param name="Corrects">Of a note: the reference of the invoice that it corrects.</param>
/// <param name="LegalEntityId">Who sells; absent: the only one that issues.</param>
/// <param name="SalesChannelId">Chooses the point of sale; absent: the one for all channels.</param>
/// <param name="SoldAt">Absent: now. The document takes this day while the agency still takes it (5 days, 10 for services).</param>
/// <param name="ExchangeRate">Pesos for one unit of a foreign currency; absent: the agency's, for a sale that is paid in that currency.</param>
/// <param name="PaidInCurrency">Whether a sale in foreign currency is paid in it.</param>
/// <param name="Service">When a service was given: needed when a line is one.</param>
/// <param name="Province">Where it is delivered: one letter of ISO 3166-2:AR.</param>
/// <param name="Tributes">Perceptions and other taxes that were charged on top of the lines.</param>
/// <param name="ChargesPerceptions">Let Hilo add the configured perceptions instead.</param>
/// <param name="Abroad">Of an export invoice: class E, without VAT. Its notes keep it.</param>
/// <param name="Email">The document is mailed there as soon as it is authorized, unless its channel says otherwise; absent on a note: where its invoice went.</param>
public sealed record ExternalSaleRequest(
    [property: Required, StringLength(80, MinimumLength = 1)] string Reference,
    [property: Required, MinLength(1), MaxLength(500)] IReadOnlyList<ExternalLine> Lines,
    FiscalDocumentKind Kind = FiscalDocumentKind.Invoice,
    [property: StringLength(80)] string? Corrects = null,
    LegalEntityId? LegalEntityId = null,
    SalesChannelId? SalesChannelId = null,
    DateTimeOffset? SoldAt = null,
    [property: StringLength(3, MinimumLength = 3)] string Currency = "ARS",
    [property: Range(0.000001, 9999.0)] decimal? ExchangeRate = null,
    bool PaidInCurrency = false,
    OrderReceiver? Receiver = null,
    ServicePeriod? Service = null,
    [property: StringLength(1, MinimumLength = 1)] string? Province = null,
    Tender? Tender = null,
    [property: MaxLength(20)] IReadOnlyList<ExternalTribute>? Tributes = null,
    bool ChargesPerceptions = false,
    [property: StringLength(40)] string? Number = null,
    SaleAbroad? Abroad = null,
    [property: EmailAddress, StringLength(254)] string? Email = null);

/// <param name="UnitPrice">In the sale's currency, VAT included.</param>
/// <param name="Discount">Off the line: not negative.</param>
/// <param name="Unit">Of an export: the agency's number of the unit of measure; absent: 7, units.</param>
public sealed record ExternalLine(
    [property: Required, StringLength(200, MinimumLength = 1)] string Text, Quantity Quantity, decimal UnitPrice, TaxCode TaxCode,
    [property: StringLength(64)] string? Sku = null, decimal Discount = 0, bool IsService = false, [property: Range(1, 999)] int? Unit = null);

/// <summary>A sale whose goods leave the country, or whose services are used abroad.</summary>
/// <param name="Country">The agency's number of the destination, such as 225 for Uruguay.</param>
/// <param name="CountryCuit">The CUIT that the agency gives to the buyers of that country.</param>
/// <param name="TaxId">The buyer's own tax number abroad.</param>
/// <param name="Incoterms">Such as <c>FOB</c>: the agency wants it for goods.</param>
/// <param name="PayBy">Services only; absent: the day of the document.</param>
/// <param name="Language">1 Spanish, 2 English, 3 Portuguese.</param>
/// <param name="Permits">Shipping permits, when there are some already: goods only.</param>
public sealed record SaleAbroad(
    [property: Required, StringLength(200, MinimumLength = 1)] string Client, [property: Required, StringLength(300, MinimumLength = 1)] string Address, [property: Range(1, 999)] int Country,
    [property: Required, StringLength(13, MinimumLength = 11)] string CountryCuit, [property: StringLength(50)] string? TaxId = null, [property: StringLength(3, MinimumLength = 3)] string? Incoterms = null,
    [property: StringLength(20)] string? IncotermsText = null, [property: StringLength(50)] string? PaymentTerms = null, DateOnly? PayBy = null, [property: Range(1, 3)] int Language = 1,
    [property: MaxLength(50)] IReadOnlyList<ShippingPermit>? Permits = null);

/// <param name="Country">Where its goods go.</param>
public sealed record ShippingPermit([property: Required, StringLength(16, MinimumLength = 1)] string Number, [property: Range(1, 999)] int Country);

/// <param name="ExchangeRate">Absent: it stays.</param>
public sealed record CorrectAbroadRequest(SaleAbroad Abroad, [property: Range(0.000001, 9999.0)] decimal? ExchangeRate = null);

/// <param name="PayBy">Absent: the day of the document.</param>
public sealed record ServicePeriod(DateOnly From, DateOnly To, DateOnly? PayBy = null);

/// <param name="Tribute">The agency's number: 6 VAT perception, 7 gross income, 8 municipal, 99 other (with its description).</param>
/// <param name="Rate">Percent: 3 for three percent.</param>
public sealed record ExternalTribute(
    [property: Range(1, 99)] int Tribute, decimal Base, decimal Rate, decimal Amount, [property: StringLength(80)] string? Description = null, [property: StringLength(1)] string? Province = null);

/// <param name="IsNew">False: this reference was told before, with the same content.</param>
public sealed record ExternalSaleView(string Reference, bool IsNew, FiscalDocumentRow Document);

/// <summary>What came of a file, sale by sale in its order.</summary>
public sealed record ExternalSalesResult(int Issued, int Known, int Refused, IReadOnlyList<ExternalSaleResult> Sales);

/// <param name="Line">Of the file, where the sale begins.</param>
/// <param name="Outcome"><c>issued</c>, <c>known</c> or <c>refused</c>.</param>
/// <param name="Problem">Why it was refused, in a sentence.</param>
public sealed record ExternalSaleResult(int Line, string Reference, string Outcome, FiscalDocumentId? DocumentId, string? Title, Money? Total, string? Problem);

/// <summary>A tribute that an issuer charges, from one day to another.</summary>
/// <param name="Regime">What people call it; a newer rate of the same regime and province ends the older one.</param>
/// <param name="Province">Absent: wherever it is delivered.</param>
/// <param name="Conditions">Agency's numbers of the receivers whom it is charged; a final consumer is 5.</param>
/// <param name="Minimum">Below this net nothing is charged.</param>
public sealed record SaveTributeRateRequest(
    [property: Range(1, 99)] int Tribute, [property: Required, StringLength(80, MinimumLength = 2)] string Regime, [property: Range(0.0001, 100.0)] decimal Rate, DateOnly From, DateOnly? To = null,
    [property: StringLength(1, MinimumLength = 1)] string? Province = null, [property: MaxLength(11)] IReadOnlyList<int>? Conditions = null, [property: Range(0, 1_000_000_000_000.0)] decimal Minimum = 0);

public sealed record TributeRateView(Guid Id, int Version, IssuerId IssuerId, int Tribute, string Regime, string? Province, IReadOnlyList<int> Conditions, decimal Rate, decimal Minimum, DateOnly From, DateOnly? To);
