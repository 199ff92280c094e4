using Hilo.Platform;

namespace Hilo.Catalog;

/// <summary>What one look at a whole file tells. It is taken in parts; nothing of it stays in memory.</summary>
internal sealed record ImportScan(ImportColumns Columns, int Rows, DecimalMark Mark)
{
    public const long LargestBytes = 512L * 1024 * 1024;
    public const int MostRows = 1_000_000;
    public const int MostColumns = 300;
    public const int LongestCell = 100_000;

    // A part is read whole while it is brought in: some thousand rows.
    private const int PartCharacters = 1_000_000;

    /// <param name="keep">Takes each part, in order.</param>
    public static async Task<Result<ImportScan>> RunAsync(Stream file, DecimalMark chosen, Func<byte[], Task> keep, CancellationToken cancel)
    {
        if (file.Length > LargestBytes) return ImportProblems.TooLarge;
        using var csv = await CsvFile.OpenAsync(file, cancel);
        if (csv is null) return ImportProblems.NotCsv;
        CsvRow? header;
        do header = csv.Read();
        while (header is { IsBlank: true });
        if (header is null) return ImportProblems.Empty;
        if (header.Cells.Count > MostColumns) return ImportProblems.TooLarge;
        if (ImportColumns.Of(header.Cells).Refused(out var unknown, out var columns)) return unknown;

        var look = new FileLook(columns, header);
        var (part, characters, rows) = (new List<ScannedRow>(), 0, 0);
        while (csv.Read() is { } row)
        {
            cancel.ThrowIfCancellationRequested();
            if (row.IsBlank) continue;
            if (++rows > MostRows) return ImportProblems.TooLarge;
            var scanned = look.At(row);
            // Between two products where it can be: only a product of thousands of rows is cut.
            if (characters >= PartCharacters && (look.BeginsProduct || characters >= 4 * PartCharacters))
            {
                await keep(ScannedRow.Pack(part));
                part.Clear();
                characters = 0;
            }
            part.Add(scanned);
            foreach (var cell in row.Cells) characters += cell.Length + 1;
        }
        if (rows == 0) return ImportProblems.Empty;
        await keep(ScannedRow.Pack(part));
        return new ImportScan(columns, rows, MarkOf(columns, chosen, look.Numbers));
    }

    private static DecimalMark MarkOf(ImportColumns columns, DecimalMark chosen, MarkTally numbers)
    {
        if (chosen != DecimalMark.Detect) return chosen;
        // Shopify writes points, whatever the shop's language.
        return numbers.Mark == DecimalMark.Detect && columns.Format == ImportFormat.Shopify ? DecimalMark.Point : numbers.Mark;
    }

    /// <summary>Remembers what the rows above said.</summary>
    private sealed class FileLook(ImportColumns columns, CsvRow header)
    {
        private readonly SeenBefore seen = new();
        private readonly string[] options = new string[Product.MostOptions];
        private string product = "";

        public MarkTally Numbers { get; } = new();

        /// <summary>The row is of another product than the one above it.</summary>
        public bool BeginsProduct { get; private set; }

        public ScannedRow At(CsvRow row)
        {
            BeginsProduct = true;
            if (row.Fault != CsvFault.None || row.Cells.SequenceEqual(header.Cells)) return new ScannedRow(row);
            Numbers.Add(Cell(row, ImportField.Price));
            Numbers.Add(Cell(row, ImportField.FormerPrice));
            if (ImportColumns.ProductOf(Cell(row, ImportField.Handle), Cell(row, ImportField.Title), Cell(row, ImportField.Sku)) is not (_, { Length: > 0 } key)) return new ScannedRow(row);
            BeginsProduct = key != product;
            product = key;
            var continues = seen.Line('p', key, row.Line) > 0 && BeginsProduct;
            if (!columns.HasVariant(field => Cell(row, field))) return new ScannedRow(row, Continues: continues);
            for (var i = 0; i < options.Length; i++) options[i] = Cell(row, ImportField.Option1Value + (2 * i));
            var (sku, gtin) = (Cell(row, ImportField.Sku), Cell(row, ImportField.Gtin));
            return new ScannedRow(row,
                sku.Length == 0 ? 0 : seen.Line('s', sku, row.Line),
                gtin.Length == 0 ? 0 : seen.Line('g', Gtin.Digits(gtin), row.Line),
                sku.Length > 0 && Array.TrueForAll(options, o => o.Length == 0) ? 0 : seen.Line('o', $"{key}\n{string.Join('\n', options)}", row.Line),
                continues);
        }

        private string Cell(CsvRow row, ImportField field) => columns.IndexOf(field) is >= 0 and var column && column < row.Cells.Count ? CsvWriter.Plain(row.Cells[column].Trim()) : "";
    }
}
