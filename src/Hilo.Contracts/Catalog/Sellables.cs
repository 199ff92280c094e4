namespace Hilo;

/// <summary>What a buyer pays and carries: asked of the database, never of the browsing snapshot.</summary>
public interface ISellables
{
    /// <summary>Unknown and unpublished variants, and those without a price on the channel, are absent from the answer.</summary>
    Task<IReadOnlyDictionary<VariantId, Sellable>> FindAsync(
        IReadOnlyCollection<VariantId> variants, SalesChannelId salesChannel, CancellationToken cancel);

    /// <summary>By SKU or GTIN, exactly; unknown codes are absent from the answer.</summary>
    Task<IReadOnlyDictionary<string, VariantId>> FindCodesAsync(IReadOnlyCollection<string> codes, CancellationToken cancel);

    /// <summary>Variants whose product has every one of these words in its title, address, brand or codes; in the order of their ids, after one of them.</summary>
    Task<IReadOnlyList<VariantId>> SearchAsync(string words, VariantId? from, int limit, CancellationToken cancel);

    /// <summary>Names for documents and lists, also of variants that are no longer sold.</summary>
    Task<IReadOnlyDictionary<VariantId, VariantName>> NameAsync(IReadOnlyCollection<VariantId> variants, CancellationToken cancel);
}

/// <param name="Price">Final, taxes included, for one unit.</param>
/// <param name="FormerPrice">Shown struck through; greater than <paramref name="Price"/>.</param>
public sealed record Sellable(
    VariantId Id, ProductId ProductId, string Sku, string Title, string VariantTitle, string ProductHandle,
    Money Price, Money? FormerPrice, TaxCode TaxCode, long WeightGrams, string? PictureUrl);

/// <param name="VariantTitle">Option values joined with " · ", empty for a product without options.</param>
public sealed record VariantName(VariantId Id, string Sku, string Title, string VariantTitle, string ProductHandle, string? PictureUrl, string? Gtin = null);

/// <summary>Filled by Inventory: what the browsing snapshot may promise. Buying never reads it.</summary>
public interface IShowAvailability
{
    /// <summary>Of all variants when <paramref name="variants"/> is null; a variant that is absent has no stock.</summary>
    Task<IReadOnlyDictionary<VariantId, Quantity>> AvailableAsync(IReadOnlyCollection<VariantId>? variants, CancellationToken cancel);
}

/// <summary>Filled by Orders: the sales channel whose prices shoppers see before they have a cart. Without it the default list is shown.</summary>
public interface IBrowsingChannel
{
    Task<SalesChannelId?> SalesChannelAsync(CancellationToken cancel);
}

/// <summary>Filled by Inventory: first stock of imported variants and stock that a file overwrites.</summary>
public interface IReceiveImportedStock
{
    /// <summary>One movement per line; lines with an unchanged quantity make none. A line below what is already promised there is refused alone.</summary>
    Task<ImportedStockAnswer> SetOnHandAsync(IReadOnlyList<ImportedStock> lines, string reason, CancellationToken cancel);
}

public sealed record ImportedStock(VariantId VariantId, LocationId LocationId, Quantity OnHand);

/// <param name="Changed">Levels whose quantity changed.</param>
public sealed record ImportedStockAnswer(int Changed, IReadOnlyList<RefusedStock> Refused);

/// <param name="Promised">Units that orders and carts already hold: on hand cannot fall below.</param>
public sealed record RefusedStock(VariantId VariantId, LocationId LocationId, Quantity OnHand, Quantity Promised);
