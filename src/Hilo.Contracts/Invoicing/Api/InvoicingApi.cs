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
public sealed record AddFiscalPointRequest([property: Range(1, 99_998)] int Number, SalesChannelId? SalesChannelId = null);

/// <param name="SigningRequest">PEM, to upload at the agency.</param>
/// <param name="ActiveSince">Sales from then on are invoiced by themselves.</param>
public sealed record IssuerView(
    IssuerId Id, int Version, LegalEntityId LegalEntityId, string Name, string Cuit, VatCondition VatCondition, FiscalEnvironment Environment, string Alias, string? GrossIncomeNumber,
    DateOnly? ActivityStartedOn, ClassAHabilitation ClassA, string SigningRequest, string? CertificateThumbprint, DateTimeOffset? CertificateExpiresAt, bool IsActive, DateTimeOffset? ActiveSince,
    IReadOnlyList<FiscalPointView> Points);

/// <param name="IsIn">The agency lets this certificate in.</param>
/// <param name="Problem">What keeps it out, in the agency's words.</param>
/// <param name="Points">Points of sale that the agency knows; in homologation it may know none.</param>
/// <param name="Services">Services that have been asked before, with the outages that every server saw.</param>
/// <param name="ClockSkewSeconds">How far the agency's clock is ahead of this server's.</param>
/// <param name="ClockWarning">The server's clock is so far off that it has to be set.</param>
public sealed record AgencyConnection(
    bool IsUp, bool IsIn, string? Problem, IReadOnlyList<AgencyPoint> Points, IReadOnlyList<AgencyServiceView> Services, int ClockSkewSeconds, bool ClockWarning);

/// <param name="Service">The agency's name for it, such as <c>wsfe</c>.</param>
/// <param name="Since">Out of service since then, also while it is tried again.</param>
/// <param name="Why">What went wrong last.</param>
public sealed record AgencyServiceView(string Service, AgencyServiceState State, DateTimeOffset? Since, string? Why);

/// <param name="Kind">Such as “CAE - Ri Iva”.</param>
public sealed record AgencyPoint(int Number, string Kind, bool IsUsable);

public sealed record FiscalPointView(FiscalPointId Id, int Number, SalesChannelId? SalesChannelId);

/// <param name="Title">“Factura B 00007-00000012”; without a number while it has none.</param>
/// <param name="Problem">What keeps it from being authorized, in words.</param>
/// <param name="DueOn">A note is due by then.</param>
public sealed record FiscalDocumentRow(
    FiscalDocumentId Id, FiscalDocumentKind Kind, string Letter, string Title, FiscalDocumentState State, Money Total, string? ReceiverName, OrderId? OrderId, string? OrderNumber,
    DateTimeOffset QueuedAt, DateOnly? DatedOn, DateOnly? DueOn, string? Cae, string? Problem);

public sealed record FiscalDocumentView(
    FiscalDocumentRow Document, int Version, FiscalReceiver Receiver, IReadOnlyList<FiscalLine> Lines, IReadOnlyList<FiscalVat> Vat, Money Net, Money Exempt, Money Untaxed, Money VatTotal,
    IReadOnlyList<string> Trace, IReadOnlyList<string> Legends, IReadOnlyList<FiscalNote> Notes, DateOnly? CaeExpiresOn, bool IsRecovered, int Attempts, FiscalDocumentId? OriginalId,
    IReadOnlyList<FiscalDocumentRow> Related, IReadOnlyList<FiscalExchange> Exchanges);

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

/// <summary>An authorized document as its buyer sees it.</summary>
public sealed record ShopDocument(FiscalDocumentId Id, FiscalDocumentKind Kind, string Title, DateOnly DatedOn, Money Total);

public sealed record SetFiscalChannelRequest(DocumentDue Due);

public sealed record FiscalChannelView(SalesChannelId SalesChannelId, DocumentDue Due, DateTimeOffset ChangedAt);
