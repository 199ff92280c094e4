using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Catalog;

internal static class SaveCategory
{
    public static void Map(RouteGroupBuilder categories)
    {
        categories.MapPost("/", CreateAsync).RequirePermission(Permissions.CatalogManage).WithSummary("Create a category, inside another one or at the top.");
        categories.MapPut("/{id}", EditAsync).RequirePermission(Permissions.CatalogManage).WithSummary("Rename or move a category.");
    }

    private static async Task<Results<Created<CategoryView>, ProblemHttpResult>> CreateAsync(
        SaveCategoryRequest request, CatalogDb db, HttpContext http, CancellationToken cancel)
    {
        await CatalogTurn.TakeAsync(db.Session, cancel);
        var category = new Category { Id = IId<CategoryId>.New(), Handle = "", Name = "" };
        if (await RefusedAsync(category, request, db, cancel) is { } problem) return problem.ToHttp();
        await CatalogTables.Categories.InsertAsync(db.Session, [category], cancel);
        db.Publish(new CategorySaved(category.Id));
        http.ShowVersion(category.Version);
        return TypedResults.Created($"/api/v1/categories/{category.Id}", View(category, 0));
    }

    private static async Task<Results<Ok<CategoryView>, NotFound, ProblemHttpResult>> EditAsync(
        CategoryId id, SaveCategoryRequest request, CatalogDb db, HttpContext http, CancellationToken cancel)
    {
        await CatalogTurn.TakeAsync(db.Session, cancel);
        if (await db.Categories.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, cancel) is not { } category) return TypedResults.NotFound();
        if (http.RefusedEditOf(category.Version) is { } conflict) return conflict.ToHttp();
        if (await RefusedAsync(category, request, db, cancel) is { } problem) return problem.ToHttp();
        category.Version++;
        await CatalogTables.Categories.UpdateAsync(db.Session, [category], cancel);
        db.Publish(new CategorySaved(category.Id));
        http.ShowVersion(category.Version);
        return TypedResults.Ok(View(category, await db.ProductCategories.CountAsync(l => l.CategoryId == id, cancel)));
    }

    /// <summary>Makes the category what the request says, or says why not.</summary>
    private static async Task<Problem?> RefusedAsync(Category category, SaveCategoryRequest request, CatalogDb db, CancellationToken cancel)
    {
        var wanted = request.Handle is { Length: > 0 } given ? given : Fold.Slug(request.Name);
        if (wanted.Length == 0) return CategoryProblems.Unnameable;
        if (Fold.Slug(wanted) != wanted) return CategoryProblems.HandleInvalid(wanted);
        if (await db.Categories.AnyAsync(c => c.Handle == wanted && c.Id != category.Id, cancel)) return CategoryProblems.HandleTaken(wanted);
        if (request.ParentId is { } parent)
        {
            var all = await db.Categories.AsNoTracking().ToDictionaryAsync(c => c.Id, cancel);
            if (!all.ContainsKey(parent)) return CategoryProblems.UnknownParent(parent);
            if (Category.Path(parent, all).Any(c => c.Id == category.Id)) return CategoryProblems.InsideItself;
        }
        (category.Handle, category.Name, category.ParentId) = (wanted, request.Name.Trim(), request.ParentId);
        return null;
    }

    internal static CategoryView View(Category category, int products) => new(category.Id, category.Handle, category.Name, category.ParentId, products, category.Version);
}
