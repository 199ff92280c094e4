namespace Hilo;

/// <summary>What browsing says of stock: a band, since the exact number changes with every sale.</summary>
public enum StockBand { InStock, LastUnits, None }

/// <param name="PriceWithoutNationalTaxes">Ley 27.743: of <paramref name="Price"/>, to be shown beside it.</param>
/// <param name="PictureSet">The widths that a card may need, for the browser to choose from.</param>
public sealed record ProductCard(
    string Handle, string Title, Money Price, Money? FormerPrice, bool PriceVaries,
    string? PictureUrl, string PictureAlt, StockBand Stock, IReadOnlyList<string> Colors, Money? PriceWithoutNationalTaxes = null, string? PictureSet = null);

/// <param name="Count">Products of the current result that carry the value.</param>
/// <param name="Label">What people read where the value itself is an address, such as a category's handle.</param>
public sealed record FacetValue(string Value, int Count, bool IsSelected, string? Label = null);

/// <param name="Name">Query parameter: <c>category</c>, <c>option.{name}</c>, <c>available</c> (its value is <c>true</c>) or <c>price</c>
/// (its values are ranges such as <c>10000-20000</c>, in whole units of the currency, the end not included).</param>
public sealed record Facet(string Name, string Label, IReadOnlyList<FacetValue> Values);

public sealed record ShopProductList(IReadOnlyList<ProductCard> Items, int Total, string? Next, IReadOnlyList<Facet> Facets);

public sealed record ShopCategory(string Handle, string Name, string? ParentHandle, int Products);

public sealed record ProductOption(string Name, IReadOnlyList<string> Values);

public sealed record ShopPicture(string Url, string Alt, string? SourceSet);

/// <param name="OptionValues">In the order of the product's options.</param>
/// <param name="PriceWithoutNationalTaxes">Ley 27.743: the amount net of VAT, shown beside the final price.</param>
public sealed record ShopVariant(
    VariantId Id, string Sku, IReadOnlyList<string> OptionValues, Money Price, Money? FormerPrice, Money PriceWithoutNationalTaxes,
    StockBand Stock, Quantity? Left, int? PictureIndex);

/// <param name="Description">Plain text, paragraphs separated by a blank line.</param>
/// <param name="Attributes">Facts such as composition, shown as a list.</param>
public sealed record ShopProduct(
    string Handle, string Title, string Description, string? Brand, IReadOnlyList<ShopCategory> Categories,
    IReadOnlyList<ProductOption> Options, IReadOnlyList<ShopVariant> Variants, IReadOnlyList<ShopPicture> Pictures,
    IReadOnlyList<NamedText> Attributes);

public sealed record NamedText(string Name, string Text);

/// <param name="Terms">What the search could go on to, whole.</param>
public sealed record ShopSuggestions(IReadOnlyList<string> Terms, IReadOnlyList<ShopCategory> Categories, IReadOnlyList<ProductCard> Products);
