namespace Hilo.Web.Backoffice.Imports;

/// <summary>One import: its page, the part of it that keeps itself fresh, bringing in what was tried, and stopping it.</summary>
internal static class WatchImport
{
    public static void Map(RouteGroupBuilder office)
    {
        office.MapGet("/importaciones/{id:guid}", ShowAsync);
        office.MapGet("/importaciones/{id:guid}/progreso", ProgressAsync);
        office.MapPost("/importaciones/{id:guid}/cancelacion", CancelAsync);
        office.MapPost("/importaciones/{id:guid}/importacion", StartAsync);
    }

    private static async Task<IResult> ShowAsync(ImportId id, HiloClient client, OfficeShells shells, CancellationToken cancel) =>
        (await client.Catalog.ImportAsync(id, cancel)).Refused(out var problem, out var import)
            ? await OfficeRefusals.PageAsync(problem, shells, cancel)
            : Page.Of<ImportPage>(new { Shell = await shells.LoadAsync(cancel), Import = import });

    private static async Task<IResult> ProgressAsync(ImportId id, HiloClient client, CancellationToken cancel) =>
        // The part stays as it is while the API refuses; the next second asks again.
        (await client.Catalog.ImportAsync(id, cancel)).Refused(out _, out var import) ? TypedResults.NoContent() : Page.Of<ImportProgress>(new { Import = import });

    private static async Task<IResult> CancelAsync(ImportId id, IFormCollection form, HttpContext context, HiloClient client, CancellationToken cancel)
    {
        if ((await client.Catalog.CancelImportAsync(id, FormKey.Of(form), cancel)).Refused(out var problem, out _)) Flash.Refuse(context, problem);
        return Page.GoTo($"/oficina/importaciones/{id}");
    }

    private static async Task<IResult> StartAsync(ImportId id, IFormCollection form, HttpContext context, HiloClient client, CancellationToken cancel)
    {
        if (!(await client.Catalog.ImportTriedAsync(id, FormKey.Of(form), cancel)).Refused(out var problem, out var import)) return Page.GoTo($"/oficina/importaciones/{import.Id}");
        Flash.Refuse(context, problem);
        return Page.GoTo($"/oficina/importaciones/{id}");
    }
}
