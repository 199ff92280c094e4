namespace Hilo.Catalog;

/// <summary>Facets in the order in which people look for them: categories by name, sizes from small to large, then what is there and what it costs.</summary>
internal static class FacetView
{
    private static readonly string[] Sizes = ["xxxs", "xxs", "xs", "s", "m", "l", "xl", "xxl", "xxxl", "xxxxl"];
    private static readonly string[] SizeWords = ["", "extrachico", "chico", "pequeno", "small", "mediano", "medium", "regular", "grande", "large", "extragrande", "extralarge"];

    private static readonly Comparer<(int Kind, decimal Number, string Word)> Places = Comparer<(int Kind, decimal Number, string Word)>.Create((a, b) =>
        (a.Kind, a.Number).CompareTo((b.Kind, b.Number)) is not 0 and var order ? order : string.CompareOrdinal(a.Word, b.Word));

    public static IReadOnlyList<Facet> Of(Snapshot snapshot, FacetCount count)
    {
        var counts = count.Counts;
        var facets = Enumerable.Range(0, counts.Length).Where(number => counts[number] > 0)
            .Select(number => (Number: number, Entry: count.Entry(number)))
            .GroupBy(e => e.Entry.Facet, StringComparer.Ordinal)
            .OrderBy(g => g.Key switch { FacetBook.Category => 0, FacetBook.Available => 2, _ => 1 }).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.Key switch
            {
                FacetBook.Category => new Facet(g.Key, "", [.. g
                    .Select(e => new FacetValue(e.Entry.Value, counts[e.Number], count.IsChosen(e.Number), snapshot.CategoryName(e.Entry.Value)))
                    .OrderBy(v => Fold.Of(v.Label!), StringComparer.Ordinal)]),
                FacetBook.Available => new Facet("available", "", [.. g.Select(e => new FacetValue(e.Entry.Value, counts[e.Number], count.IsChosen(e.Number)))]),
                _ => new Facet($"option.{g.Key}", g.First().Entry.Label, [.. g
                    .OrderBy(e => e.Entry.Place, Places)
                    .Select(e => new FacetValue(e.Entry.Value, counts[e.Number], count.IsChosen(e.Number)))]),
            }).ToList();
        if (Prices(snapshot, count) is { Values.Count: > 0 } prices) facets.Add(prices);
        return facets;
    }

    /// <summary>Chosen ranges stay as they are, whatever would be offered now.</summary>
    private static Facet Prices(Snapshot snapshot, FacetCount count)
    {
        var scale = snapshot.CurrencyScale;
        var offered = PriceRanges.Of(count.Amounts, scale);
        var chosen = count.Prices.Where(p => !offered.Any(o => o.Range == p)).Select(p => (Range: p, Count: count.Amounts.Count(p.Has)));
        return new Facet("price", "", [.. offered.Concat(chosen).OrderBy(r => r.Range.From)
            .Select(r => new FacetValue(PriceRanges.Write(r.Range, scale), r.Count, count.Prices.Contains(r.Range)))]);
    }

    /// <summary>Named sizes first, then numbers by their value, then words.</summary>
    internal static (int Kind, decimal Number, string Word) PlaceOf(string value)
    {
        var word = Fold.Of(value);
        var size = Array.IndexOf(Sizes, Fold.Key(value));
        if (size < 0 && Array.IndexOf(SizeWords, Fold.Key(value)) is > 0 and var named) size = Sizes.Length + named;
        if (size >= 0) return (0, size, word);
        var digits = string.Concat(value.TakeWhile(c => char.IsAsciiDigit(c) || c is ',' or '.')).Replace(',', '.');
        return decimal.TryParse(digits, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var number) ? (1, number, word) : (2, 0, word);
    }
}
