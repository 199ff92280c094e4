namespace Hilo.Catalog;

/// <summary>What a shopper asks of the list.</summary>
internal sealed record BrowseQuestion(string? Text, IReadOnlyList<(string Facet, string Value)> Facets, BrowseSort Sort, bool CountsFacets);

/// <summary>The whole answer in order; pages are cut from it.</summary>
internal sealed record BrowseAnswer(IReadOnlyList<int> Ordinals, IReadOnlyList<Facet> Facets)
{
    public static BrowseAnswer To(BrowseQuestion question, Snapshot snapshot)
    {
        var count = new FacetCount(snapshot.Facets, question.Facets);
        if (string.IsNullOrWhiteSpace(question.Text) && !count.HasFilters)
            return new BrowseAnswer(snapshot.InOrder(question.Sort), question.CountsFacets ? FacetView.Of(snapshot, count, snapshot.UnfilteredCounts) : []);
        Predicate<ShopItem> shows = question.CountsFacets ? count.Add : count.Shows;
        List<int> shown = [.. Candidates(question, snapshot).Where(i => snapshot.At(i) is { } item && shows(item))];
        return new BrowseAnswer(shown, question.CountsFacets ? FacetView.Of(snapshot, count, count.Counts) : []);
    }

    private static IEnumerable<int> Candidates(BrowseQuestion question, Snapshot snapshot)
    {
        if (string.IsNullOrWhiteSpace(question.Text)) return snapshot.InOrder(question.Sort);
        var found = snapshot.Search(question.Text);
        if (question.Sort == BrowseSort.Relevance)
            return found.OrderByDescending(f => f.Score).ThenBy(f => snapshot.At(f.Ordinal)!.SortTitle, StringComparer.Ordinal).Select(f => f.Ordinal);
        var hits = found.Select(f => f.Ordinal).ToHashSet();
        return snapshot.InOrder(question.Sort).Where(hits.Contains);
    }
}
