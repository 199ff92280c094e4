using System.Globalization;
using System.Text.RegularExpressions;
using Hilo.Platform;

namespace Hilo.Inventory;

/// <summary>Reads a stock file as spreadsheets write it: any of three delimiters, with or without BOM, UTF-8 or Windows' Latin alphabet.</summary>
internal static partial class StockCsv
{
    private static readonly string[] Sku = ["sku", "codigo", "código"];
    private static readonly string[] LocationCode = ["location", "sucursal", "deposito", "depósito", "ubicacion", "ubicación"];
    private static readonly string[] OnHand = ["on_hand", "onhand", "stock", "cantidad", "en_mano", "en mano"];

    public static Result<List<BulkRow>> Read(byte[] file)
    {
        using var csv = CsvFile.Open(file);
        if (csv is null) return StockProblems.UnreadableCsv("The file is no text: it looks like a spreadsheet. Save it as CSV.");
        List<BulkRow> rows = [];
        (int Sku, int Location, int OnHand)? columns = null;
        while (csv.Read() is { } row)
        {
            if (row.IsBlank) continue;
            List<string> cells = [.. row.Cells.Select(c => CsvWriter.Plain(c.Trim()))];
            if (columns is not { } at)
            {
                if (row.Fault != CsvFault.None || ColumnsOf(cells) is not { } found) return StockProblems.UnreadableCsv($"The first line must name the columns sku, location and on_hand; it says: {Short(cells)}");
                columns = found;
                continue;
            }
            if (rows.Count == BulkStock.MostRows) return StockProblems.UnreadableCsv($"The file has more than {BulkStock.MostRows} lines: send it in parts.");
            var quantity = Cell(cells, at.OnHand);
            rows.Add(new BulkRow(row.Line, Cell(cells, at.Sku), Cell(cells, at.Location), quantity, QuantityOf(quantity), FaultOf(row.Fault)));
        }
        return columns is null ? StockProblems.UnreadableCsv("The file is empty.") : rows;
    }

    private static string? FaultOf(CsvFault fault) => fault switch
    {
        CsvFault.None => null,
        CsvFault.OpenQuote => "A quote is opened and never closed. The lines after it were read.",
        CsvFault.StrayQuote => "A quote stands in the middle of a cell. The lines after it were read.",
        CsvFault.TooLong => "The line is longer than a million characters.",
        _ => "The line holds characters that no text has, such as nulls.",
    };

    private static (int Sku, int Location, int OnHand)? ColumnsOf(List<string> header)
    {
        var (sku, location, onHand) = (IndexOf(header, Sku), IndexOf(header, LocationCode), IndexOf(header, OnHand));
        return sku < 0 || location < 0 || onHand < 0 ? null : (sku, location, onHand);
    }

    private static string Short(List<string> cells)
    {
        var text = string.Join(" | ", cells);
        return text.Length > 120 ? text[..(char.IsHighSurrogate(text[119]) ? 119 : 120)] + "…" : text;
    }

    /// <summary>A point or a comma before one or two decimals. Three digits after it could be thousands, so nobody guesses.</summary>
    private static Quantity? QuantityOf(string text) =>
        PlainNumber().IsMatch(text) && decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount)
            && Quantity.TryFrom(amount, out var quantity) ? quantity : null;

    private static string Cell(List<string> cells, int index) => index < cells.Count ? cells[index] : "";

    private static int IndexOf(List<string> header, string[] names) => header.FindIndex(h => names.Contains(h.Trim().ToLowerInvariant(), StringComparer.Ordinal));

    [GeneratedRegex(@"^-?\d{1,13}([.,]\d{1,2})?$", RegexOptions.ExplicitCapture)]
    private static partial Regex PlainNumber();
}
