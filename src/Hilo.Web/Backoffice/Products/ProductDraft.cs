namespace Hilo.Web.Backoffice.Products;

/// <summary>What stands in the editor's fields: as saved, or as a person typed it and may go on typing.</summary>
public sealed class ProductDraft
{
    public required string Title { get; init; }

    public required string Description { get; init; }

    public required string Brand { get; init; }

    public required ProductStatus Status { get; init; }

    /// <summary>Price and former price of each variant, as text.</summary>
    public required IReadOnlyDictionary<VariantId, (string Price, string Former)> Prices { get; init; }

    internal static ProductDraft Of(ProductView product, PriceListView list, DateTimeOffset now) => new()
    {
        Title = product.Title,
        Description = product.Description,
        Brand = product.Brand ?? "",
        Status = product.Status,
        Prices = product.Variants.ToDictionary(v => v.Id, v => Typed(InForce(v, list.Id, now))),
    };

    internal static ProductDraft Of(ProductView product, PriceListView list, IFormCollection form) => new()
    {
        Title = form["title"].ToString().Trim(),
        Description = form["description"].ToString().Trim().ReplaceLineEndings("\n"),
        Brand = form["brand"].ToString().Trim(),
        Status = Word<ProductStatus>.TryParse(form["status"], null, out var status) ? status.Value : product.Status,
        Prices = product.Variants.ToDictionary(v => v.Id, v => (Tidy(form[PriceField(v.Id)], list.Currency), Tidy(form[FormerField(v.Id)], list.Currency))),
    };

    internal static string PriceField(VariantId variant) => $"price-{variant}";

    internal static string FormerField(VariantId variant) => $"former-{variant}";

    /// <summary>The one that has no end, below a sale that lies on top of it.</summary>
    private static PriceView? InForce(VariantView variant, PriceListId list, DateTimeOffset now) => variant.Prices
        .Where(p => p.PriceListId == list && p.MinQuantity <= Quantity.One && (p.From is null || p.From <= now) && (p.To is null || p.To > now))
        .OrderBy(p => p.To is not null).ThenByDescending(p => p.From).FirstOrDefault();

    private static (string Price, string Former) Typed(PriceView? price) =>
        price is null ? ("", "") : (MoneyText.Of(price.Price), price.FormerPrice is { } former ? MoneyText.Of(former) : "");

    // What can be read is shown as it was read; the rest stays as typed, for the person to correct.
    private static string Tidy(string? typed, Currency currency) =>
        MoneyText.Read(typed).Amount is { } amount && decimal.IsInteger(amount * currency.Scale) ? MoneyText.Of(Money.Of(amount, currency)) : typed?.Trim() ?? "";

    /// <summary>The whole product as it is to be saved: what the editor does not show stays, and so do prices that nobody touched, with what is planned for them.</summary>
    internal SaveProductRequest? Read(ProductView product, PriceListView list, ProductDraft saved, Dictionary<string, string> errors)
    {
        if (Title.Length == 0) errors["title"] = ProductTexts.TitleMissing;
        var variants = product.Variants.Select(v =>
        {
            var (price, former) = ReadPrices(v.Id, list.Currency, errors);
            if (Prices[v.Id] == saved.Prices[v.Id] && HasRegular(v, list.Id)) (price, former) = (null, null);
            return new SaveVariant(v.Id, v.Sku, v.Gtin, v.OptionValues, v.WeightGrams, v.TaxCode, price, former);
        }).ToList();
        return errors.Count > 0 ? null : new SaveProductRequest(Title, Status, variants, product.Handle, Description, Brand, product.ProductType, product.Options);
    }

    private static bool HasRegular(VariantView variant, PriceListId list) => variant.Prices.Any(p => p.PriceListId == list && p.MinQuantity == Quantity.One && p.To is null);

    private (Money? Price, Money? Former) ReadPrices(VariantId variant, Currency currency, Dictionary<string, string> errors)
    {
        var (typedPrice, typedFormer) = Prices[variant];
        if (typedPrice.Length == 0)
        {
            // A draft may wait for its price; what is on sale may not.
            if (Status == ProductStatus.Published || typedFormer.Length > 0) errors[PriceField(variant)] = ProductTexts.PriceMissing;
            return default;
        }
        if (Amount(typedPrice, PriceField(variant)) is not { } price) return default;
        if (typedFormer.Length == 0) return (price, null);
        if (Amount(typedFormer, FormerField(variant)) is not { } former) return default;
        if (former <= price) errors[FormerField(variant)] = ProductTexts.FormerTooLow(Format.Money(price));
        return (price, former);

        Money? Amount(string text, string field)
        {
            var (amount, error) = MoneyText.Read(text);
            if (amount is { } value && decimal.IsInteger(value * currency.Scale)) return Money.Of(value, currency);
            errors[field] = error ?? MoneyText.NotAnAmount;
            return null;
        }
    }
}
