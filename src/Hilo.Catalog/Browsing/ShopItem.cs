using System.Text.Json;

namespace Hilo.Catalog;

/// <summary>One product as shoppers see it, rendered once per change.</summary>
internal sealed class ShopItem
{
    private volatile WrittenPage? page;

    public required ProductId Id { get; init; }
    public required string Handle { get; init; }
    public required string SortTitle { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required long LowestMinor { get; init; }

    public required ProductCard CardView { get; init; }

    /// <summary>The card as JSON: lists copy it.</summary>
    public required byte[] Card { get; init; }

    /// <summary>Without categories, whose counts belong to the whole snapshot.</summary>
    public required ShopProduct Detail { get; init; }

    /// <summary>The best of its variants.</summary>
    public required StockBand Stock { get; init; }
    public required int CurrencyScale { get; init; }

    /// <summary>Root first, for the way back to the list.</summary>
    public required IReadOnlyList<CategoryId> Path { get; init; }

    /// <summary>Numbers of its categories and all above them.</summary>
    public required int[] CategoryFacets { get; init; }

    /// <summary>Numbers of the option values of each variant.</summary>
    public required int[][] OptionFacets { get; init; }

    /// <summary>The price of each variant, in the order of <see cref="OptionFacets"/>.</summary>
    public required long[] VariantMinor { get; init; }
    public required (string Word, int Weight)[] Words { get; init; }

    /// <summary>Words of the title folded, and as they are written there.</summary>
    public required (string Folded, string Text)[] Written { get; init; }

    /// <summary>SKUs and GTINs, folded.</summary>
    public required string[] Codes { get; init; }

    public bool ReadsLike(ShopItem other) => Words.AsSpan().SequenceEqual(other.Words) && Codes.AsSpan().SequenceEqual(other.Codes);

    /// <summary>Nothing that a shopper could see differs.</summary>
    public bool LooksLike(ShopItem other) =>
        ReadsLike(other) && HasFacetsOf(other) && Card.AsSpan().SequenceEqual(other.Card) && Json(Detail).AsSpan().SequenceEqual(Json(other.Detail));

    public bool HasFacetsOf(ShopItem other) =>
        CategoryFacets.AsSpan().SequenceEqual(other.CategoryFacets) && VariantMinor.AsSpan().SequenceEqual(other.VariantMinor) && OptionFacets.Length == other.OptionFacets.Length
        && OptionFacets.Zip(other.OptionFacets).All(p => p.First.AsSpan().SequenceEqual(p.Second));

    /// <summary>The whole answer to whoever opens the product, written once until it or the counts of its categories change.</summary>
    public byte[] Page(Snapshot snapshot)
    {
        var categories = ListShopCategories.Of(snapshot, Path);
        if (page is { } kept && kept.Categories.SequenceEqual(categories)) return kept.Json;
        var written = new WrittenPage(categories, Json(Detail with { Categories = categories }));
        page = written;
        return written.Json;
    }

    public static byte[] Json<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, HiloJson.Tolerant);

    private sealed record WrittenPage(IReadOnlyList<ShopCategory> Categories, byte[] Json);
}
