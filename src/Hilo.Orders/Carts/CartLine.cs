namespace Hilo.Orders;

/// <summary>A line of a cart, with what the catalog said of the variant when it was last asked. Its id becomes the order line's.</summary>
/// <param name="PriceUntil">The price does not change before.</param>
internal sealed record CartLine(
    OrderLineId Id, VariantId VariantId, ProductId ProductId, string Sku, string Title, string VariantTitle, string ProductHandle, string? PictureUrl,
    TaxCode TaxCode, long WeightGrams, Quantity Quantity, Money UnitPrice, Money? FormerUnitPrice, DateTimeOffset PriceUntil)
{
    /// <summary>The catalog no longer sells it: the cart cannot be completed with it.</summary>
    public bool IsGone { get; init; }

    public static CartLine Of(Sellable sold, Quantity quantity, DateTimeOffset priceUntil) => new(
        IId<OrderLineId>.New(), sold.Id, sold.ProductId, sold.Sku, sold.Title, sold.VariantTitle, sold.ProductHandle, sold.PictureUrl,
        sold.TaxCode, sold.WeightGrams, quantity, sold.Price, sold.FormerPrice, priceUntil);

    /// <summary>The same line at today's price.</summary>
    public CartLine AsSoldNow(Sellable sold, DateTimeOffset priceUntil) => Of(sold, Quantity, priceUntil) with { Id = Id };
}
