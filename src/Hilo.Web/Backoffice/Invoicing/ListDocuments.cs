namespace Hilo.Web.Backoffice.Invoicing;

internal static class ListDocuments
{
    public static readonly string[] Tabs = ["all", "open", "attention"];

    public static void Map(RouteGroupBuilder office)
    {
        office.MapGet("/comprobantes", HandleAsync);
        office.MapGet("/comprobantes/libro", BookAsync);
        office.MapPost("/comprobantes/series/{id:guid}", ReleaseAsync);
    }

    private static async Task<IResult> HandleAsync(string? q, string? vista, string? desde, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        var trail = new Trail(desde);
        var tab = vista is "open" or "attention" ? vista : "all";
        if ((await client.Invoicing.DocumentsAsync(q, view: tab == "all" ? null : tab, cursor: trail.Cursor, cancel: cancel)).Refused(out var problem, out var page)) return await OfficeRefusals.PageAsync(problem, shells, cancel);
        var series = (await client.Invoicing.SeriesAsync(cancel)).Refused(out _, out var found) ? [] : found;
        var issuers = (await client.Invoicing.IssuersAsync(cancel)).Refused(out _, out var all) ? [] : all;
        return Page.Of<DocumentsPage>(new { Shell = await shells.LoadAsync(cancel), Documents = page, Series = series, Issuers = issuers, Tab = tab, Search = q, Trail = trail });
    }

    private static async Task<IResult> ReleaseAsync(Guid id, IFormCollection form, HttpContext context, HiloClient client, CancellationToken cancel)
    {
        if (await client.Invoicing.ReleaseAsync(id, FormKey.Of(form), cancel) is { } problem) Flash.Refuse(context, problem);
        else Flash.Say(context, InvoicingTexts.Released);
        return Page.GoTo("/oficina/comprobantes?vista=open");
    }

    private static async Task<IResult> BookAsync(string mes, string? formato, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        if ((await client.Invoicing.BookAsync(mes, formato, cancel)).Refused(out var problem, out var file)) return await OfficeRefusals.PageAsync(problem, shells, cancel);
        return formato is "vouchers" or "rates"
            ? TypedResults.File(file, "text/plain; charset=iso-8859-1", $"{mes}-{(formato == "vouchers" ? "VENTAS_CBTE" : "VENTAS_ALICUOTAS")}.txt")
            : TypedResults.File(file, "text/csv; charset=utf-8", $"{mes}-ventas.csv");
    }
}
