namespace Hilo.Catalog;

/// <summary>The code that the retailer gives a variant.</summary>
internal static class Sku
{
    public const int Longest = 64;

    /// <summary>Control characters and edges of space break scanners and files; everything else is the retailer's choice.</summary>
    public static bool IsValid(string sku) => sku.Length is > 0 and <= Longest && sku == sku.Trim() && !sku.Any(char.IsControl);

    /// <summary>For a variant that has none: readable, and the same for the same product and options.</summary>
    public static string For(string handle, IEnumerable<string> optionValues, VariantId id, Func<string, bool> isTaken)
    {
        var sku = Readable(handle, optionValues);
        if (sku.Length <= Longest && !isTaken(sku)) return sku;
        // The tail of a version 7 id is random.
        return $"{sku[..Math.Min(sku.Length, Longest - 9)].TrimEnd('-')}-{id.ToString()[^8..].ToUpperInvariant()}";
    }

    /// <summary>Made of the product's address and the option values; may be taken or too long.</summary>
    public static string Readable(string handle, IEnumerable<string> optionValues) =>
        string.Join('-', optionValues.Select(v => Fold.Slug(v)).Where(v => v.Length > 0).Prepend(handle)).ToUpperInvariant();
}
