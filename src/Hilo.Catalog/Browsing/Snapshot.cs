using System.Collections.Immutable;

namespace Hilo.Catalog;

/// <summary>The whole shop window at one moment. Never changed: an event makes the next one, sharing what stayed.</summary>
internal sealed class Snapshot
{
    // So many places stand empty, or a quarter of them, before everything is numbered anew.
    private const int FewestEmpty = 256;
    private static readonly BrowseSort[] Sorts = Enum.GetValues<BrowseSort>();

    private readonly ShopItem?[] items;
    private readonly ImmutableDictionary<ProductId, int> byId;
    private readonly ImmutableDictionary<string, int> byHandle;
    private readonly WordIndex index;
    private readonly SynonymBook synonyms;
    private readonly int[][] orders;
    private readonly Lazy<int[]>[] places;
    private readonly Lazy<FacetCount> unfiltered;
    private readonly Lazy<IReadOnlyList<Facet>> unfilteredFacets;
    private readonly Dictionary<string, Category> categoryOf;

    private Snapshot(
        long version, ShopItem?[] items, ImmutableDictionary<ProductId, int> byId, ImmutableDictionary<string, int> byHandle, WordIndex index, int[][] orders,
        FacetBook facets, IReadOnlyDictionary<CategoryId, Category> categories, SynonymBook synonyms, Snapshot? sameOrder)
    {
        (Version, this.items, this.byId, this.byHandle, this.index, this.orders, Facets, Categories, this.synonyms) = (version, items, byId, byHandle, index, orders, facets, categories, synonyms);
        places = sameOrder?.places ?? [.. Sorts.Select(sort => new Lazy<int[]>(() => PlacesOf(orders[(int)sort], items.Length)))];
        unfiltered = sameOrder?.unfiltered ?? new(CountAll);
        categoryOf = sameOrder is not null && ReferenceEquals(sameOrder.Categories, categories) ? sameOrder.categoryOf : categories.Values.ToDictionary(c => c.Handle, StringComparer.Ordinal);
        unfilteredFacets = sameOrder is not null && ReferenceEquals(sameOrder.categoryOf, categoryOf) ? sameOrder.unfilteredFacets : new(() => FacetView.Of(this, unfiltered.Value));
    }

    /// <summary>Grows by one with every change that a shopper could see.</summary>
    public long Version { get; }

    public IReadOnlyDictionary<CategoryId, Category> Categories { get; }

    public FacetBook Facets { get; }

    public int Count => byId.Count;

    /// <summary>Minor units in one of the currency that shoppers see.</summary>
    public int CurrencyScale => orders[0] is [var first, ..] ? items[first]!.CurrencyScale : 100;

    public static Snapshot Of(long version, IEnumerable<ShopItem> all, FacetBook facets, IReadOnlyDictionary<CategoryId, Category> categories, SynonymBook? synonyms = null)
    {
        var shown = all.ToArray();
        var words = new WordIndex();
        words.Add(shown.Select((item, i) => (i, item)));
        return new Snapshot(
            version, shown,
            shown.Select((item, i) => KeyValuePair.Create(item.Id, i)).ToImmutableDictionary(),
            shown.Select((item, i) => KeyValuePair.Create(item.Handle, i)).ToImmutableDictionary(StringComparer.Ordinal),
            words, [.. Sorts.Select(sort => Ordered(shown, sort))], facets, categories, synonyms ?? SynonymBook.Empty, null);
    }

    /// <summary>Replaces, adds and takes away products; null is one that is not shown any more.</summary>
    public Snapshot With(IReadOnlyCollection<(ProductId Id, ShopItem? Item)> changed)
    {
        var next = new List<ShopItem?>(items);
        var (ids, handles) = (byId.ToBuilder(), byHandle.ToBuilder());
        // Numbers that leave the orders, and those that enter them.
        var (left, entered, reread) = (new HashSet<int>(), new HashSet<int>(), new List<(int, ShopItem)>());
        foreach (var (id, item) in changed)
        {
            var before = ids.TryGetValue(id, out var ordinal) ? next[ordinal] : null;
            if (item is not null && before is not null && item.ReadsLike(before) && item.Handle == before.Handle)
            {
                if ((item.LowestMinor, item.SortTitle) != (before.LowestMinor, before.SortTitle) || !item.HasFacetsOf(before))
                {
                    left.Add(ordinal);
                    entered.Add(ordinal);
                }
                next[ordinal] = item;
                continue;
            }
            if (before is not null)
            {
                next[ordinal] = null;
                left.Add(ordinal);
                entered.Remove(ordinal);
                ids.Remove(id);
                handles.Remove(before.Handle);
            }
            if (item is null) continue;
            (ids[id], handles[item.Handle]) = (next.Count, next.Count);
            entered.Add(next.Count);
            reread.Add((next.Count, item));
            next.Add(item);
        }
        if (next.Count - ids.Count > Math.Max(FewestEmpty, ids.Count / 4)) return Of(Version + 1, next.OfType<ShopItem>(), Facets, Categories, synonyms);
        index.Add(reread);
        var shown = next.ToArray();
        if (left.Count + entered.Count == 0) return new Snapshot(Version + 1, shown, byId, byHandle, index, orders, Facets, Categories, synonyms, this);
        return new Snapshot(
            Version + 1, shown, ids.ToImmutable(), handles.ToImmutable(), index, [.. Sorts.Select(sort => Merged(orders[(int)sort], shown, left, entered, sort))], Facets, Categories, synonyms, null);
    }

