using System.Globalization;
using System.Text;
using Hilo.Platform;
using SpreadCheetah;
using SpreadCheetah.Styling;

namespace Hilo.Invoicing;

/// <summary>A table that leaves the house: a heading, and rows of texts, amounts and days.</summary>
/// <param name="Name">Of the sheet in a workbook.</param>
internal sealed record Sheet(string Name, IReadOnlyList<string> Heading, IEnumerable<IReadOnlyList<object>> Rows)
{
    private static readonly CultureInfo Spanish = CultureInfo.GetCultureInfo("es-AR");

    /// <summary>With semicolons and decimal commas, as spreadsheets in Spanish open it.</summary>
    public byte[] ToCsv()
    {
        var text = new StringBuilder();
        text.Append(string.Join(';', Heading.Select(Quoted))).Append("\r\n");
        foreach (var row in Rows) text.Append(string.Join(';', row.Select(Written))).Append("\r\n");
        // Spreadsheets take a file without its mark for the alphabet of the machine.
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>A workbook in which amounts are numbers and days are dates, so that it can be added up as it is.</summary>
    public static async Task<byte[]> ToXlsxAsync(IReadOnlyList<Sheet> sheets, CancellationToken cancel)
    {
        using var file = new MemoryStream();
        await using (var book = await Spreadsheet.CreateNewAsync(file, cancellationToken: cancel))
        {
            var bold = book.AddStyle(new Style { Font = { Bold = true } });
            var amount = book.AddStyle(new Style { Format = NumberFormat.Custom("#,##0.00") });
            var day = book.AddStyle(new Style { Format = NumberFormat.Custom("dd/mm/yyyy") });
            foreach (var sheet in sheets)
            {
                await book.StartWorksheetAsync(sheet.Name, token: cancel);
                await book.AddRowAsync([.. sheet.Heading.Select(h => new StyledCell(h, bold))], cancel);
                foreach (var row in sheet.Rows) await book.AddRowAsync([.. row.Select(Cell)], cancel);
            }
            await book.FinishAsync(cancel);

            StyledCell Cell(object value) => value switch
            {
                decimal number => new StyledCell(number, amount),
                int number => new StyledCell(number, null),
                DateOnly date => new StyledCell(date.ToDateTime(TimeOnly.MinValue), day),
                // Text is a text in a workbook: nothing of it is run.
                _ => new StyledCell((string)value, null),
            };
        }
        return file.ToArray();
    }

    private static string Written(object value) => value switch
    {
        decimal amount => amount.ToString("0.00", Spanish),
        int number => number.ToString(CultureInfo.InvariantCulture),
        DateOnly day => Paper.Day(day),
        // A name may begin as a formula does.
        _ => Quoted(CsvWriter.Neutral((string)value)),
    };

    private static string Quoted(string text) => text.AsSpan().IndexOfAny(";\"\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
