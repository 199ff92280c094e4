using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Catalog;

/// <summary>The shop teaches its search: a group counts from the moment that the log tells of it.</summary>
internal static class Synonyms
{
    public static void Map(RouteGroupBuilder synonyms)
    {
        synonyms.MapGet("/", ListAsync).RequirePermission(Permissions.CatalogRead).WithSummary("Groups of terms that mean the same, oldest first.");
        synonyms.MapPost("/", CreateAsync).RequirePermission(Permissions.CatalogManage).WithSummary("Add a group: whoever searches one of its terms finds all of them.");
        synonyms.MapPut("/{id}", EditAsync).RequirePermission(Permissions.CatalogManage).WithSummary("Change the terms of a group.");
        synonyms.MapDelete("/{id}", DeleteAsync).RequirePermission(Permissions.CatalogManage).WithSummary("Take a group away.");
    }

    private static async Task<Ok<IReadOnlyList<SynonymView>>> ListAsync(CatalogDb db, CancellationToken cancel) =>
        TypedResults.Ok<IReadOnlyList<SynonymView>>([.. (await db.Synonyms.AsNoTracking().OrderBy(s => s.Id).ToListAsync(cancel)).Select(s => s.View())]);

    private static async Task<Results<Created<SynonymView>, ProblemHttpResult>> CreateAsync(SaveSynonymRequest request, CatalogDb db, HttpContext http, CancellationToken cancel)
    {
        await CatalogTurn.TakeAsync(db.Session, cancel);
        if (await db.Synonyms.CountAsync(cancel) >= Synonym.MostGroups) return SynonymProblems.TooMany.ToHttp();
        var synonym = new Synonym { Id = IId<SynonymId>.New() };
        if (synonym.Set(request.Terms) is { } problem) return problem.ToHttp();
        await CatalogTables.Synonyms.InsertAsync(db.Session, [synonym], cancel);
        db.Publish(new SynonymsChanged(synonym.Id));
        http.ShowVersion(synonym.Version);
        return TypedResults.Created($"/api/v1/synonyms/{synonym.Id}", synonym.View());
    }

    private static async Task<Results<Ok<SynonymView>, NotFound, ProblemHttpResult>> EditAsync(
        SynonymId id, SaveSynonymRequest request, CatalogDb db, HttpContext http, CancellationToken cancel)
    {
        await CatalogTurn.TakeAsync(db.Session, cancel);
        if (await db.Synonyms.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, cancel) is not { } synonym) return TypedResults.NotFound();
        if (http.RefusedEditOf(synonym.Version) is { } conflict) return conflict.ToHttp();
        if (synonym.Set(request.Terms) is { } problem) return problem.ToHttp();
        synonym.Version++;
        await CatalogTables.Synonyms.UpdateAsync(db.Session, [synonym], cancel);
        db.Publish(new SynonymsChanged(id));
        http.ShowVersion(synonym.Version);
        return TypedResults.Ok(synonym.View());
    }

    private static async Task<Results<NoContent, NotFound>> DeleteAsync(SynonymId id, CatalogDb db, CancellationToken cancel)
    {
        await CatalogTurn.TakeAsync(db.Session, cancel);
        if (await db.Session.ExecuteAsync($"delete from catalog_synonyms where id = {id}", cancel) == 0) return TypedResults.NotFound();
        db.Publish(new SynonymsChanged(id));
        return TypedResults.NoContent();
    }
}
