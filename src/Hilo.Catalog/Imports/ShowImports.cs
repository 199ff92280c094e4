using System.Globalization;
using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Catalog;

internal static class ShowImports
{
    private const int PageSize = 20;
    private const int ProblemsShown = 500;
    private const int ProblemsAtOnce = 1_000;

    public static void Map(RouteGroupBuilder imports)
    {
        imports.MapGet("/{id}", OneAsync).RequirePermission(Permissions.CatalogManage).WithSummary("How far an import is, what it changed, and which rows were refused and why.");
        imports.MapGet("/{id}/progress", ProgressAsync).RequirePermission(Permissions.CatalogManage).WithSummary("How far an import is: rows done and total, counts of outcomes, seconds that are probably left. Light enough to be asked every second.");
        imports.MapGet("/{id}/problems", ProblemsAsync).RequirePermission(Permissions.CatalogManage).Produces(StatusCodes.Status200OK, contentType: "text/csv").WithSummary("Every row that was told of, as CSV with line, column, value, outcome and reason. The first 10,000 are kept.");
        imports.MapGet("/", ListAsync).RequirePermission(Permissions.CatalogManage).WithSummary("Imports, newest first, each with its counts and without its rows.");
    }

    /// <summary>With its problems, in the language of whoever asks.</summary>
    public static async Task<ImportView?> FindAsync(CatalogDb db, ImportId id, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Imports.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, cancel) is not { } import) return null;
        var problems = await db.ImportProblems.AsNoTracking().Where(p => p.ImportId == id).OrderBy(p => p.IsWarning).ThenBy(p => p.Line).ThenBy(p => p.Number).Take(ProblemsShown).ToListAsync(cancel);
        var pictures = await db.Session.QueryAsync(
            $"select p.state, count(*) from catalog_import_pictures i join catalog_pictures p on p.id = i.picture_id where i.import_id = {id} group by p.state",
            row => (State: row.Word<PictureState>(0), Count: (int)row.GetInt64(1)), cancel);
        var view = View(import, now, [.. problems.Select(ImportWording.Of)], state => pictures.Where(p => p.State == state).Sum(p => p.Count));
        return import.IsTried && await HasFileAsync(db.Session, id, cancel) ? view with { CanStart = true } : view;
    }

    public static async Task<bool> HasFileAsync(DbSession session, ImportId id, CancellationToken cancel) =>
        (await session.QueryAsync($"select 1 from catalog_import_parts where import_id = {id} limit 1", _ => true, cancel)).Count > 0;

    private static async Task<Results<Ok<ImportView>, NotFound>> OneAsync(ImportId id, CatalogDb db, TimeProvider clock, CancellationToken cancel) =>
        await FindAsync(db, id, clock.GetUtcNow(), cancel) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound();

    private static async Task<Results<Ok<PageOf<ImportView>>, ProblemHttpResult>> ListAsync(CatalogDb db, TimeProvider clock, CancellationToken cancel, string? cursor = null)
    {
        var imports = db.Imports.AsNoTracking();
        if (cursor is not null)
        {
            if (Cursor.Read<long>("imports", cursor).Refused(out var problem, out var ticks)) return problem.ToHttp();
            if (!Cursor.IsMoment(ticks)) return EdgeProblems.BadCursor.ToHttp();
            var before = new DateTimeOffset(ticks, TimeSpan.Zero);
            imports = imports.Where(i => i.StartedAt < before);
        }
        var page = await imports.OrderByDescending(i => i.StartedAt).Take(PageSize + 1).ToListAsync(cancel);
        var next = page.Count > PageSize ? Cursor.Write("imports", page[PageSize - 1].StartedAt.UtcTicks) : null;
        return TypedResults.Ok(new PageOf<ImportView>([.. page.Take(PageSize).Select(i => View(i, clock.GetUtcNow(), [], _ => 0))], next));
    }

    private static async Task<Results<Ok<ImportProgress>, NotFound>> ProgressAsync(ImportId id, CatalogDb db, TimeProvider clock, CancellationToken cancel) =>
        await db.Imports.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, cancel) is { } i
            ? TypedResults.Ok(new ImportProgress(
                i.Id, i.State, i.IsDryRun, i.RowsRead, i.RowsTotal, i.ProductsCreated, i.ProductsUpdated, i.VariantsCreated, i.VariantsUpdated, i.VariantsUnchanged, i.RowsRejected, i.SecondsLeft(clock.GetUtcNow())))
            : TypedResults.NotFound();

    private static async Task<Results<EmptyHttpResult, NotFound>> ProblemsAsync(ImportId id, CatalogDb db, HttpContext http, CancellationToken cancel)
    {
        if (!await db.Imports.AnyAsync(i => i.Id == id, cancel)) return TypedResults.NotFound();
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = "attachment; filename=\"filas.csv\"";
        var isEnglish = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
        var csv = new CsvWriter(http.Response.BodyWriter, isEnglish ? ',' : ';');
        csv.Mark();
        csv.Row(isEnglish ? ["line", "column", "value", "outcome", "reason"] : ["fila", "columna", "valor", "resultado", "motivo"]);
        for (var number = 0; ; number += ProblemsAtOnce)
        {
            var (from, to) = (number, number + ProblemsAtOnce);
            var some = await db.ImportProblems.AsNoTracking().Where(p => p.ImportId == id && p.Number >= from && p.Number < to).OrderBy(p => p.Number).ToListAsync(cancel);
            if (some.Count == 0) break;
            foreach (var problem in some.Select(ImportWording.Of))
            {
                var outcome = (problem.IsWarning, isEnglish) switch { (true, true) => "went in", (true, false) => "entró", (false, true) => "stayed out", _ => "no entró" };
                csv.Row([problem.Line.ToString(CultureInfo.InvariantCulture), problem.Column, problem.Value, outcome, problem.Reason]);
            }
            await csv.FlushAsync(cancel);
        }
        await csv.FlushAsync(cancel, isLast: true);
        return TypedResults.Empty;
    }

    private static ImportView View(Import i, DateTimeOffset now, IReadOnlyList<ImportProblem> problems, Func<PictureState, int> pictures) => new(
        i.Id, i.FileName, i.Format, i.State, i.RowsRead, i.RowsTotal, i.ProductsCreated, i.ProductsUpdated, i.VariantsCreated, i.VariantsUpdated, i.VariantsUnchanged, i.RowsRejected,
        pictures(PictureState.Waiting), pictures(PictureState.Stored), pictures(PictureState.Failed), problems, i.StartedAt, i.FinishedAt, i.Error, i.IsDryRun, i.SecondsLeft(now), i.ProblemsTold);
}
