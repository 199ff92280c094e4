using System.ComponentModel.DataAnnotations;

namespace Hilo;

/// <summary>An authorized document as the ERP books it.</summary>
/// <param name="Position">Grows with every record; a record is told once per reader who goes on from the last position.</param>
/// <param name="Number">Title of the document.</param>
/// <param name="Entries">Debits and credits in pesos; both add up to the same.</param>
public sealed record ExportRecord(
    long Position, FiscalDocumentId DocumentId, FiscalDocumentKind Kind, int VoucherType, string Letter, int Point, long Number, string Title, DateOnly Date, string Cae,
    string ReceiverDocument, string ReceiverName, string? Order, string? Province, SalesChannelId? SalesChannelId, LocationId? LocationId, Tender? Tender, string Currency, decimal Rate,
    Money Net, Money Exempt, Money Untaxed, Money Vat, Money Tributes, Money Total, IReadOnlyList<ExportEntry> Entries);

/// <param name="Key">What it moves, such as <c>sales.vat_21</c>; <paramref name="Account"/> is the shop's own for it.</param>
public sealed record ExportEntry(string Key, string Account, Money Debit, Money Credit);

/// <param name="Next">Position to go on after; null when nothing is left.</param>
public sealed record ExportPage(IReadOnlyList<ExportRecord> Records, long? Next);

/// <param name="UpTo">Every record up to here that nobody has taken is taken, as one delivery, and will not be told again.</param>
public sealed record AcknowledgeExportRequest(long UpTo);

/// <summary>Records that were taken together. Its files can be had again, the same, as often as wanted.</summary>
/// <param name="AcknowledgedAt">When the ERP said that it has them.</param>
public sealed record ExportDeliveryView(Guid Id, long Number, int Records, DateTimeOffset MadeAt, DateTimeOffset? AcknowledgedAt);

public enum ExportOf { Entries, Documents }

public enum ExportFormat { Delimited, Fixed }

public enum ExportAlign { Left, Right }

/// <summary>How a file looks to one ERP.</summary>
/// <param name="Delimiter">Of a delimited file.</param>
/// <param name="DecimalMark">Before the cents; empty: amounts in cents without a mark.</param>
/// <param name="DateFormat">Such as <c>yyyyMMdd</c> or <c>dd/MM/yyyy</c>.</param>
/// <param name="IsLatin1">ISO-8859-1 instead of UTF-8.</param>
public sealed record ExportLayout(
    [property: Required, StringLength(60, MinimumLength = 1)] string Name,
    ExportOf Of,
    ExportFormat Format,
    [property: Required, MinLength(1), MaxLength(60)] IReadOnlyList<ExportColumn> Columns,
    [property: StringLength(1, MinimumLength = 1)] string Delimiter = ";",
    [property: StringLength(1)] string DecimalMark = ",",
    [property: Required, StringLength(20, MinimumLength = 4)] string DateFormat = "dd/MM/yyyy",
    bool HasHeading = true,
    bool IsLatin1 = false);

/// <param name="Field">A field of the record, or empty for <paramref name="Text"/> as it is.</param>
/// <param name="Width">Of a fixed file: longer texts are cut, longer numbers are refused.</param>
/// <param name="Pad">What fills the width.</param>
public sealed record ExportColumn(
    [property: StringLength(30)] string Field, [property: StringLength(40)] string? Title = null, [property: Range(1, 200)] int? Width = null, ExportAlign Align = ExportAlign.Left,
    [property: StringLength(1, MinimumLength = 1)] string Pad = " ", [property: StringLength(60)] string? Text = null);

public sealed record ExportLayoutView(Guid Id, int Version, ExportLayout Layout, DateTimeOffset ChangedAt);

/// <param name="Accounts">By key, such as <c>sales.vat_21</c>, <c>vat.vat_21</c>, <c>tribute.7</c>, <c>tender.cash</c>, <c>tender</c>.</param>
public sealed record SaveAccountsRequest([property: Required, MaxLength(200)] IReadOnlyDictionary<string, string> Accounts);
