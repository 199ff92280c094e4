namespace Hilo.Catalog;

internal sealed class Category
{
    public required CategoryId Id { get; init; }
    public required string Handle { get; set; }
    public required string Name { get; set; }
    public CategoryId? ParentId { get; set; }
    public int Version { get; set; } = 1;

    /// <summary>The category and all above it, itself first.</summary>
    public static IEnumerable<Category> Path(CategoryId id, IReadOnlyDictionary<CategoryId, Category> all)
    {
        var seen = new HashSet<CategoryId>();
        for (CategoryId? at = id; at is { } here && seen.Add(here) && all.TryGetValue(here, out var category); at = category.ParentId) yield return category;
    }
}
