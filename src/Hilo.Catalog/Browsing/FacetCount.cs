namespace Hilo.Catalog;

/// <summary>Filters by facets and counts, for every value, how many products choosing it would show.</summary>
internal sealed class FacetCount
{
    private readonly FacetEntry[] entries;
    private readonly string[] groups;
    private readonly int[] groupOf;
    private readonly HashSet<int>?[] chosen;
    private readonly int[] counts;
    private readonly int[] seen;
    private int product;

    /// <param name="selected">Facet and value; several values of one facet are alternatives.</param>
    public FacetCount(FacetBook book, IEnumerable<(string Facet, string Value)> selected)
    {
        entries = book.Entries.ToArray();
        groups = [FacetBook.Category, .. entries.Select(e => e.Facet).Where(f => f != FacetBook.Category).Distinct()];
        var numbers = groups.Select((g, i) => (g, i)).ToDictionary(g => g.g, g => g.i);
        groupOf = [.. entries.Select(e => numbers[e.Facet])];
        chosen = new HashSet<int>?[groups.Length];
        foreach (var (facet, value) in selected)
        {
            // A facet or value that nobody has lets nothing through: silence would show what was not asked for.
            if (!numbers.TryGetValue(facet, out var group)) ShowsNothing = true;
            else (chosen[group] ??= []).Add(book.Find(facet, value) ?? -1);
        }
        counts = new int[entries.Length];
        seen = new int[entries.Length];
    }

    public bool ShowsNothing { get; }

    public bool HasFilters => ShowsNothing || Array.Exists(chosen, c => c is not null);

    public static IReadOnlyDictionary<int, int> All(IEnumerable<ShopItem?> items, FacetBook book)
    {
        var all = new FacetCount(book, []);
        foreach (var item in items)
            if (item is not null) all.Add(item);
        return all.Counts;
    }

    public IReadOnlyDictionary<int, int> Counts => counts.Select((count, i) => (count, i)).Where(c => c.count > 0).ToDictionary(c => c.i, c => c.count);

    public bool IsChosen(int entry) => chosen[groupOf[entry]]?.Contains(entry) == true;

    public FacetEntry Entry(int entry) => entries[entry];

    /// <summary>Whether one variant satisfies every facet at once: size M in red, not size M and another one in red.</summary>
    public bool Shows(ShopItem item)
    {
        if (ShowsNothing) return false;
        if (chosen[0] is { } categories && !Array.Exists(item.CategoryFacets, categories.Contains)) return false;
        return Array.Exists(item.OptionFacets, values => Missing(item, values) == 0);
    }

    /// <summary>Counts the product under each of its values that it would still match if that facet alone were chosen anew.</summary>
    public bool Add(ShopItem item)
    {
        if (ShowsNothing) return false;
        product++;
        var shows = false;
        foreach (var values in item.OptionFacets)
        {
            var missing = Missing(item, values);
            shows |= missing == 0;
            if ((missing & ~1UL) == 0)
                foreach (var category in item.CategoryFacets) CountOnce(category);
            foreach (var value in values)
                if ((missing & ~(1UL << groupOf[value])) == 0) CountOnce(value);
        }
        return shows;
    }

    /// <summary>A bit per facet whose choice this variant does not satisfy.</summary>
    private ulong Missing(ShopItem item, int[] values)
    {
        var missing = 0UL;
        for (var group = 0; group < chosen.Length; group++)
        {
            if (chosen[group] is not { } wanted) continue;
            if (!Array.Exists(group == 0 ? item.CategoryFacets : values, wanted.Contains)) missing |= 1UL << (group & 63);
        }
        return missing;
    }

    private void CountOnce(int entry)
    {
        if (entry >= seen.Length || seen[entry] == product) return;
        seen[entry] = product;
        counts[entry]++;
    }
}
