namespace Hilo.Catalog;

internal static class ProductProblems
{
    public static readonly Problem TitleMissing = new("product.title_missing", "A product needs a title.", 422);
    public static readonly Problem OptionNameMissing = new("product.option_name_missing", "An option needs a name.", 422);
    public static readonly Problem OptionTwice = new("product.option_twice", "Two options have the same name.", 422);
    public static readonly Problem OptionTooLong = new("product.option_too_long", $"Options and their values have {Product.LongestWords} characters at most.", 422);
    public static readonly Problem Unnameable = new("product.handle_missing", "The title has no letter or digit to make an address of: give a handle.", 422);

    public static Problem OptionValuesMissing(int given, int wanted) =>
        new("variant.option_values_missing", $"A variant names {given} option values; the product has {wanted} options.", 422);

    public static Problem SameOptions(IReadOnlyList<string> values) =>
        new("variant.same_options", $"Two variants are {(values.Count == 0 ? "without options" : string.Join(" · ", values))}.", 422);

    public static Problem UnknownVariant(VariantId id) => new("variant.unknown", $"The product has no variant {id}.", 422);

    public static Problem SkuInvalid(string sku) => new("variant.sku_invalid", $"'{sku}' is no SKU: 1 to {Sku.Longest} characters without spaces at the edges.", 422);

    public static Problem SkuTaken(string sku) => new("variant.sku_taken", $"The SKU {sku} belongs to another variant.");

    public static Problem GtinInvalid(string gtin) => new("variant.gtin_invalid",
        Gtin.HasForm(gtin) ? $"{gtin}: the check digit should be {Gtin.CheckDigit(gtin)}." : $"{gtin} is no GTIN: 8, 12, 13 or 14 digits.", 422);

    public static Problem GtinTaken(string gtin) => new("variant.gtin_taken", $"The GTIN {gtin} belongs to another variant.");

    public static Problem HandleInvalid(string handle) => new("product.handle_invalid", $"'{handle}' is no handle: small letters, digits and hyphens.", 422);

    public static Problem HandleTaken(string handle) => new("product.handle_taken", $"Another product has the address {handle}.");

    public static Problem UnknownCategory(CategoryId id) => new("category.unknown", $"There is no category {id}.", 422);

    public static Problem PictureUrlInvalid(string url) => new("picture.address_invalid", $"'{url}' is no http or https address.", 422);

    public static Problem PictureNotListed(string url) => new("picture.not_listed", $"A variant shows '{url}', which is none of the product's pictures.", 422);

    public static Problem PriceMissing(string sku) => new("variant.price_missing", $"{sku} is published and has no price on the default list.", 422);
}
