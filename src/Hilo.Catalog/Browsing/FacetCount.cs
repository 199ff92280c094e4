namespace Hilo.Catalog;

/// <summary>Filters by facets and counts, for every value, how many products choosing it would show.</summary>
internal sealed class FacetCount
{
    private const int PriceBit = 1;

    private readonly FacetEntry[] entries;
    private readonly int[] bitOf;
    private readonly HashSet<int>?[] chosen;
    private readonly bool[] isCategory;
    private readonly IReadOnlyList<PriceRange> prices;
    private readonly int[] counts;
    private readonly int[] seen;
    private readonly List<long> amounts = [];
    private int product;

    /// <param name="selected">Facet and value; several values of one facet are alternatives.</param>
    /// <param name="ranges">Alternatives too.</param>
    public FacetCount(FacetBook book, IEnumerable<(string Facet, string Value)> selected, IReadOnlyList<PriceRange>? ranges = null)
    {
        entries = book.Entries.ToArray();
        prices = ranges ?? [];
        // A bit for each facet that is filtered, and one for the price: shoppers choose few of the many that a shop has.
        var groups = selected.GroupBy(s => s.Facet, StringComparer.Ordinal).ToList();
        bitOf = new int[entries.Length];
        chosen = new HashSet<int>?[groups.Count];
        isCategory = new bool[groups.Count];
        for (var group = 0; group < groups.Count; group++)
        {
            var facet = groups[group].Key;
            var isKnown = false;
            for (var i = 0; i < entries.Length; i++)
            {
                if (entries[i].Facet != facet) continue;
                bitOf[i] = PriceBit << (group + 1);
                isKnown = true;
            }
            // A facet or value that nobody has lets nothing through: silence would show what was not asked for.
            ShowsNothing |= !isKnown;
            chosen[group] = [.. groups[group].Select(s => book.Find(facet, s.Value) ?? -1)];
            isCategory[group] = facet == FacetBook.Category;
        }
        counts = new int[entries.Length];
        seen = new int[entries.Length];
    }

    public bool ShowsNothing { get; }

    public bool HasFilters => ShowsNothing || chosen.Length > 0 || prices.Count > 0;

    /// <summary>Products per number of the book.</summary>
    public int[] Counts => counts;

    /// <summary>Lowest amounts of what would be shown whatever the price.</summary>
    public List<long> Amounts => amounts;

    public IReadOnlyList<PriceRange> Prices => prices;

    public bool IsChosen(int entry) => Array.Exists(chosen, c => c!.Contains(entry));

    public FacetEntry Entry(int entry) => entries[entry];

    /// <summary>Whether one variant satisfies every facet at once: size M in red, not size M and another one in red.</summary>
    public bool Shows(ShopItem item)
    {
        if (ShowsNothing) return false;
        if (chosen.Length == 0 && prices.Count == 0) return true;
        for (var variant = 0; variant < item.OptionFacets.Length; variant++)
            if (Missing(item, variant) == 0) return true;
        return false;
    }

    /// <summary>Counts the product under each of its values that it would still match if that facet alone were chosen anew.</summary>
    public bool Add(ShopItem item)
    {
        if (ShowsNothing) return false;
        product++;
        var (shows, lowest) = (false, long.MaxValue);
        for (var variant = 0; variant < item.OptionFacets.Length; variant++)
        {
            var missing = Missing(item, variant);
            shows |= missing == 0;
            if ((missing & ~PriceBit) == 0) lowest = Math.Min(lowest, item.VariantMinor[variant]);
            foreach (var category in item.CategoryFacets) CountOnce(category, missing);
            foreach (var value in item.OptionFacets[variant]) CountOnce(value, missing);
        }
        if (lowest < long.MaxValue) amounts.Add(lowest);
        return shows;
    }

    /// <summary>A bit per facet whose choice this variant does not satisfy.</summary>
    private int Missing(ShopItem item, int variant)
    {
        var missing = 0;
        for (var group = 0; group < chosen.Length; group++)
            if (!AnyOf(isCategory[group] ? item.CategoryFacets : item.OptionFacets[variant], chosen[group]!)) missing |= PriceBit << (group + 1);
        if (prices.Count > 0 && !prices.Any(p => p.Has(item.VariantMinor[variant]))) missing |= PriceBit;
        return missing;
    }

    private static bool AnyOf(int[] values, HashSet<int> wanted)
    {
        foreach (var value in values)
            if (wanted.Contains(value)) return true;
        return false;
    }

    private void CountOnce(int entry, int missing)
    {
        if (entry >= seen.Length || (missing & ~bitOf[entry]) != 0 || seen[entry] == product) return;
        seen[entry] = product;
        counts[entry]++;
    }
}

/// <param name="From">Minor units, included.</param>
/// <param name="To">Not included; null for no end.</param>
internal readonly record struct PriceRange(long From, long? To)
{
    public bool Has(long amount) => amount >= From && (To is null || amount < To);
}
