using System.ComponentModel.DataAnnotations;

namespace Hilo;

/// <param name="Alias">The name of this computer at the agency: letters and digits.</param>
/// <param name="GrossIncomeNumber">Absent: does not contribute.</param>
public sealed record CreateIssuerRequest(
    LegalEntityId LegalEntityId,
    FiscalEnvironment Environment,
    [property: Required, RegularExpression("^[A-Za-z0-9]{3,40}$")] string Alias,
    [property: StringLength(20)] string? GrossIncomeNumber = null,
    DateOnly? ActivityStartedOn = null,
    ClassAHabilitation ClassA = ClassAHabilitation.Plain);

public sealed record ChangeIssuerRequest([property: StringLength(20)] string? GrossIncomeNumber, DateOnly? ActivityStartedOn, ClassAHabilitation ClassA);

/// <param name="Certificate">PEM, or DER in Base64.</param>
public sealed record GiveCertificateRequest([property: Required, StringLength(20_000)] string Certificate);

/// <param name="SalesChannelId">Absent: every channel that has none of its own.</param>
/// <param name="IsAbroad">Registered for export (FEEWS): one per issuer, for every sale abroad.</param>
public sealed record AddFiscalPointRequest([property: Range(1, 99_998)] int Number, SalesChannelId? SalesChannelId = null, bool IsContingency = false, bool IsAbroad = false);

/// <param name="Number">Of the contingency point that serves while the agency is away; absent: documents wait.</param>
public sealed record SetFallbackRequest([property: Range(1, 99_998)] int? Number = null);

/// <summary>What an issuer has for the time in which the agency is away: newest fortnight first.</summary>
public sealed record ContingencyView(IReadOnlyList<CaeaView> Caeas);

/// <param name="Period">Year and month: 202611.</param>
/// <param name="Half">1 until the 15th, 2 from the 16th.</param>
/// <param name="Code">Absent until the agency has given it.</param>
/// <param name="ReportBy">Last day on which the agency takes note of what was made under it.</param>
/// <param name="Problem">Why there is none, or what the agency remarked.</param>
/// <param name="ToReport">Documents that it was not told of yet.</param>
/// <param name="Refused">Documents that it refused to take note of: a person has to look.</param>
/// <param name="ClosedPoints">Points that were told to be without movement.</param>
/// <param name="ClosingProblem">Why one of them could not be.</param>
/// <param name="IsUrgent">Four days or less are left, and something is not told yet.</param>
public sealed record CaeaView(
    int Period, int Half, string? Code, DateOnly? ValidFrom, DateOnly? ValidTo, DateOnly? ReportBy, string? Problem, int ToReport, int Refused, int Reported, IReadOnlyList<int> ClosedPoints,
    string? ClosingProblem, bool IsUrgent);

/// <param name="SigningRequest">PEM, to upload at the agency.</param>
/// <param name="ActiveSince">Sales from then on are invoiced by themselves.</param>
public sealed record IssuerView(
    IssuerId Id, int Version, LegalEntityId LegalEntityId, string Name, string Cuit, VatCondition VatCondition, FiscalEnvironment Environment, string Alias, string? GrossIncomeNumber,
    DateOnly? ActivityStartedOn, ClassAHabilitation ClassA, string SigningRequest, string? CertificateThumbprint, DateTimeOffset? CertificateExpiresAt, bool IsActive, DateTimeOffset? ActiveSince,
    IReadOnlyList<FiscalPointView> Points, RenewalView? Renewal = null, SetFceRequest? Fce = null);

/// <param name="Alias">Another one than the running certificate's: the agency wants it so.</param>
public sealed record BeginRenewalRequest([property: Required, RegularExpression("^[A-Za-z0-9]{3,40}$")] string Alias);

/// <summary>A new key beside the running one. It takes over as soon as the agency lets its certificate in.</summary>
/// <param name="Problem">Why the agency does not yet, in its words.</param>
public sealed record RenewalView(string Alias, string SigningRequest, string? CertificateThumbprint, DateTimeOffset? ExpiresAt, string? Problem);

/// <param name="Account">CBU of the seller, registered at the agency: 22 digits. Absent: no credit invoices.</param>
/// <param name="Transfer"><c>SCA</c> or <c>ADC</c>.</param>
/// <param name="Days">Until an invoice is due.</param>
public sealed record SetFceRequest(
    [property: RegularExpression("^[0-9]{22}$")] string? Account, [property: StringLength(20, MinimumLength = 6)] string? Alias = null, [property: RegularExpression("^(SCA|ADC)$")] string Transfer = "SCA",
    [property: Range(0, 365)] int Days = 30);

