using System.Globalization;
using Hilo.Platform;

namespace Hilo.Invoicing;

/// <summary>One sale of a file, or why it is none.</summary>
/// <param name="Line">Where it begins.</param>
internal sealed record ExternalRow(int Line, string Reference, ExternalSaleRequest? Sale, string? Problem);

/// <summary>Reads sales of another system as a spreadsheet writes them: a row per line of a sale, rows of one reference together.</summary>
internal static class ExternalCsv
{
    public const int MostRows = 20_000;
    private static readonly string[] Needed = ["referencia", "detalle", "cantidad", "precio", "iva"];

    public static Result<List<ExternalRow>> Read(byte[] file, IReadOnlyDictionary<string, LegalEntityId> entities)
    {
        using var csv = CsvFile.Open(file);
        if (csv is null) return InvoicingProblems.UnreadableFile("El archivo no es texto: parece una planilla. Guardala como CSV.");
        Dictionary<string, int>? columns = null;
        var sales = new Dictionary<string, List<ExternalCells>>(StringComparer.Ordinal);
        var rows = 0;
        while (csv.Read() is { } row)
        {
            if (row.IsBlank) continue;
            string[] cells = [.. row.Cells.Select(c => CsvWriter.Plain(c.Trim()))];
            if (columns is null)
            {
                columns = cells.Select((name, at) => (Name: Plain(name), At: at)).Where(c => c.Name.Length > 0).DistinctBy(c => c.Name).ToDictionary(c => c.Name, c => c.At, StringComparer.Ordinal);
                if (Needed.Where(n => !columns.ContainsKey(n)).ToList() is { Count: > 0 } missing) return InvoicingProblems.UnreadableFile($"En la primera fila faltan las columnas {string.Join(", ", missing)}.");
                if (columns.Keys.Where(k => !ExternalCells.Columns.Contains(k)).ToList() is { Count: > 0 } unknown) return InvoicingProblems.UnreadableFile($"No se conocen las columnas {string.Join(", ", unknown)}.");
                continue;
            }
            if (++rows > MostRows) return InvoicingProblems.UnreadableFile($"El archivo tiene más de {MostRows.ToString("N0", CultureInfo.GetCultureInfo("es-AR"))} filas: mandalo en partes.");
            var read = new ExternalCells(row.Line, columns, cells, row.Fault);
            // A row without reference is told by itself.
            var key = read["referencia"] is { Length: > 0 } reference ? reference : $"\u0000{row.Line}";
            if (!sales.TryGetValue(key, out var mine)) sales[key] = mine = [];
            mine.Add(read);
        }
        return columns is null ? InvoicingProblems.UnreadableFile("El archivo está vacío.") : sales.Values.Select(s => Sale(s, entities)).ToList();
    }

    private static ExternalRow Sale(List<ExternalCells> rows, IReadOnlyDictionary<string, LegalEntityId> entities)
    {
        var first = rows[0];
        try
        {
            if (first["referencia"].Length == 0) throw first.Wrong("referencia", "falta");
            foreach (var row in rows)
            {
                if (row.Fault != CsvFault.None) throw row.Wrong("fila", "no se puede leer: revisá las comillas");
                if (row.Contradicts(first) is { } column) throw row.Wrong(column, $"dice «{row[column]}» y la primera fila de la venta, «{first[column]}»");
            }
            return new ExternalRow(first.Line, first["referencia"], RequestOf(rows, entities), null);
        }
        catch (ExternalCellException wrong)
        {
            return new ExternalRow(first.Line, first["referencia"], null, wrong.Message);
        }
    }

    private static ExternalSaleRequest RequestOf(List<ExternalCells> rows, IReadOnlyDictionary<string, LegalEntityId> entities)
    {
        var sale = rows[0];
        var service = sale.Day("servicio_desde") is { } from ? new ServicePeriod(from, sale.Day("servicio_hasta") ?? from, sale.Day("pagar_hasta")) : null;
        return new ExternalSaleRequest(
            sale["referencia"], [.. rows.Select(LineOf)], sale.Kind(), sale.Text("corrige"), EntityOf(sale, entities), null,
            sale.Day("fecha") is { } day ? new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.FromHours(-3)) : null,
            sale.Text("moneda")?.ToUpperInvariant() ?? "ARS", sale.Amount("cotizacion", 6), sale.Says("paga_en_moneda"), sale.Receiver(), service, sale.Province(), sale.Tender(),
            null, sale.Says("percepciones"), sale.Text("numero"), sale.Abroad(), sale.Email());
    }

    private static ExternalLine LineOf(ExternalCells row) => new(
        row.Text("detalle") ?? throw row.Wrong("detalle", "falta"), row.Quantity(), row.Amount("precio") ?? throw row.Wrong("precio", "falta"), row.Rate(), row.Text("sku"), row.Amount("bonificacion") ?? 0, row.Says("servicio"), row.Whole("unidad"));

    private static LegalEntityId? EntityOf(ExternalCells sale, IReadOnlyDictionary<string, LegalEntityId> entities)
    {
        if (sale.Text("razon_social") is not { } cuit) return null;
        var digits = new string([.. cuit.Where(char.IsAsciiDigit)]);
        return entities.TryGetValue(digits, out var id) ? id : throw sale.Wrong("razon_social", $"no hay ninguna con el CUIT {cuit}");
    }

    /// <summary>Headings as people write them: without accents, in lower case, words joined.</summary>
    public static string Plain(string name) => new([.. name.Trim().ToLowerInvariant().Normalize(System.Text.NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark).Select(c => c is ' ' or '-' ? '_' : c)]);
}