    /// <summary>The same products under other names of categories.</summary>
    public Snapshot With(IReadOnlyDictionary<CategoryId, Category> categories) => new(Version + 1, items, byId, byHandle, index, orders, Facets, categories, synonyms, this);

    public Snapshot With(SynonymBook others) => new(Version + 1, items, byId, byHandle, index, orders, Facets, Categories, others, this);

    public ShopItem? At(int ordinal) => items[ordinal];

    public ShopItem? Find(string handle) => byHandle.TryGetValue(handle, out var ordinal) ? items[ordinal] : null;

    public ShopItem? Find(ProductId id) => byId.TryGetValue(id, out var ordinal) ? items[ordinal] : null;

    public IEnumerable<ShopItem> All => items.OfType<ShopItem>();

    public string CategoryName(string handle) => categoryOf.TryGetValue(handle, out var category) ? category.Name : handle;

    /// <summary>Every product in this order. For relevance, where nothing was searched, the newest first.</summary>
    public int[] InOrder(BrowseSort sort) => orders[(int)sort];

    /// <summary>Where each number stands in the order.</summary>
    public int[] Places(BrowseSort sort) => places[(int)sort].Value;

    /// <summary>What cannot be bought stands behind what can.</summary>
    public List<(int Ordinal, int Score)> Search(string text)
    {
        var found = TextSearch.Find(text, items.Length, index, synonyms);
        found.RemoveAll(f => items[f.Ordinal] is null);
        for (var i = 0; i < found.Count; i++)
            if (items[found[i].Ordinal]!.Stock == StockBand.None) found[i] = (found[i].Ordinal, found[i].Score * 3 / 4);
        return found;
    }

    /// <summary>Words of titles that finish this one, the most frequent first.</summary>
    public IEnumerable<string> Finishing(string start) => index.Words.Beginning(start)
        .Select(word => (Word: word, Count: index.WithWord(word).ToArray().Count(p => p.Ordinal < items.Length && items[p.Ordinal] is not null && p.Weight >= ShopRenderer.TitleWeight)))
        .Where(w => w.Count > 0).OrderByDescending(w => w.Count).ThenBy(w => w.Word, StringComparer.Ordinal).Select(w => index.Written(w.Word));

    /// <summary>Products per facet value when nothing is filtered.</summary>
    public int UnfilteredCount(int number) => number < unfiltered.Value.Counts.Length ? unfiltered.Value.Counts[number] : 0;

    public IReadOnlyList<Facet> UnfilteredFacets => unfilteredFacets.Value;

    private FacetCount CountAll()
    {
        var all = new FacetCount(Facets, []);
        foreach (var item in items)
            if (item is not null) all.Add(item);
        return all;
    }

    private static int[] Ordered(ShopItem[] shown, BrowseSort sort)
    {
        var ordinals = Enumerable.Range(0, shown.Length).ToArray();
        Array.Sort(ordinals, (a, b) => Compare(shown[a], shown[b], sort));
        return ordinals;
    }

    /// <summary>The order without those that left, and with the new ones put where they belong: nothing else is compared.</summary>
    private static int[] Merged(int[] order, ShopItem?[] shown, HashSet<int> left, HashSet<int> entered, BrowseSort sort)
    {
        var stayed = left.Count == 0 ? order : Array.FindAll(order, o => !left.Contains(o));
        var more = entered.ToArray();
        Array.Sort(more, (a, b) => Compare(shown[a]!, shown[b]!, sort));
        var merged = new int[stayed.Length + more.Length];
        var (from, to) = (0, 0);
        foreach (var ordinal in more)
        {
            var (low, high) = (from, stayed.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (Compare(shown[stayed[middle]]!, shown[ordinal]!, sort) < 0) low = middle + 1;
                else high = middle;
            }
            stayed.AsSpan(from, low - from).CopyTo(merged.AsSpan(to));
            (to, from) = (to + low - from, low);
            merged[to++] = ordinal;
        }
        stayed.AsSpan(from).CopyTo(merged.AsSpan(to));
        return merged;
    }

    private static int[] PlacesOf(int[] order, int ordinals)
    {
        var found = new int[ordinals];
        for (var place = 0; place < order.Length; place++) found[order[place]] = place;
        return found;
    }

    private static int Compare(ShopItem a, ShopItem b, BrowseSort sort)
    {
        var order = sort switch
        {
            BrowseSort.PriceUp => a.LowestMinor.CompareTo(b.LowestMinor),
            BrowseSort.PriceDown => b.LowestMinor.CompareTo(a.LowestMinor),
            BrowseSort.Title => string.CompareOrdinal(a.SortTitle, b.SortTitle),
            _ => b.CreatedAt.CompareTo(a.CreatedAt),
        };
        return order != 0 ? order : string.CompareOrdinal(a.Handle, b.Handle);
    }
}

internal enum BrowseSort { Relevance, Newest, PriceUp, PriceDown, Title }
