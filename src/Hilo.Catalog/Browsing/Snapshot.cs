using System.Collections.Immutable;

namespace Hilo.Catalog;

/// <summary>The whole shop window at one moment. Never changed: an event makes the next one, sharing what stayed.</summary>
internal sealed class Snapshot
{
    public static readonly Snapshot Empty = new(0, [], ImmutableDictionary<ProductId, int>.Empty, ImmutableDictionary<string, int>.Empty, WordIndex.Empty, WordIndex.Empty, new(), new Dictionary<CategoryId, Category>(), null);

    // A changed text is found through a small second index until the first is worth building again.
    private const int SmallestMerge = 256;

    private readonly ShopItem?[] items;
    private readonly ImmutableDictionary<ProductId, int> byId;
    private readonly ImmutableDictionary<string, int> byHandle;
    private readonly WordIndex main;
    private readonly WordIndex recent;
    private readonly FacetBook facets;
    private readonly Lazy<int[]>[] orders;
    private readonly Lazy<IReadOnlyDictionary<int, int>> unfiltered;

    private Snapshot(
        long version, ShopItem?[] items, ImmutableDictionary<ProductId, int> byId, ImmutableDictionary<string, int> byHandle,
        WordIndex main, WordIndex recent, FacetBook facets, IReadOnlyDictionary<CategoryId, Category> categories, Snapshot? before)
    {
        (Version, this.items, this.byId, this.byHandle, this.main, this.recent, this.facets, Categories) = (version, items, byId, byHandle, main, recent, facets, categories);
        orders = before?.orders ?? [.. Enum.GetValues<BrowseSort>().Select(sort => new Lazy<int[]>(() => Ordered(sort)))];
        unfiltered = before?.unfiltered ?? new(() => FacetCount.All(items, facets));
    }

    /// <summary>Grows by one with every change that a shopper could see.</summary>
    public long Version { get; }

    public IReadOnlyDictionary<CategoryId, Category> Categories { get; }

    public FacetBook Facets => facets;

    /// <summary>Places in <see cref="At"/>, some of them empty.</summary>
    public int Ordinals => items.Length;

    public int Count => byId.Count;

    public static Snapshot Of(long version, IEnumerable<ShopItem> all, FacetBook facets, IReadOnlyDictionary<CategoryId, Category> categories)
    {
        var shown = all.ToArray();
        return new Snapshot(
            version, shown,
            shown.Select((item, i) => KeyValuePair.Create(item.Id, i)).ToImmutableDictionary(),
            shown.Select((item, i) => KeyValuePair.Create(item.Handle, i)).ToImmutableDictionary(StringComparer.Ordinal),
            new WordIndex(shown.Select((item, i) => (i, item))), WordIndex.Empty, facets, categories, null);
    }

    /// <summary>Replaces, adds and takes away products; null is one that is not shown any more.</summary>
    public Snapshot With(IReadOnlyCollection<(ProductId Id, ShopItem? Item)> changed)
    {
        var next = new List<ShopItem?>(items);
        var (ids, handles) = (byId.ToBuilder(), byHandle.ToBuilder());
        var (reorders, rereads) = (false, false);
        foreach (var (id, item) in changed)
        {
            var before = ids.TryGetValue(id, out var ordinal) ? next[ordinal] : null;
            if (item is not null && before is not null && item.ReadsLike(before) && item.Handle == before.Handle)
            {
                reorders |= (item.LowestMinor, item.SortTitle) != (before.LowestMinor, before.SortTitle) || !item.HasFacetsOf(before);
                next[ordinal] = item;
                continue;
            }
            if (before is null && item is null) continue;
            (reorders, rereads) = (true, true);
            if (before is not null)
            {
                next[ordinal] = null;
                ids.Remove(id);
                handles.Remove(before.Handle);
            }
            if (item is null) continue;
            ids[id] = next.Count;
            handles[item.Handle] = next.Count;
            next.Add(item);
        }
        // Everything behind the main index is recent.
        var unindexed = next.Count - MainLength;
        if (rereads && unindexed > Math.Max(SmallestMerge, MainLength / 8)) return Of(Version + 1, next.OfType<ShopItem>(), facets, Categories);
        var reread = rereads ? new WordIndex(Enumerable.Range(MainLength, unindexed).Where(i => next[i] is not null).Select(i => (i, next[i]!))) : recent;
        return new Snapshot(Version + 1, [.. next], ids.ToImmutable(), handles.ToImmutable(), main, reread, facets, Categories, reorders ? null : this);
    }

    public ShopItem? At(int ordinal) => items[ordinal];

    public ShopItem? Find(string handle) => byHandle.TryGetValue(handle, out var ordinal) ? items[ordinal] : null;

    public ShopItem? Find(ProductId id) => byId.TryGetValue(id, out var ordinal) ? items[ordinal] : null;

    public IEnumerable<ShopItem> All => items.OfType<ShopItem>();

    /// <summary>Every product in this order. For relevance, where nothing was searched, the newest first.</summary>
    public int[] InOrder(BrowseSort sort) => orders[(int)sort].Value;

    public List<(int Ordinal, int Score)> Search(string text)
    {
        var found = TextSearch.Find(text, items.Length, main, recent);
        found.RemoveAll(f => items[f.Ordinal] is null);
        return found;
    }

    /// <summary>Products per facet value when nothing is filtered.</summary>
    public IReadOnlyDictionary<int, int> UnfilteredCounts => unfiltered.Value;

    private int MainLength => main.Count;

    private int[] Ordered(BrowseSort sort)
    {
        var ordinals = Enumerable.Range(0, items.Length).Where(i => items[i] is not null).ToArray();
        Comparison<ShopItem> compare = sort switch
        {
            BrowseSort.PriceUp => (a, b) => a.LowestMinor.CompareTo(b.LowestMinor),
            BrowseSort.PriceDown => (a, b) => b.LowestMinor.CompareTo(a.LowestMinor),
            BrowseSort.Title => (a, b) => string.CompareOrdinal(a.SortTitle, b.SortTitle),
            _ => (a, b) => b.CreatedAt.CompareTo(a.CreatedAt),
        };
        Array.Sort(ordinals, (a, b) => compare(items[a]!, items[b]!) is not 0 and var order ? order : string.CompareOrdinal(items[a]!.Handle, items[b]!.Handle));
        return ordinals;
    }
}

internal enum BrowseSort { Relevance, Newest, PriceUp, PriceDown, Title }