/// <summary>How an issuer stands, without asking the agency.</summary>
/// <param name="CertificateAlarm">The mark that was passed last: 60, 30, 15, 7, 3 or 1 days before the certificate ends, or 0 after it; absent: not near.</param>
/// <param name="Waiting">Documents that are not authorized yet and go on by themselves; <paramref name="OldestAt"/> is when the first of them was sold.</param>
/// <param name="InDoubt">Sent, with a lost answer: asked for by their numbers.</param>
/// <param name="ForPerson">Rejected, or only a person can tell what happened.</param>
/// <param name="ToReport">Made under a CAEA and not told yet; <paramref name="ReportBy"/> is the first deadline of them.</param>
/// <param name="TablesReadAt">When the oldest of the agency's tables was read; absent: never.</param>
public sealed record IssuerHealth(
    IssuerId Issuer, string Name, FiscalEnvironment Environment, DateTimeOffset? CertificateExpiresAt, int? CertificateDaysLeft, int? CertificateAlarm, IReadOnlyList<AgencyServiceView> Services, int ClockSkewSeconds,
    int Waiting, DateTimeOffset? OldestAt, int InDoubt, int ForPerson, int ForeignVouchers, int ToReport, int ReportsRefused, DateOnly? ReportBy, DateTimeOffset? TablesReadAt, IReadOnlyList<TableChange> TableChanges);

/// <summary>A row of the agency's tables that changed or disappeared in the last thirty days.</summary>
public sealed record TableChange(string Table, string Row, string Text, DateTimeOffset At);

/// <param name="IsIn">The agency lets this certificate in.</param>
/// <param name="Problem">What keeps it out, in the agency's words.</param>
/// <param name="Points">Points of sale that the agency knows; in homologation it may know none.</param>
/// <param name="Services">Services that have been asked before, with the outages that every server saw.</param>
/// <param name="ClockSkewSeconds">How far the agency's clock is ahead of this server's.</param>
/// <param name="ClockWarning">The server's clock is so far off that it has to be set.</param>
public sealed record AgencyConnection(
    bool IsUp, bool IsIn, string? Problem, IReadOnlyList<AgencyPoint> Points, IReadOnlyList<AgencyServiceView> Services, int ClockSkewSeconds, bool ClockWarning);

/// <summary>Who a CUIT belongs to, by the agency's registry.</summary>
/// <param name="IsActive">False: the agency refuses documents to it.</param>
/// <param name="Condition">The agency's number of the VAT condition; absent when the registry decides nothing, and a person has to say.</param>
/// <param name="Suggested">What is most likely then.</param>
/// <param name="Address">Where its taxes are filed.</param>
/// <param name="IsOld">The registry did not answer: this is what it said at <paramref name="AskedAt"/>.</param>
public sealed record TaxpayerView(
    string Cuit, string? Name, bool IsCompany, bool IsActive, int? Condition, int? Suggested, PostalAddress? Address, string? Remark, DateTimeOffset AskedAt, bool IsOld);

/// <param name="Rate">Pesos for one unit.</param>
/// <param name="On">The day that it holds for.</param>
public sealed record ExchangeRateView(string Currency, decimal Rate, DateOnly On);

/// <param name="Service">The agency's name for it, such as <c>wsfe</c>.</param>
/// <param name="Since">Out of service since then, also while it is tried again.</param>
/// <param name="Why">What went wrong last.</param>
public sealed record AgencyServiceView(string Service, AgencyServiceState State, DateTimeOffset? Since, string? Why);

/// <param name="Kind">Such as “CAE - Ri Iva”.</param>
public sealed record AgencyPoint(int Number, string Kind, bool IsUsable);

public sealed record FiscalPointView(FiscalPointId Id, int Number, SalesChannelId? SalesChannelId, bool IsContingency = false, int? Fallback = null, bool IsAbroad = false);

/// <param name="Title">“Factura B 00007-00000012”; without a number while it has none.</param>
/// <param name="Problem">What keeps it from being authorized, in words.</param>
/// <param name="DueOn">A note is due by then.</param>
public sealed record FiscalDocumentRow(
    FiscalDocumentId Id, FiscalDocumentKind Kind, string Letter, string Title, FiscalDocumentState State, Money Total, string? ReceiverName, OrderId? OrderId, string? OrderNumber,
    DateTimeOffset QueuedAt, DateOnly? DatedOn, DateOnly? DueOn, string? Cae, string? Problem);

