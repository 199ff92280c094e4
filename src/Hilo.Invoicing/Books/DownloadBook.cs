using System.Globalization;
using System.Text;
using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Invoicing;

internal static class DownloadBook
{
    public static void Map(RouteGroupBuilder invoicing) => invoicing.MapGet("/books/{month}", HandleAsync).RequirePermission(Permissions.InvoicingRead)
        .WithSummary("Sales of a month (2026-11) by date of the document: as CSV, or with format=vouchers and format=rates the two files of Libro IVA Digital.");

    private static async Task<Results<FileContentHttpResult, NotFound, ProblemHttpResult>> HandleAsync(string month, string? format, IssuerId? issuer, InvoicingDb db, CancellationToken cancel)
    {
        if (!DateOnly.TryParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)) return InvoicingProblems.BadMonth.ToHttp();
        var rows = await RowsAsync(db, first, issuer, cancel);
        var name = $"{month}-{format switch { "vouchers" => "VENTAS_CBTE.txt", "rates" => "VENTAS_ALICUOTAS.txt", _ => "ventas.csv" }}";
        if (format is "vouchers" or "rates")
        {
            var kept = rows.Where(r => SalesBook.IsInVatBook(r.Voucher));
            return TypedResults.File(Encoding.Latin1.GetBytes(format == "vouchers" ? SalesBook.Vouchers(kept) : SalesBook.Rates(kept)), "text/plain; charset=iso-8859-1", name);
        }
        using var file = new MemoryStream();
        // Spreadsheets take a file without its mark for the alphabet of the machine.
        await using (var text = new StreamWriter(file, new UTF8Encoding(true), leaveOpen: true))
        {
            foreach (var cells in rows.Select(SalesBook.Cells).Prepend(SalesBook.Heading)) await text.WriteLineAsync(string.Join(';', cells.Select(Cell)).AsMemory(), cancel);
        }
        return TypedResults.File(file.ToArray(), "text/csv; charset=utf-8", name);
    }

    private static async Task<List<BookRow>> RowsAsync(InvoicingDb db, DateOnly first, IssuerId? issuer, CancellationToken cancel)
    {
        var (from, to) = (FiscalDay.Number(first), FiscalDay.Number(first.AddMonths(1)));
        var documents = await db.Documents.AsNoTracking()
            .Where(d => d.State == FiscalDocumentState.Authorized && d.DatedOn >= from && d.DatedOn < to && (issuer == null || db.Series.Any(s => s.Id == d.SeriesId && s.IssuerId == issuer)))
            .OrderBy(d => d.DatedOn).ThenBy(d => d.SeriesId).ThenBy(d => d.Number).Select(d => new { d.Voucher, d.ReceiverName, d.Cae, d.OrderNumber }).ToListAsync(cancel);
        return documents.ConvertAll(d =>
        {
            var voucher = Voucher.FromJson(d.Voucher!);
            return new BookRow(voucher, VoucherTypes.TitleOf(voucher.Type, voucher.Point, voucher.Number), d.ReceiverName ?? "CONSUMIDOR FINAL", d.Cae!, d.OrderNumber);
        });
    }

    /// <summary>A name may begin as a formula does, a note's amount with its sign.</summary>
    private static string Cell(string text)
    {
        var safe = text.AsSpan().IndexOfAnyExcept("-0123456789,") < 0 ? text : CsvWriter.Neutral(text);
        return safe.AsSpan().IndexOfAny(";\"\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
