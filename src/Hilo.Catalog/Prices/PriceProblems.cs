namespace Hilo.Catalog;

internal static class PriceProblems
{
    public static readonly Problem Negative = new("price.negative", "A price is zero or more.", 422);
    public static readonly Problem TooHigh = new("price.too_high", "A price is at most ten thousand million.", 422);
    public static readonly Problem FormerNotGreater = new("price.former_not_greater", "The former price must be greater than the price.", 422);
    public static readonly Problem FormerWithoutPrice = new("price.former_without_price", "A former price needs a price.", 422);
    public static readonly Problem StartsInThePast = new("price.starts_in_the_past", "A price cannot begin in the past: history is not rewritten.", 422);
    public static readonly Problem EndsBeforeItStarts = new("price.ends_before_it_starts", "The end must be after the start.", 422);
    public static readonly Problem EndsNow = new("price.ends_now", "Without a price the present one ends now: leave from and to out.", 422);
    public static readonly Problem MinQuantityNotPositive = new("price.min_quantity_not_positive", "The minimum quantity must be positive.", 422);
    public static readonly Problem Twice = new("price.twice", "The same price is set twice in one request.", 422);

    /// <summary>No unit of anything costs more; and up to it a million units of it can still be counted.</summary>
    private const long Most = 10_000_000_000;

    /// <summary>What is wrong with an amount by itself.</summary>
    public static Problem? Of(Money amount) => amount.IsNegative ? Negative : amount.Minor > Most * amount.Currency.Scale ? TooHigh : null;

    public static Problem WrongCurrency(Currency given, Currency list) => new("price.wrong_currency", $"The list is in {list}, not in {given}.", 422);

    public static Problem UnknownVariant(VariantId id) => new("price.unknown_variant", $"There is no variant {id}.", 422);

    public static Problem Needed(string sku) => new("price.needed", $"{sku} is published: it keeps a regular price on the default list. Set another price, or unpublish the product first.", 422);

    public static Problem ChannelHasList(string name) => new("price_list.channel_has_list", $"The sales channel already has the list '{name}'.");
}
