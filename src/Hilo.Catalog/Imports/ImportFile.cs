namespace Hilo.Catalog;

/// <summary>A file understood as far as it can be without the catalog: its products in order, and what is wrong with its rows.</summary>
internal sealed record ImportFile(ImportFormat Format, int Rows, IReadOnlyList<ImportGroup> Groups, IReadOnlyList<RowProblem> Problems)
{
    public const int LargestBytes = 50 * 1024 * 1024;

    /// <summary>The same bytes always give the same groups in the same order: a restart goes on where it stopped.</summary>
    public static Result<ImportFile> Read(byte[] bytes, Currency currency, DecimalMark decimals)
    {
        if (Open(bytes).Refused(out var unreadable, out var opened)) return unreadable;
        var (columns, rows) = opened;
        var mark = decimals != DecimalMark.Detect ? decimals : NumberText.MarkOf(NumbersIn(columns, rows));
        // Shopify writes points, whatever the shop's language.
        if (mark == DecimalMark.Detect && columns.Format == ImportFormat.Shopify) mark = DecimalMark.Point;
        var reader = new RowReader(columns, currency, mark, isChosen: decimals != DecimalMark.Detect);
        foreach (var row in rows) reader.Read(row);
        return new ImportFile(columns.Format, rows.Count, reader.Groups(), reader.Problems);
    }

    /// <summary>Only what decides whether the file is taken at all: encoding, limits and header.</summary>
    public static Result<(ImportColumns Columns, List<CsvRow> Rows)> Open(byte[] bytes)
    {
        if (bytes.Length > LargestBytes) return ImportProblems.TooLarge;
        if (bytes is [(byte)'P', (byte)'K', 3, 4, ..]) return ImportProblems.NotCsv;
        if (CsvText.Decode(bytes).Refused(out var binary, out var text)) return binary;
        var rows = new List<CsvRow>();
        CsvRow? header = null;
        foreach (var row in CsvText.Rows(text, CsvText.DelimiterOf(text)))
        {
            if (row.IsBlank) continue;
            if (row.Cells.Count > CsvText.MostColumns || rows.Count >= CsvText.MostRows || (!row.IsOpen && row.Cells.Any(c => c.Length > CsvText.LongestCell))) return ImportProblems.TooLarge;
            if (header is null) header = row;
            else rows.Add(row);
        }
        if (header is null || rows.Count == 0) return ImportProblems.Empty;
        return ImportColumns.Of(header.Cells).Refused(out var unknown, out var columns) ? unknown : (columns, rows);
    }

    private static IEnumerable<string> NumbersIn(ImportColumns columns, List<CsvRow> rows) =>
        from row in rows
        from column in Enumerable.Range(0, Math.Min(row.Cells.Count, columns.Names.Count))
        where columns[column] is ImportField.Price or ImportField.FormerPrice
        select row.Cells[column];
}
