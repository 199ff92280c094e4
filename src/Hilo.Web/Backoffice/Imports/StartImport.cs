using Microsoft.AspNetCore.Mvc;

namespace Hilo.Web.Backoffice.Imports;

/// <summary>Chooses the file and says where its stock is. It is tried first, unless somebody asks for it at once.</summary>
internal static class StartImport
{
    // What the API takes, and the form around it.
    private const long LargestUpload = 513L * 1024 * 1024;

    public static void Map(RouteGroupBuilder office)
    {
        office.MapGet("/productos/importar", (HiloClient client, OfficeShells shells, CancellationToken cancel) => ShowAsync(null, null, client, shells, cancel));
        office.MapPost("/productos/importar", SendAsync).WithMetadata(new RequestSizeLimitAttribute(LargestUpload));
    }

    private static async Task<IResult> SendAsync(IFormCollection form, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        if (form.Files.GetFile("file") is not { Length: > 0 } file) return await ShowAsync(ImportTexts.FileMissing, null, client, shells, cancel, 422);
        LocationId? location = LocationId.TryParse(form["location"], null, out var chosen) ? chosen : null;
        await using var content = file.OpenReadStream();
        var started = await client.Catalog.ImportAsync(content, Path.GetFileName(file.FileName), location, overwriteStock: form["stock"] == "true", Filled(form["decimals"]), FormKey.Of(form), isDryRun: form["how"] != "now", cancel);
        return started.Refused(out var problem, out var import)
            ? await ShowAsync(null, problem, client, shells, cancel, problem.Status)
            : Page.GoTo($"/oficina/importaciones/{import.Id}");
    }

    private static async Task<IResult> ShowAsync(string? fileError, Problem? refusal, HiloClient client, OfficeShells shells, CancellationToken cancel, int status = 200)
    {
        if ((await client.Catalog.ImportsAsync(cancel: cancel)).Refused(out var problem, out var before)) return await OfficeRefusals.PageAsync(problem, shells, cancel);
        var locations = (await client.Stock.LocationsAsync(cancel)).Refused(out _, out var places) ? [] : places;
        return Page.Of<StartImportPage>(
            new { Shell = await shells.LoadAsync(cancel), Locations = locations, Before = before.Items, FileError = fileError, Refusal = refusal }, status);
    }

    private static string? Filled(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
