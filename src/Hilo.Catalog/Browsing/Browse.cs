namespace Hilo.Catalog;

/// <summary>What a shopper asks of the list.</summary>
internal sealed record BrowseQuestion(string? Text, IReadOnlyList<(string Facet, string Value)> Facets, BrowseSort Sort, bool CountsFacets, IReadOnlyList<PriceRange>? Prices = null);

/// <summary>The whole answer in order; pages are cut from it.</summary>
internal sealed record BrowseAnswer(IReadOnlyList<int> Ordinals, IReadOnlyList<Facet> Facets)
{
    public static BrowseAnswer To(BrowseQuestion question, Snapshot snapshot)
    {
        var isSearch = !string.IsNullOrWhiteSpace(question.Text);
        if (!isSearch && question is { Facets.Count: 0, Prices: null or { Count: 0 } })
            return new BrowseAnswer(snapshot.InOrder(question.Sort), question.CountsFacets ? snapshot.UnfilteredFacets : []);
        var candidates = isSearch ? Found(question, snapshot) : snapshot.InOrder(question.Sort);
        if (question is { Facets.Count: 0, Prices: null or { Count: 0 }, CountsFacets: false }) return new BrowseAnswer(candidates, []);
        var count = new FacetCount(snapshot.Facets, question.Facets, question.Prices);
        var shown = new List<int>(candidates.Length);
        foreach (var ordinal in candidates)
            if (snapshot.At(ordinal) is { } item && (question.CountsFacets ? count.Add(item) : count.Shows(item))) shown.Add(ordinal);
        return new BrowseAnswer(shown, question.CountsFacets ? FacetView.Of(snapshot, count) : []);
    }

    /// <summary>Sorted as numbers: the score, then the place by title; for another order that place alone.</summary>
    private static int[] Found(BrowseQuestion question, Snapshot snapshot)
    {
        var found = snapshot.Search(question.Text!);
        var isByScore = question.Sort == BrowseSort.Relevance;
        var (order, places) = isByScore ? (snapshot.InOrder(BrowseSort.Title), snapshot.Places(BrowseSort.Title)) : (snapshot.InOrder(question.Sort), snapshot.Places(question.Sort));
        var keys = new long[found.Count];
        for (var i = 0; i < keys.Length; i++) keys[i] = (isByScore ? (long)(int.MaxValue - found[i].Score) << 32 : 0) | (uint)places[found[i].Ordinal];
        Array.Sort(keys);
        return [.. keys.Select(key => order[(int)(key & int.MaxValue)])];
    }
}
