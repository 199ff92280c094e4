namespace Hilo.Web.Backoffice.Invoicing;

internal static class ListDocuments
{
    public static readonly string[] Tabs = ["all", "open", "attention", "due"];

    public static void Map(RouteGroupBuilder office)
    {
        office.MapGet("/comprobantes", HandleAsync);
        office.MapPost("/comprobantes/series/{id:guid}", ReleaseAsync);
        office.MapPost("/comprobantes/reenvios", RetryAsync);
    }

    private static async Task<IResult> HandleAsync(string? q, string? vista, string? desde, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        var trail = new Trail(desde);
        var tab = vista is "open" or "attention" or "due" ? vista : "all";
        if ((await client.Invoicing.DocumentsAsync(q, view: tab == "all" ? null : tab, cursor: trail.Cursor, cancel: cancel)).Refused(out var problem, out var page)) return await OfficeRefusals.PageAsync(problem, shells, cancel);
        var series = (await client.Invoicing.SeriesAsync(cancel)).Refused(out _, out var found) ? [] : found;
        var issuers = (await client.Invoicing.IssuersAsync(cancel)).Refused(out _, out var all) ? [] : all;
        var due = tab == "due" ? page.Items.Count : (await client.Invoicing.DocumentsAsync(view: "due", cancel: cancel)).Refused(out _, out var near) ? 0 : near.Items.Count;
        return Page.Of<DocumentsPage>(new { Shell = await shells.LoadAsync(cancel), Documents = page, Series = series, Issuers = issuers, Tab = tab, Search = q, Trail = trail, Due = due });
    }

    private static async Task<IResult> RetryAsync(IFormCollection form, HttpContext context, HiloClient client, CancellationToken cancel)
    {
        if ((await client.Invoicing.RetryAsync(FormKey.Of(form), cancel)).Refused(out var problem, out var retried)) Flash.Refuse(context, problem);
        else Flash.Say(context, InvoicingTexts.Retried(retried.Documents));
        return Page.GoTo("/oficina/comprobantes?vista=open");
    }

    private static async Task<IResult> ReleaseAsync(Guid id, IFormCollection form, HttpContext context, HiloClient client, CancellationToken cancel)
    {
        if (await client.Invoicing.ReleaseAsync(id, FormKey.Of(form), cancel) is { } problem) Flash.Refuse(context, problem);
        else Flash.Say(context, InvoicingTexts.Released);
        return Page.GoTo("/oficina/comprobantes?vista=open");
    }
}
