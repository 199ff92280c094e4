using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Catalog;

/// <summary>Finds categories by their names from the top down, and makes those that are missing.</summary>
internal sealed class CategoryPaths(DbSession session, CatalogDb db)
{
    /// <summary>The code of what is told of a category that was not there.</summary>
    public const string Created = "category.created";

    private readonly List<Category> made = [];
    private readonly List<RowProblem> told = [];
    private Dictionary<(CategoryId?, string), Category>? known;
    private HashSet<string> handles = [];

    public async Task<CategoryId> FindAsync(IReadOnlyList<string> path, int line, CancellationToken cancel)
    {
        if (known is null)
        {
            var all = await db.Categories.AsNoTracking().ToListAsync(cancel);
            known = all.GroupBy(c => (c.ParentId, Fold.Of(c.Name))).ToDictionary(g => g.Key, g => g.First());
            handles = all.Select(c => c.Handle).ToHashSet(StringComparer.Ordinal);
        }
        CategoryId? above = null;
        foreach (var (depth, name) in path.Index())
        {
            var shortened = Fold.Cut(name, 120);
            if (!known.TryGetValue((above, Fold.Of(shortened)), out var category))
            {
                category = new Category { Id = IId<CategoryId>.New(), Handle = FreeHandle(shortened), Name = shortened, ParentId = above };
                known.Add((above, Fold.Of(shortened)), category);
                made.Add(category);
                told.Add(new RowProblem(line, null, Fold.Cut(string.Join(" > ", path.Take(depth + 1)), 200), Created, true));
            }
            above = category.Id;
        }
        return above!.Value;
    }

    public async Task WriteAsync(CancellationToken cancel)
    {
        // One after the other: a category is written after the one above it.
        foreach (var category in made)
        {
            await CatalogTables.Categories.InsertAsync(session, [category], cancel);
            session.Publish(new CategorySaved(category.Id));
        }
        made.Clear();
    }

    /// <summary>What was made, for the person to see.</summary>
    public IEnumerable<RowProblem> Told() => told;

    private string FreeHandle(string name)
    {
        var slug = Fold.Slug(name) is { Length: > 0 } made ? made : "categoria";
        var handle = slug;
        for (var n = 2; !handles.Add(handle); n++) handle = string.Create(null, $"{slug}-{n}");
        return handle;
    }
}
