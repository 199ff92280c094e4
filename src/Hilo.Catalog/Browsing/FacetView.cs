namespace Hilo.Catalog;

/// <summary>Facets in the order in which people look for them: categories by name, sizes from small to large.</summary>
internal static class FacetView
{
    private static readonly string[] Sizes = ["xxxs", "xxs", "xs", "s", "m", "l", "xl", "xxl", "xxxl", "xxxxl"];

    public static IReadOnlyList<Facet> Of(Snapshot snapshot, FacetCount count, IReadOnlyDictionary<int, int> counts)
    {
        var names = snapshot.Categories.Values.ToDictionary(c => c.Handle, c => c.Name, StringComparer.Ordinal);
        return [.. counts.Keys
            .Select(number => (Number: number, Entry: count.Entry(number)))
            .GroupBy(e => e.Entry.Facet)
            .OrderBy(g => g.Key == FacetBook.Category ? 0 : 1).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.Key == FacetBook.Category
                ? new Facet(g.Key, "", [.. g
                    .Select(e => new FacetValue(e.Entry.Value, counts[e.Number], count.IsChosen(e.Number), names.GetValueOrDefault(e.Entry.Value, e.Entry.Value)))
                    .OrderBy(v => Fold.Of(v.Label!), StringComparer.Ordinal)])
                : new Facet($"option.{g.Key}", g.First().Entry.Label, [.. g
                    .OrderBy(e => Rank(e.Entry.Value)).ThenBy(e => Fold.Of(e.Entry.Value), StringComparer.Ordinal)
                    .Select(e => new FacetValue(e.Entry.Value, counts[e.Number], count.IsChosen(e.Number)))]))];
    }

    /// <summary>Named sizes first, then numbers by their value, then words.</summary>
    internal static (int Kind, decimal Number) Rank(string value)
    {
        var size = Array.IndexOf(Sizes, Fold.Key(value));
        if (size >= 0) return (0, size);
        var digits = string.Concat(value.TakeWhile(c => char.IsAsciiDigit(c) || c is ',' or '.')).Replace(',', '.');
        return decimal.TryParse(digits, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var number) ? (1, number) : (2, 0);
    }
}
