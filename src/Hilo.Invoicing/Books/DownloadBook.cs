using System.Text;
using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Invoicing;

internal static class DownloadBook
{
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(RouteGroupBuilder invoicing) => invoicing.MapGet("/books/{month}", HandleAsync).RequirePermission(Permissions.InvoicingRead)
        .WithSummary("Sales of a month (2026-11) by date of the document: as CSV, with format=xlsx as a workbook with its totals, or with format=vouchers and format=rates the two files of Libro IVA Digital.");

    private static async Task<Results<FileContentHttpResult, NotFound, ProblemHttpResult>> HandleAsync(string month, string? format, IssuerId? issuer, ReadBook book, CancellationToken cancel)
    {
        if (BookMonth.Parse(month).Refused(out var problem, out var which)) return problem.ToHttp();
        var rows = await book.RowsAsync(which, issuer, cancel);
        var kept = rows.Where(r => SalesBook.IsInVatBook(r.Voucher));
        var sheet = new Sheet("Ventas", SalesBook.Heading, rows.Select(SalesBook.Cells));
        return format switch
        {
            "vouchers" => TypedResults.File(Encoding.Latin1.GetBytes(SalesBook.Vouchers(kept)), "text/plain; charset=iso-8859-1", $"{month}-VENTAS_CBTE.txt"),
            "rates" => TypedResults.File(Encoding.Latin1.GetBytes(SalesBook.Rates(kept)), "text/plain; charset=iso-8859-1", $"{month}-VENTAS_ALICUOTAS.txt"),
            "xlsx" => TypedResults.File(await Sheet.ToXlsxAsync([sheet, BookTotals.ByType(rows), BookTotals.ByRate(rows)], cancel), Xlsx, $"{month}-ventas.xlsx"),
            _ => TypedResults.File(sheet.ToCsv(), "text/csv; charset=utf-8", $"{month}-ventas.csv"),
        };
    }
}
