namespace Hilo;

/// <summary>A month of the books of an issuer, by the dates of its documents.</summary>
/// <param name="Month">2026-11.</param>
/// <param name="Total">Notes of credit taken off; documents in other currencies as they say it.</param>
/// <param name="ClosedAt">From then on nothing is dated into it.</param>
/// <param name="Digest">Of the two files of Libro IVA Digital as they were then (SHA-256).</param>
public sealed record BookMonthView(IssuerId IssuerId, string Month, int Documents, Money Total, Money Vat, DateTimeOffset? ClosedAt, string? Digest);

/// <param name="Sales">Orders that were paid in the month.</param>
/// <param name="Confirmed">Documents that the agency was asked about and keeps as they are here.</param>
/// <param name="Unchecked">Authorized ones that it was not asked about yet: a few per minute, an hour after they were authorized.</param>
/// <param name="Findings">Whatever does not agree.</param>
public sealed record ReconciliationView(string Month, int Sales, int Documents, int Confirmed, int Unchecked, ReconciliationSums Sums, IReadOnlyList<ReconciliationFinding> Findings);

/// <summary>In pesos, notes of credit taken off: facts − open − dated elsewhere + from elsewhere = book.</summary>
/// <param name="Facts">What the documents of the month's sales and corrections come to, authorized or not.</param>
/// <param name="Open">Of those: not authorized yet.</param>
/// <param name="DatedElsewhere">Of those: authorized with a date of another month.</param>
/// <param name="FromElsewhere">Dated in the month for sales of another one.</param>
/// <param name="Book">What the month's book says.</param>
public sealed record ReconciliationSums(Money Facts, Money Open, Money DatedElsewhere, Money FromElsewhere, Money Book);

/// <param name="Kind"><c>missing</c>, <c>double</c>, <c>different</c>, <c>waiting</c>, <c>rejected</c>, <c>absent_at_agency</c>, <c>different_at_agency</c> or <c>foreign</c>.</param>
/// <param name="About">Number of the order, or title of the document.</param>
/// <param name="Difference">Documents less what they should be.</param>
/// <param name="Words">What is wrong and what to do.</param>
public sealed record ReconciliationFinding(string Kind, string About, FiscalDocumentId? DocumentId, Money Difference, string Words);

/// <param name="Key">Letter of the province, CUIT, id, or kind of tender; empty where it is not known.</param>
/// <param name="Net">Exempt and untaxed included.</param>
/// <param name="Tributes">Perceptions and other taxes on top.</param>
public sealed record SalesReportRow(string Key, string Name, int Documents, Money Net, Money Vat, Money Tributes, Money Total);
