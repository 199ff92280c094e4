using Microsoft.AspNetCore.Mvc;

namespace Hilo.Web.Backoffice.Invoicing;

/// <summary>The months for the accountant: figures, downloads, what does not agree, and the lock.</summary>
internal static class ShowBooks
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(RouteGroupBuilder office)
    {
        office.MapGet("/comprobantes/libro", BookAsync);
        office.MapGet("/comprobantes/libros", ListAsync);
        office.MapGet("/comprobantes/libros/{month}", MonthAsync);
        office.MapPost("/comprobantes/libros/{month}/cierre", CloseAsync);
        office.MapGet("/comprobantes/libros/{month}/conciliacion", ReconciliationAsync);
        office.MapGet("/comprobantes/libros/{month}/informe", ReportAsync);
    }

    private static async Task<IResult> ListAsync(HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        if ((await client.Invoicing.MonthsAsync(cancel)).Refused(out var problem, out var months)) return await OfficeRefusals.PageAsync(problem, shells, cancel);
        var issuers = (await client.Invoicing.IssuersAsync(cancel)).Refused(out _, out var all) ? [] : all;
        return Page.Of<BooksPage>(new { Shell = await shells.LoadAsync(cancel), Months = months, Issuers = issuers });
    }

    private static async Task<IResult> MonthAsync(string month, string? por, IssuerId? emisor, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        var by = BookTexts.Groups.Any(g => g.By == por) ? por! : "province";
        if ((await client.Invoicing.ReconcileAsync(month, cancel)).Refused(out var problem, out var found)
            || (await client.Invoicing.ReportAsync(month, by, cancel)).Refused(out problem, out var report)
            || (await client.Invoicing.MonthsAsync(cancel)).Refused(out problem, out var months)) return await OfficeRefusals.PageAsync(problem, shells, cancel);
        var book = months.FirstOrDefault(m => m.Month == month && (emisor is null || m.IssuerId == emisor));
        return Page.Of<BookMonthPage>(new { Shell = await shells.LoadAsync(cancel), Month = found, Book = book, Report = report, By = by });
    }

    private static async Task<IResult> CloseAsync(string month, [FromForm] IssuerId issuer, IFormCollection form, HttpContext context, HiloClient client, CancellationToken cancel)
    {
        if ((await client.Invoicing.CloseMonthAsync(month, issuer, FormKey.Of(form), cancel)).Refused(out var problem, out _)) Flash.Refuse(context, problem.Detail, problem.WhatToDo);
        else Flash.Say(context, BookTexts.WasClosed(BookTexts.NameOf(month)));
        return Page.GoTo($"/oficina/comprobantes/libros/{month}");
    }

    private static async Task<IResult> BookAsync(string mes, string? formato, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        if ((await client.Invoicing.BookAsync(mes, formato, cancel)).Refused(out var problem, out var file)) return await OfficeRefusals.PageAsync(problem, shells, cancel);
        return formato switch
        {
            "vouchers" or "rates" => TypedResults.File(file, "text/plain; charset=iso-8859-1", $"{mes}-{(formato == "vouchers" ? "VENTAS_CBTE" : "VENTAS_ALICUOTAS")}.txt"),
            "xlsx" => TypedResults.File(file, Xlsx, $"{mes}-ventas.xlsx"),
            _ => TypedResults.File(file, "text/csv; charset=utf-8", $"{mes}-ventas.csv"),
        };
    }

    private static async Task<IResult> ReconciliationAsync(string month, string formato, HiloClient client, OfficeShells shells, CancellationToken cancel) =>
        (await client.Invoicing.ReconciliationFileAsync(month, formato == "csv" ? "csv" : "xlsx", cancel)).Refused(out var problem, out var file)
            ? await OfficeRefusals.PageAsync(problem, shells, cancel) : FileOf(file, formato, $"{month}-conciliacion");

    private static async Task<IResult> ReportAsync(string month, string formato, string? por, HiloClient client, OfficeShells shells, CancellationToken cancel) =>
        (await client.Invoicing.ReportFileAsync(month, por ?? "province", formato == "csv" ? "csv" : "xlsx", cancel)).Refused(out var problem, out var file)
            ? await OfficeRefusals.PageAsync(problem, shells, cancel) : FileOf(file, formato, $"{month}-ventas-{por ?? "province"}");

    private static IResult FileOf(byte[] file, string format, string name) =>
        format == "csv" ? TypedResults.File(file, "text/csv; charset=utf-8", $"{name}.csv") : TypedResults.File(file, Xlsx, $"{name}.xlsx");
}
