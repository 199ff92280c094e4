namespace Hilo.Catalog;

/// <summary>Turns products into what shoppers see, with the prices and stock of one moment.</summary>
/// <param name="Lists">Narrowest first; the first that knows a price answers.</param>
internal sealed record ShopRenderer(
    FacetBook Facets, IReadOnlyDictionary<CategoryId, Category> Categories, IReadOnlyList<PriceList> Lists,
    ILookup<VariantId, Price> Prices, IReadOnlyDictionary<VariantId, Quantity> Stock, DateTimeOffset Now)
{
    /// <summary>Below this the exact number is said, so that it can be believed.</summary>
    private static readonly Quantity Few = Quantity.Units(3);

    /// <summary>What a word of a title counts at least.</summary>
    public const int TitleWeight = 80;
    private const int FirstWordMore = 25;
    private const int ShortTitleMore = 40;
    private const int GroupWeight = 45;
    private const int OptionWeight = 35;
    private const int AttributeWeight = 20;
    private const int DescriptionWeight = 10;

    /// <summary>Null for a product without anything to sell.</summary>
    public ShopItem? Render(Product product)
    {
        if (product.Status != ProductStatus.Published) return null;
        var pictures = product.Pictures.Where(p => p.Url is not null).OrderBy(p => p.Rank).ToList();
        var variants = product.Sold.Select(v => (Variant: v, View: View(v, pictures))).Where(v => v.View is not null).Select(v => (v.Variant, View: v.View!)).ToList();
        if (variants.Count == 0) return null;
        var paths = product.Categories.Select(id => Category.Path(id, Categories).Reverse().ToList()).Where(p => p.Count > 0).OrderByDescending(p => p.Count).ToList();
        var card = Card(product, variants, pictures);
        return new ShopItem
        {
            Id = product.Id,
            Handle = product.Handle,
            SortTitle = Fold.Of(product.Title),
            CreatedAt = product.CreatedAt,
            LowestMinor = variants.Min(v => v.View.Price.Minor),
            VariantMinor = [.. variants.Select(v => v.View.Price.Minor)],
            CurrencyScale = (int)variants[0].View.Price.Currency.Scale,
            Stock = variants.Min(v => v.View.Stock), // The order of the bands.
            Written = [.. ShopWords.Written(product.Title).Select(w => (w.Folded, w.Written.ToLowerInvariant())).Distinct()],
            CardView = card,
            Card = ShopItem.Json(card),
            Detail = Detail(product, variants, pictures),
            Path = paths is [var first, ..] ? [.. first.Select(c => c.Id)] : [],
            CategoryFacets = [.. paths.SelectMany(p => p).Select(c => Facets.NumberOf(FacetBook.Category, "", c.Handle)).Distinct()],
            OptionFacets = [.. variants.Select(v => FacetsOf(product, v.View))],
            Words = WordsOf(product, paths.SelectMany(p => p)),
            Codes = [.. variants.SelectMany(v => new[] { v.Variant.Sku, v.Variant.Gtin }).OfType<string>().Select(Fold.Of).Distinct()],
        };
    }

    private int[] FacetsOf(Product product, ShopVariant variant)
    {
        var options = variant.OptionValues.Select((value, i) => Facets.NumberOf(Fold.Key(product.Options[i].Name), product.Options[i].Name, value));
        return variant.Stock == StockBand.None ? [.. options] : [.. options, Facets.NumberOf(FacetBook.Available, "", "true")];
    }

    private ShopVariant? View(Variant variant, List<Picture> pictures)
    {
        if (PriceOf(variant.Id) is not var (price, former)) return null;
        var (band, left) = OnShow(Stock.GetValueOrDefault(variant.Id));
        var picture = pictures.FindIndex(p => p.Id == variant.PictureId);
        return new ShopVariant(
            variant.Id, variant.Sku, variant.OptionValues, price, former, variant.TaxCode.NetOf(price),
            band, left, picture < 0 ? null : picture);
    }

    /// <summary>What is said of so much stock: a band, and the exact number only when few are left.</summary>
    public static (StockBand Band, Quantity? Left) OnShow(Quantity available) =>
        !available.IsPositive ? (StockBand.None, null) : available <= Few ? (StockBand.LastUnits, available) : (StockBand.InStock, null);

    private (Money Price, Money? Former)? PriceOf(VariantId variant)
    {
        foreach (var list in Lists)
            if (Price.InForce(Prices[variant].Where(p => p.PriceListId == list.Id), Now, Quantity.One) is { } price)
                return (new Money(price.AmountMinor, list.Currency), price.FormerMinor is { } former ? new Money(former, list.Currency) : null);
        return null;
    }

    /// <summary>When a price of this product begins or ends by itself next; also of variants that have none yet.</summary>
    public DateTimeOffset? NextChange(Product product) =>
        product.Sold.SelectMany(v => Prices[v.Id]).SelectMany(p => new DateTimeOffset?[] { p.ValidFrom, p.ValidTo }).Where(at => at > Now).Min();

    private static ProductCard Card(Product product, List<(Variant Variant, ShopVariant View)> variants, List<Picture> pictures)
    {
        var cheapest = variants.MinBy(v => v.View.Price.Minor).View;
        var stock = variants.Min(v => v.View.Stock); // The best of them: the order of the bands.
        return new ProductCard(
            product.Handle, product.Title, cheapest.Price, cheapest.FormerPrice, variants.Any(v => v.View.Price != cheapest.Price),
            pictures is [var first, ..] ? first.Url : null, pictures is [{ Alt.Length: > 0 } named, ..] ? named.Alt : product.Title, stock, Colors(product, variants),
            cheapest.PriceWithoutNationalTaxes, pictures is [var shown, ..] ? shown.CardSet : null);
    }

    private static List<string> Colors(Product product, List<(Variant Variant, ShopVariant View)> variants)
    {
        var option = product.Options.ToList().FindIndex(o => Fold.Key(o.Name) is "color" or "colour");
        return option < 0 ? [] : [.. variants.Select(v => v.View.OptionValues[option]).Distinct()];
    }

    private static ShopProduct Detail(Product product, List<(Variant Variant, ShopVariant View)> variants, List<Picture> pictures) => new(
        product.Handle, product.Title, product.Description, product.Brand, [],
        [.. product.Options.Select((o, i) => o with { Values = [.. o.Values.Where(value => variants.Exists(v => v.View.OptionValues[i] == value))] })],
        [.. variants.Select(v => v.View)],
        [.. pictures.Select(p => new ShopPicture(p.Url!, p.Alt.Length > 0 ? p.Alt : product.Title, p.SourceSet))],
        product.Attributes);

    private static (string, int)[] WordsOf(Product product, IEnumerable<Category> categories)
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        // The first word of a title names the thing, and each word of a short title says more of it.
        var title = ShopWords.In(product.Title);
        for (var i = 0; i < title.Count; i++) Take(title[i], TitleWeight + (ShortTitleMore / title.Count) + (i == 0 ? FirstWordMore : 0));
        foreach (var text in new[] { product.Brand, product.ProductType }.Concat(product.Tags).Concat(categories.Select(c => c.Name))) Add(text, GroupWeight);
        foreach (var value in product.Sold.SelectMany(v => v.OptionValues)) Add(value, OptionWeight);
        foreach (var attribute in product.Attributes) Add(attribute.Text, AttributeWeight);
        Add(product.Description, DescriptionWeight);
        return [.. words.Select(w => (w.Key, w.Value))];

        void Add(string? text, int weight)
        {
            foreach (var word in ShopWords.In(text ?? "")) Take(word, weight);
        }

        void Take(string word, int weight) => words[word] = Math.Max(weight, words.GetValueOrDefault(word));
    }
}
