using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Catalog;

internal static class ShowImports
{
    private const int PageSize = 20;
    private const int ProblemsShown = 500;

    public static void Map(RouteGroupBuilder imports)
    {
        imports.MapGet("/{id}", OneAsync).RequirePermission(Permissions.CatalogManage).WithSummary("How far an import is, what it changed, and which rows were refused and why.");
        imports.MapGet("/", ListAsync).RequirePermission(Permissions.CatalogManage).WithSummary("Imports, newest first, each with its counts and without its rows.");
    }

    /// <summary>With its problems, in the language of whoever asks.</summary>
    public static async Task<ImportView?> FindAsync(CatalogDb db, ImportId id, CancellationToken cancel)
    {
        if (await db.Imports.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, cancel) is not { } import) return null;
        var problems = await db.ImportProblems.AsNoTracking().Where(p => p.ImportId == id).OrderBy(p => p.IsWarning).ThenBy(p => p.Line).ThenBy(p => p.Number).Take(ProblemsShown).ToListAsync(cancel);
        var pictures = await db.Session.QueryAsync(
            $"select p.state, count(*) from catalog_import_pictures i join catalog_pictures p on p.id = i.picture_id where i.import_id = {id} group by p.state",
            row => (State: row.Word<PictureState>(0), Count: (int)row.GetInt64(1)), cancel);
        return View(import, [.. problems.Select(ImportWording.Of)], state => pictures.Where(p => p.State == state).Sum(p => p.Count));
    }

    private static async Task<Results<Ok<ImportView>, NotFound>> OneAsync(ImportId id, CatalogDb db, CancellationToken cancel) =>
        await FindAsync(db, id, cancel) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound();

    private static async Task<Results<Ok<PageOf<ImportView>>, ProblemHttpResult>> ListAsync(CatalogDb db, CancellationToken cancel, string? cursor = null)
    {
        var imports = db.Imports.AsNoTracking();
        if (cursor is not null)
        {
            if (Cursor.Read<long>("imports", cursor).Refused(out var problem, out var ticks)) return problem.ToHttp();
            var before = new DateTimeOffset(ticks, TimeSpan.Zero);
            imports = imports.Where(i => i.StartedAt < before);
        }
        var page = await imports.OrderByDescending(i => i.StartedAt).Take(PageSize + 1).ToListAsync(cancel);
        var next = page.Count > PageSize ? Cursor.Write("imports", page[PageSize - 1].StartedAt.UtcTicks) : null;
        return TypedResults.Ok(new PageOf<ImportView>([.. page.Take(PageSize).Select(i => View(i, [], _ => 0))], next));
    }

    private static ImportView View(Import i, IReadOnlyList<ImportProblem> problems, Func<PictureState, int> pictures) => new(
        i.Id, i.FileName, i.Format, i.State, i.RowsRead, i.RowsTotal, i.ProductsCreated, i.ProductsUpdated, i.VariantsCreated, i.VariantsUpdated, i.VariantsUnchanged, i.RowsRejected,
        pictures(PictureState.Waiting), pictures(PictureState.Stored), pictures(PictureState.Failed), problems, i.StartedAt, i.FinishedAt, i.Error);
}
