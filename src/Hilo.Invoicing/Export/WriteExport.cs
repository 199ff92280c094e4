using System.Globalization;
using System.Text;

namespace Hilo.Invoicing;

/// <summary>Writes records in the layout of an ERP. Pure: the same records in the same layout are the same bytes, however often they are sent again.</summary>
internal static class WriteExport
{
    private static readonly string[] OfDocument =
    [
        "position", "date", "kind", "type", "letter", "point", "number", "title", "cae", "receiver_document", "receiver_name", "order", "province", "tender", "currency", "rate",
        "net", "exempt", "untaxed", "vat", "tributes", "total",
    ];

    private static readonly string[] OfEntry = ["key", "account", "debit", "credit", "amount", "entry"];

    /// <summary>What a layout may name; null when all is well.</summary>
    public static Problem? Refused(ExportLayout layout)
    {
        var known = layout.Of == ExportOf.Entries ? OfDocument.Concat(OfEntry) : OfDocument;
        if (layout.Columns.FirstOrDefault(c => c.Field.Length > 0 && !known.Contains(c.Field, StringComparer.Ordinal)) is { } unknown) return InvoicingProblems.UnknownExportField(unknown.Field, known);
        if (layout.Format == ExportFormat.Fixed && layout.Columns.Any(c => c.Width is null)) return InvoicingProblems.ExportWidthMissing;
        return null;
    }

    /// <summary>Refused where a number does not fit its width: a file that lies is worse than none.</summary>
    public static Result<byte[]> Of(ExportLayout layout, IReadOnlyList<ExportRecord> records)
    {
        var text = new StringBuilder();
        if (layout.HasHeading && layout.Format == ExportFormat.Delimited)
            text.Append(string.Join(layout.Delimiter, layout.Columns.Select(c => Quoted(c.Title ?? (c.Field.Length > 0 ? c.Field : ""), layout)))).Append("\r\n");
        foreach (var record in records)
        {
            var rows = layout.Of == ExportOf.Documents ? [(ExportEntry?)null] : record.Entries.Select(e => (ExportEntry?)e);
            foreach (var (entry, at) in rows.Select((e, i) => (e, i + 1)))
            {
                var cells = new List<string>(layout.Columns.Count);
                foreach (var column in layout.Columns)
                {
                    var value = column.Field.Length == 0 ? column.Text ?? "" : Value(column.Field, record, entry, at);
                    if (Cell(column, value, layout).Refused(out var problem, out var cell)) return problem;
                    cells.Add(cell);
                }
                text.Append(string.Join(layout.Format == ExportFormat.Delimited ? layout.Delimiter : "", cells)).Append("\r\n");
            }
        }
        return (layout.IsLatin1 ? Encoding.Latin1 : new UTF8Encoding(false)).GetBytes(text.ToString());
    }

    private static object Value(string field, ExportRecord record, ExportEntry? entry, int at) => field switch
    {
        "position" => record.Position,
        "date" => record.Date,
        "kind" => VoucherTypes.NameOf(record.Kind),
        "type" => record.VoucherType,
        "letter" => record.Letter,
        "point" => record.Point,
        "number" => record.Number,
        "title" => record.Title,
        "cae" => record.Cae,
        "receiver_document" => record.ReceiverDocument,
        "receiver_name" => record.ReceiverName,
        "order" => record.Order ?? "",
        "province" => record.Province ?? "",
        "tender" => record.Tender is { } tender ? Paper.NameOf(tender) : "",
        "currency" => record.Currency,
        "rate" => Currencies.RateText(record.Rate),
        "net" => record.Net,
        "exempt" => record.Exempt,
        "untaxed" => record.Untaxed,
        "vat" => record.Vat,
        "tributes" => record.Tributes,
        "total" => record.Total,
        "key" => entry!.Key,
        "account" => entry!.Account,
        "debit" => entry!.Debit,
        "credit" => entry!.Credit,
        "amount" => entry!.Debit - entry.Credit,
        "entry" => at,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "Layouts are checked before they are kept."),
    };

    private static Result<string> Cell(ExportColumn column, object value, ExportLayout layout)
    {
        var isText = value is string;
        var plain = value switch
        {
            Money amount => AmountOf(amount.Minor, layout),
            DateOnly day => day.ToString(layout.DateFormat, CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => ((string)value).ReplaceLineEndings(" "),
        };
        if (layout.Format == ExportFormat.Delimited) return Quoted(plain, layout);
        var width = column.Width!.Value;
        if (plain.Length > width && !isText) return InvoicingProblems.ExportTooNarrow(column.Field, width, plain);
        var cut = plain.Length > width ? plain[..width] : plain;
        if (column.Align == ExportAlign.Left) return cut.PadRight(width, column.Pad[0]);
        // Zeros stand behind the sign.
        return column.Pad == "0" && cut.StartsWith('-') ? "-" + cut[1..].PadLeft(width - 1, '0') : cut.PadLeft(width, column.Pad[0]);
    }

    private static string AmountOf(long minor, ExportLayout layout) => layout.DecimalMark.Length == 0
        ? minor.ToString(CultureInfo.InvariantCulture)
        : (minor / 100m).ToString("0.00", CultureInfo.InvariantCulture).Replace(".", layout.DecimalMark, StringComparison.Ordinal);

    private static string Quoted(string text, ExportLayout layout) =>
        text.Contains(layout.Delimiter, StringComparison.Ordinal) || text.Contains('"', StringComparison.Ordinal) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
