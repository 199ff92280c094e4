using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Catalog;

/// <summary>After a dry run: the same file, which need not be sent again.</summary>
internal static class ImportForGood
{
    public static void Map(RouteGroupBuilder imports) => imports.MapPost("/{id}/execution", HandleAsync)
        .RequirePermission(Permissions.CatalogManage)
        .WithSummary("Bring in the file that a dry run has tried, with the same choices. Answers the new import; the file of a dry run can be brought in once.");

    private static async Task<Results<Accepted<ImportView>, NotFound, ProblemHttpResult>> HandleAsync(
        ImportId id, HttpContext http, CatalogImports imports, CatalogDb db, TimeProvider clock, CancellationToken cancel)
    {
        // Two presses come one after the other: the second finds the file gone.
        await CatalogTurn.TakeAsync(db.Session, cancel);
        if (await db.Imports.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, cancel) is not { } tried) return TypedResults.NotFound();
        if (!tried.IsTried) return ImportProblems.NotTried.ToHttp();
        var import = tried.ForGood(IId<ImportId>.New(), clock.GetUtcNow());
        if (await db.Session.ExecuteAsync($"update catalog_import_parts set import_id = {import.Id} where import_id = {id}", cancel) == 0) return ImportProblems.FileGone.ToHttp();
        await CatalogTables.Imports.InsertAsync(db.Session, [import], cancel);
        http.Response.OnCompleted(() =>
        {
            imports.Expect();
            return Task.CompletedTask;
        });
        return TypedResults.Accepted($"/api/v1/imports/{import.Id}", await ShowImports.FindAsync(db, import.Id, clock.GetUtcNow(), cancel));
    }
}
