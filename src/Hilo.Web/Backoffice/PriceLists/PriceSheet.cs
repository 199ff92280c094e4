namespace Hilo.Web.Backoffice.PriceLists;

/// <summary>One page of a list as fields: what a person saw, what they typed, and the changes between.</summary>
internal static class PriceSheet
{
    public static string PriceField(VariantId variant) => $"price-{variant}";

    public static string FormerField(VariantId variant) => $"former-{variant}";

    /// <summary>As it was shown: only what differs from it is saved, so that nobody else's change is taken back.</summary>
    public static string SeenField(VariantId variant) => $"seen-{variant}";

    public static string Seen(ListedPrice row) => $"{Price(row)}|{Former(row)}";

    public static string Price(ListedPrice row) => row.Regular is { } price ? MoneyText.Of(price.Price) : "";

    public static string Former(ListedPrice row) => row.Regular?.FormerPrice is { } former ? MoneyText.Of(former) : "";

    public static IReadOnlyList<SetPrice> Changes(FormFields form, Currency currency)
    {
        var changes = new List<SetPrice>();
        foreach (var (field, seen) in form.Values.Where(v => v.Key.StartsWith("seen-", StringComparison.Ordinal)))
        {
            if (!VariantId.TryParse(field["seen-".Length..], null, out var variant)) continue;
            var (price, former) = (form[PriceField(variant)], form[FormerField(variant)]);
            if (seen == $"{price}|{former}") continue;
            if (price.Length == 0 && former.Length > 0) form.Errors[PriceField(variant)] = PriceTexts.FormerNeedsPrice;
            else if (price.Length == 0) changes.Add(new SetPrice(variant));
            else if (Amount(PriceField(variant)) is { } amount)
            {
                var was = former.Length == 0 ? null : Amount(FormerField(variant));
                if (was <= amount) form.Errors[FormerField(variant)] = PriceTexts.FormerTooLow;
                changes.Add(new SetPrice(variant, amount, was));
            }
        }
        return changes;

        Money? Amount(string field)
        {
            var (amount, error) = MoneyText.Read(form[field]);
            if (amount is { } value && decimal.IsInteger(value * currency.Scale)) return Money.Of(value, currency);
            form.Errors[field] = error ?? MoneyText.NotAnAmount;
            return null;
        }
    }
}