public sealed record FiscalDocumentView(
    FiscalDocumentRow Document, int Version, FiscalReceiver Receiver, IReadOnlyList<FiscalLine> Lines, IReadOnlyList<FiscalVat> Vat, Money Net, Money Exempt, Money Untaxed, Money VatTotal,
    IReadOnlyList<string> Trace, IReadOnlyList<string> Legends, IReadOnlyList<FiscalNote> Notes, DateOnly? CaeExpiresOn, bool IsRecovered, int Attempts, FiscalDocumentId? OriginalId,
    IReadOnlyList<FiscalDocumentRow> Related, IReadOnlyList<FiscalExchange> Exchanges, FiscalReport? Report = null)
{
    /// <summary>Perceptions and other taxes on top.</summary>
    public IReadOnlyList<FiscalTribute> Tributes { get; init; } = [];

    /// <summary>Of an export: to whom and where.</summary>
    public FiscalAbroad? Abroad { get; init; }
}

/// <summary>What an export may name, by the agency's tables.</summary>
public sealed record AbroadTables(IReadOnlyList<AbroadRow> Countries, IReadOnlyList<AbroadRow> CountryCuits, IReadOnlyList<AbroadRow> Incoterms, IReadOnlyList<AbroadRow> Units);

public sealed record AbroadRow(string Id, string Text);

/// <param name="Destination">“URUGUAY (225)”.</param>
/// <param name="Kind">1 goods, 2 services, 4 both.</param>
/// <param name="Rate">Pesos for one unit of its currency.</param>
/// <param name="Id">The key under which it was sent to the agency; absent while it was not.</param>
public sealed record FiscalAbroad(SaleAbroad Sale, string Destination, int Kind, decimal Rate, bool? PaidInCurrency, long? Id);

public sealed record FiscalTribute(string Name, Money Amount);

/// <summary>Of a document that was made under a CAEA: whether the agency was told.</summary>
/// <param name="State"><c>pending</c>, <c>sending</c>, <c>unknown</c>, <c>reported</c> or <c>refused</c>.</param>
/// <param name="By">Last day on which the agency takes note of it.</param>
public sealed record FiscalReport(string State, DateOnly? By, IReadOnlyList<FiscalNote> Notes);

/// <param name="DocumentType">The agency's number; 99 for a final consumer who was not named.</param>
public sealed record FiscalReceiver(int DocumentType, string DocumentNumber, int Condition, string? Name);

public sealed record FiscalLine(string Sku, string Text, Quantity Quantity, TaxCode TaxCode, Money UnitPrice, Money Discount, Money Gross);

public sealed record FiscalVat(TaxCode TaxCode, Money Net, Money Vat);

/// <summary>The agency's code and words.</summary>
public sealed record FiscalNote(int Code, string Words);

/// <summary>One call at the agency, without secrets.</summary>
public sealed record FiscalExchange(DateTimeOffset At, string Operation, string Request, string Answer, long Milliseconds);

/// <summary>Another receiver for a document that was rejected.</summary>
public sealed record CorrectReceiverRequest(OrderReceiver? Receiver = null);

/// <param name="IsOurs">What the person found out about the voucher under the document's number; absent: only ask again.</param>
public sealed record AskAgainRequest(bool? IsOurs = null);

/// <summary>Where a series stands, and why it waits.</summary>
/// <param name="BlockedFor">It stands still until a person releases it.</param>
public sealed record FiscalSeriesView(
    Guid Id, string Issuer, FiscalEnvironment Environment, int Point, int VoucherType, string Name, long? LastNumber, int Waiting, DateTimeOffset? OldestAt, string? WaitingFor, string? BlockedFor,
    DateTimeOffset? NextTryAt, int ForeignVouchers);

/// <summary>An authorized document as its buyer sees it, and whoever prints it for the buyer.</summary>
public sealed record ShopDocument(FiscalDocumentId Id, FiscalDocumentKind Kind, string Title, DateOnly DatedOn, Money Total);

/// <param name="Documents">So many are in the queue again.</param>
public sealed record RetriedDocuments(int Documents);

/// <param name="MailsOtherSystems">Documents of other systems' sales on this channel are mailed to the buyers whom they name.</param>
public sealed record SetFiscalChannelRequest(DocumentDue Due, bool MailsOtherSystems = true);

public sealed record FiscalChannelView(SalesChannelId SalesChannelId, DocumentDue Due, DateTimeOffset ChangedAt, bool MailsOtherSystems);

/// <summary>What the law says in a matter that it changes from time to time.</summary>
/// <param name="Key">Such as <c>identification_from</c>, the total in cents from which a final consumer has to be named.</param>
/// <param name="From">First day that it holds.</param>
/// <param name="To">Last day; null: none is known.</param>
/// <param name="Source">Where it is written.</param>
/// <param name="IsOwn">From the configuration of this server (section <c>Invoicing:Norms</c>).</param>
public sealed record NormView(string Key, string Value, DateOnly From, DateOnly? To, string Source, bool IsOwn);
