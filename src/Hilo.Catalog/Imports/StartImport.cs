using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Catalog;

internal static class StartImport
{
    public static void Map(RouteGroupBuilder imports)
    {
        imports.MapPost("/", HandleAsync)
            .RequirePermission(Permissions.CatalogManage)
            .AcceptsUpTo(ImportScan.LargestBytes)
            .Accepts<Stream>("text/csv", "text/plain", "text/tab-separated-values", "application/octet-stream")
            .WithSummary("Bring in a product file: a Shopify export or Hilo's own columns. Goes on in the background; location takes first stock, stock=true overwrites stock, decimals is comma or point; dryRun=true tells the same and changes nothing.");
        imports.MapPut("/{id}/cancellation", CancelAsync)
            .RequirePermission(Permissions.CatalogManage)
            .WithSummary("Stop an import. What it has brought in stays.");
    }

    private static async Task<Results<Accepted<ImportView>, ProblemHttpResult>> HandleAsync(
        HttpContext http, CatalogImports imports, CatalogDb db, TimeProvider clock, CancellationToken cancel,
        string? fileName = null, LocationId? location = null, bool stock = false, bool dryRun = false, Word<DecimalWord>? decimals = null)
    {
        // Held on disk by the transaction's edge: it is read more than once and never whole.
        var name = fileName is { Length: > 0 } ? fileName : "productos.csv";
        bool? comma = decimals is { } mark ? mark.Value == DecimalWord.Comma : null;
        var queued = await imports.QueueAsync(db.Session, http.Request.Body, new ImportOptions(name, location, stock, comma, dryRun), null, cancel);
        if (queued.Refused(out var problem, out var id)) return problem.ToHttp();
        http.Response.OnCompleted(() =>
        {
            imports.Expect();
            return Task.CompletedTask;
        });
        return TypedResults.Accepted($"/api/v1/imports/{id}", await ShowImports.FindAsync(db, id, clock.GetUtcNow(), cancel));
    }

    private static async Task<Results<Ok<ImportView>, NotFound, ProblemHttpResult>> CancelAsync(ImportId id, CatalogDb db, TimeProvider clock, CancellationToken cancel)
    {
        await CatalogTurn.TakeAsync(db.Session, cancel);
        var stopped = await db.Session.ExecuteAsync(
            $"update catalog_imports set state = {ImportState.Canceled}, finished_at = {clock.GetUtcNow()} where id = {id} and state in ('queued', 'running')", cancel);
        if (await ShowImports.FindAsync(db, id, clock.GetUtcNow(), cancel) is not { } view) return TypedResults.NotFound();
        return stopped == 0 ? ImportProblems.Over.ToHttp() : TypedResults.Ok(view);
    }
}

/// <summary>How the file writes decimals, in the address.</summary>
internal enum DecimalWord { Comma, Point }
