using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Hilo.Inventory;

/// <summary>Reads a stock file as spreadsheets write it: any of three delimiters, with or without BOM, UTF-8 or Windows' Latin alphabet.</summary>
internal static partial class StockCsv
{
    private static readonly string[] Sku = ["sku", "codigo", "código"];
    private static readonly string[] LocationCode = ["location", "sucursal", "deposito", "depósito", "ubicacion", "ubicación"];
    private static readonly string[] OnHand = ["on_hand", "onhand", "stock", "cantidad", "en_mano", "en mano"];

    public static Result<List<BulkRow>> Read(byte[] bytes)
    {
        var text = Decode(bytes);
        if (text.Contains('\0', StringComparison.Ordinal)) return StockProblems.UnreadableCsv("The file contains NUL characters: it is no text.");
        List<BulkRow> rows = [];
        (int Sku, int Location, int OnHand)? columns = null;
        foreach (var (line, cells) in CsvText.Records(text, DelimiterOf(text)))
        {
            if (cells is null) return StockProblems.UnreadableCsv($"A quote that is opened in line {line} is never closed.");
            if (cells.TrueForAll(c => c.Length == 0)) continue;
            if (columns is not { } at)
            {
                if (ColumnsOf(cells) is not { } found) return StockProblems.UnreadableCsv($"The first line must name the columns sku, location and on_hand; it says: {Short(cells)}");
                columns = found;
                continue;
            }
            if (rows.Count == BulkStock.MostRows) return StockProblems.UnreadableCsv($"The file has more than {BulkStock.MostRows} lines: send it in parts.");
            var quantity = Cell(cells, at.OnHand);
            rows.Add(new BulkRow(line, Cell(cells, at.Sku), Cell(cells, at.Location), quantity, QuantityOf(quantity)));
        }
        return columns is null ? StockProblems.UnreadableCsv("The file is empty.") : rows;
    }

    private static (int Sku, int Location, int OnHand)? ColumnsOf(List<string> header)
    {
        var (sku, location, onHand) = (IndexOf(header, Sku), IndexOf(header, LocationCode), IndexOf(header, OnHand));
        return sku < 0 || location < 0 || onHand < 0 ? null : (sku, location, onHand);
    }

    private static string Short(List<string> cells)
    {
        var text = string.Join(" | ", cells);
        return text.Length > 120 ? text[..120] + "…" : text;
    }

    /// <summary>A point or a comma before one or two decimals. Three digits after it could be thousands, so nobody guesses.</summary>
    private static Quantity? QuantityOf(string text) =>
        PlainNumber().IsMatch(text) && decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount)
            && Quantity.TryFrom(amount, out var quantity) ? quantity : null;

    private static string Cell(List<string> cells, int index) => index < cells.Count ? cells[index] : "";

    private static int IndexOf(List<string> header, string[] names) => header.FindIndex(h => names.Contains(h.Trim().ToLowerInvariant(), StringComparer.Ordinal));

    // A byte that is no UTF-8 comes from a spreadsheet that saved in Windows' alphabet; Latin-1 is the same for every letter of Spanish.
    private static string Decode(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    private static char DelimiterOf(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var header = end < 0 ? text : text[..end];
        return new[] { ';', ',', '\t' }.MaxBy(delimiter => header.Count(c => c == delimiter));
    }

    [GeneratedRegex(@"^-?\d{1,13}([.,]\d{1,2})?$", RegexOptions.ExplicitCapture)]
    private static partial Regex PlainNumber();
}
