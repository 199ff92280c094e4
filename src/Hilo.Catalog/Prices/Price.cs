namespace Hilo.Catalog;

/// <summary>What one unit costs on a list, from a quantity on, from one moment to another. Rows are history: only their end ever changes.</summary>
internal sealed class Price
{
    public required PriceId Id { get; init; }
    public required PriceListId PriceListId { get; init; }
    public required VariantId VariantId { get; init; }
    public Quantity MinQuantity { get; init; } = Quantity.One;

    /// <summary>Lies on top of the regular price between its dates.</summary>
    public bool IsTemporary { get; init; }
    public required long AmountMinor { get; init; }
    public long? FormerMinor { get; init; }
    public required DateTimeOffset ValidFrom { get; init; }
    public DateTimeOffset? ValidTo { get; set; }
    public required DateTimeOffset SetAt { get; init; }

    public bool IsInForce(DateTimeOffset at) => ValidFrom <= at && (ValidTo is null || at < ValidTo);

    public bool IsOver(DateTimeOffset at) => ValidTo <= at;

    /// <summary>The price that a buyer of that many pays. <see cref="Sellables"/> says the same in SQL.</summary>
    public static Price? InForce(IEnumerable<Price> prices, DateTimeOffset at, Quantity quantity) => prices
        .Where(p => p.IsInForce(at) && p.MinQuantity <= quantity)
        .OrderByDescending(p => p.MinQuantity).ThenByDescending(p => p.IsTemporary).ThenByDescending(p => p.ValidFrom)
        .FirstOrDefault();
}

internal static class PriceViews
{
    public static PriceView View(this Price price, PriceList list) => new(
        list.Id, list.Name, new Money(price.AmountMinor, list.Currency), price.FormerMinor is { } former ? new Money(former, list.Currency) : null,
        price.MinQuantity, price.ValidFrom, price.ValidTo);
}
