namespace Hilo.Web.Storefront.Products;

/// <summary>What the visitor has chosen of a product's options, from the address. The variant is known once everything is chosen.</summary>
public sealed record VariantChoice(ShopProduct Product, IReadOnlyList<string?> Chosen)
{
    private const string Prefix = "option.";

    public ShopVariant? Variant => Chosen.Contains(null) ? null : Product.Variants.FirstOrDefault(v => v.OptionValues.SequenceEqual(Chosen!, StringComparer.Ordinal));

    /// <summary>The variants that are still possible; the first of them shows picture and price until one is chosen.</summary>
    public IEnumerable<ShopVariant> Possible => Product.Variants.Where(v => v.OptionValues.Zip(Chosen).All(pair => pair.Second is null || pair.First == pair.Second));

    /// <summary>The first option that is still open.</summary>
    public ProductOption? Missing => Chosen.IndexOfNull() is >= 0 and var at ? Product.Options[at] : null;

    public static VariantChoice Read(ShopProduct product, IQueryCollection query)
    {
        var chosen = product.Options.Select(option =>
        {
            // Lists name options in small letters without accents, and several sizes may be asked for there.
            var asked = query.Where(p => p.Key.StartsWith(Prefix, StringComparison.Ordinal) && Fold.Same(p.Key[Prefix.Length..], option.Name)).SelectMany(p => p.Value).ToList();
            return asked is [{ } value] && option.Values.Contains(value, StringComparer.Ordinal) ? value : option.Values.Count == 1 ? option.Values[0] : null;
        }).ToArray();
        var choice = new VariantChoice(product, chosen);
        // A color is always shown, so one is chosen; a size never is: a wrong guess would be bought.
        for (var i = 0; i < chosen.Length; i++)
            if (chosen[i] is null && ColorNames.IsColorOption(product.Options[i].Name))
                chosen[i] = (choice.Possible.FirstOrDefault(v => v.Stock != StockBand.None) ?? choice.Possible.FirstOrDefault())?.OptionValues[i];
        return choice;
    }

    /// <summary>The address with one option changed.</summary>
    public string With(int option, string value)
    {
        var pairs = Product.Options.Select((o, i) => (o.Name, Value: i == option ? value : Chosen[i])).Where(p => p.Value is not null);
        return ShopPages.Product(Product.Handle) + "?" + string.Join('&', pairs.Select(p => $"{Uri.EscapeDataString($"option.{p.Name}")}={Uri.EscapeDataString(p.Value!)}"));
    }

    public string Address => Chosen.Any(c => c is not null)
        ? ShopPages.Product(Product.Handle) + "?" + string.Join('&', Product.Options.Zip(Chosen).Where(p => p.Second is not null).Select(p => $"{Uri.EscapeDataString($"option.{p.First.Name}")}={Uri.EscapeDataString(p.Second!)}"))
        : ShopPages.Product(Product.Handle);

    /// <summary>What would be there with this value and everything else as chosen: null when no such variant is made.</summary>
    public (StockBand Stock, Quantity? Left)? Of(int option, string value)
    {
        var others = Product.Variants.Where(v => v.OptionValues[option] == value
            && v.OptionValues.Select((o, i) => i == option || Chosen[i] is null || o == Chosen[i]).All(same => same)).ToList();
        if (others.Count == 0) return null;
        var best = others.MinBy(v => v.Stock)!;
        return (best.Stock, others.Count == 1 ? best.Left : null);
    }
}

file static class Lists
{
    public static int IndexOfNull(this IReadOnlyList<string?> values)
    {
        for (var i = 0; i < values.Count; i++)
            if (values[i] is null) return i;
        return -1;
    }
}
