using System.Collections.Immutable;
using Hilo.Catalog;

namespace Hilo.Tests.Catalog;

public class Searching_the_shop
{
    private static readonly FacetBook Facets = new();
    private static readonly Dictionary<CategoryId, Category> Categories = new[] { "Abrigos", "Ropa", "Camping" }
        .Select(name => new Category { Id = IId<CategoryId>.New(), Handle = name.ToLowerInvariant(), Name = name }).ToDictionary(c => c.Id);
    private static readonly ImmutableArray<ProductId> Ids = [.. Enumerable.Range(0, 1_000).Select(_ => IId<ProductId>.New())];
    private static int bars;

    private static readonly Snapshot Shop = Window(
        ("campera-termica", "Campera térmica Ushuaia", "Camperas", "Abrigos", ["S Azul", "M Azul"]),
        ("pantalon-lino", "Pantalón de lino", "Pantalones", "Ropa", ["M Crudo"]),
        ("remera-rayas", "Remera a rayas", "Remeras", "Ropa", ["S Roja", "M Azul"]),
        ("luz-led", "Luz para carpa", "Camping", "Camping", ["U Negra"]),
        ("gorro-lana", "Gorro de lana", "Gorros", "Abrigos", ["U Azul"]));

    [Theory]
    [InlineData("campera", "campera-termica")]
    [InlineData("CAMPERAS TERMICAS", "campera-termica")]
    [InlineData("térmico", "campera-termica")]
    [InlineData("pantalones", "pantalon-lino")]
    [InlineData("luces", "luz-led")]
    [InlineData("remra", "remera-rayas")]
    [InlineData("rmeera", "remera-rayas")]
    [InlineData("gor", "gorro-lana")]
    [InlineData("lana gorr", "gorro-lana")]
    [InlineData("SKU-GORRO-LANA-0", "gorro-lana")]
    [InlineData("sku-luz-led-0", "luz-led")]
    [InlineData("7790000000004", "gorro-lana")]
    [InlineData("remera de rayas", "remera-rayas")]
    public void Finds_through_accents_plurals_gender_slips_beginnings_and_codes(string text, string handle) => Assert.Equal(handle, Found(text).First());

    [Theory]
    [InlineData("zapato")]
    [InlineData("campera lino")]
    [InlineData("x")]
    [InlineData("%_*\"'")]
    public void Finds_nothing_where_a_word_is_unknown(string text) => Assert.Empty(Found(text));

    [Fact]
    public void Puts_the_name_before_the_category_before_the_description() =>
        Assert.Equal("gorro-lana", Found("lana").First());

    [Fact]
    public void Filters_by_category_with_those_below_and_by_options_of_one_variant()
    {
        Assert.Equal(["campera-termica", "gorro-lana"], Filtered(("category", "abrigos")).Order());
        Assert.Equal(["campera-termica", "gorro-lana", "remera-rayas"], Filtered(("color", "azul")).Order());
        // The shirt comes in S and in blue, never in both at once.
        Assert.Equal(["campera-termica"], Filtered(("talle", "S"), ("color", "Azul")));
        Assert.Equal(["campera-termica", "remera-rayas"], Filtered(("talle", "S"), ("color", "Azul"), ("color", "Roja")).Order());
        Assert.Empty(Filtered(("talle", "XXL")));
        Assert.Empty(Filtered(("unknown", "x")));
    }

    [Fact]
    public void Counts_what_choosing_a_value_would_show()
    {
        var answer = BrowseAnswer.To(new BrowseQuestion(null, [("talle", "S")], BrowseSort.Title, CountsFacets: true), Shop);

        Assert.Equal(2, answer.Ordinals.Count);
        // Sizes are counted as if none were chosen, colors and categories within size S.
        Assert.Equal(["S 2 True", "M 3 False", "U 2 False"], Values(answer, "option.talle"));
        Assert.Equal(["Azul 1 False", "Roja 1 False"], Values(answer, "option.color"));
        Assert.Equal(["abrigos 1 False", "ropa 1 False"], Values(answer, "category"));
    }

    [Fact]
    public void Facets_of_the_whole_shop_add_up_by_hand()
    {
        var answer = BrowseAnswer.To(new BrowseQuestion(null, [], BrowseSort.Newest, CountsFacets: true), Shop);

        Assert.Equal(["abrigos 2 False", "camping 1 False", "ropa 2 False"], Values(answer, "category"));
        Assert.Equal(["S 2 False", "M 3 False", "U 2 False"], Values(answer, "option.talle"));
    }

    [Fact]
    public void Follows_changes_of_text_and_disappearance_without_a_rebuild()
    {
        var coat = Shop.Find("campera-termica")!;
        var renamed = Item("campera-termica", "Tapado polar", "Tapados", "Abrigos", ["S Azul"], coat.Id);
        var patched = Shop.With([(coat.Id, renamed), (Shop.Find("gorro-lana")!.Id, null)]);

        Assert.Equal(["campera-termica"], Found("tapado", patched));
        Assert.Empty(Found("térmica", patched));
        Assert.Empty(Found("gorro", patched));
        Assert.Equal(4, patched.InOrder(BrowseSort.Title).Length);
        Assert.Equal("gorro-lana", Found("gorro", Shop).First());
    }

    [Fact]
    public void Says_the_same_patched_product_by_product_as_built_at_once()
    {
        var patched = Snapshot.Of(1, [], Facets, Categories);
        for (var i = 0; i < 1_000; i++) patched = patched.With([(ProductOf(i), Item($"p-{i}", $"Remera número{i}", "Remeras", "Ropa", ["S Azul"], ProductOf(i)))]);
        for (var i = 0; i < 1_000; i += 2) patched = patched.With([(ProductOf(i), Item($"p-{i}", $"Camisa número{i}", "Camisas", "Ropa", ["M Azul"], ProductOf(i)))]);

        Assert.Equal(1_000, patched.Count);
        Assert.Equal(500, Found("camisa", patched).Count());
        Assert.Equal(500, Found("remera", patched).Count());
        Assert.Equal(["p-998"], Found("numero998", patched));
    }

    [Theory]
    [InlineData("remera", "remera", true)]
    [InlineData("remera", "remra", true)]
    [InlineData("remera", "rremera", true)]
    [InlineData("remera", "ramera", true)]
    [InlineData("remera", "erm", false)]
    [InlineData("remera", "ermera", true)]
    [InlineData("remera", "remeras2", false)]
    [InlineData("abcd", "badc", false)]
    public void Forgives_one_slip_and_not_two(string a, string b, bool near)
    {
        Assert.Equal(near, ShopWords.Slips(a, b, 1) <= 1);
        Assert.Equal(near, ShopWords.Slips(b, a, 1) <= 1);
    }

    private static ProductId ProductOf(int i) => Ids[i];

    private static IEnumerable<string> Found(string text, Snapshot? shop = null) => Handles(new BrowseQuestion(text, [], BrowseSort.Relevance, false), shop ?? Shop);

    private static IEnumerable<string> Filtered(params (string, string)[] facets) => Handles(new BrowseQuestion(null, facets, BrowseSort.Newest, false), Shop);

    private static IEnumerable<string> Handles(BrowseQuestion question, Snapshot shop) => BrowseAnswer.To(question, shop).Ordinals.Select(o => shop.At(o)!.Handle);

    private static IEnumerable<string> Values(BrowseAnswer answer, string facet) =>
        answer.Facets.Single(f => f.Name == facet).Values.Select(v => $"{v.Value} {v.Count} {v.IsSelected}");

    private static Snapshot Window(params (string Handle, string Title, string Type, string Category, string[] Variants)[] products) =>
        Snapshot.Of(1, products.Select(p => Item(p.Handle, p.Title, p.Type, p.Category, p.Variants, IId<ProductId>.New())).ToList(), Facets, Categories);

    private static ShopItem Item(string handle, string title, string type, string category, string[] variants, ProductId id)
    {
        var product = new Product { Id = id, Handle = handle, CreatedAt = DateTimeOffset.UnixEpoch.AddDays(Interlocked.Increment(ref bars)) };
        var outcome = product.Apply(new ProductDraft
        {
            Title = title,
            ProductType = type,
            Status = ProductStatus.Published,
            Options = [new ProductOption("Talle", []), new ProductOption("Color", [])],
            Categories = [Categories.Values.Single(c => c.Name == category).Id],
            Variants = [.. variants.Select((v, i) => new VariantDraft
            {
                Sku = $"SKU-{handle.ToUpperInvariant()}-{i}",
                Gtin = handle == "gorro-lana" ? "7790000000004" : null,
                OptionValues = v.Split(' '),
            })],
        }, DateTimeOffset.UnixEpoch, _ => false);
        Assert.False(outcome.Refused(out var problem, out _), problem?.Code);
        var list = new PriceList { Id = IId<PriceListId>.New(), Name = "General", Currency = Currency.Ars, IsDefault = true, CreatedAt = DateTimeOffset.UnixEpoch };
        var prices = product.Variants.Select(v => new Price
        {
            Id = IId<PriceId>.New(),
            PriceListId = list.Id,
            VariantId = v.Id,
            AmountMinor = 100,
            ValidFrom = DateTimeOffset.UnixEpoch,
            SetAt = DateTimeOffset.UnixEpoch,
        });
        return new ShopRenderer(Facets, Categories, [list], prices.ToLookup(p => p.VariantId), new Dictionary<VariantId, Quantity>(), DateTimeOffset.UnixEpoch.AddDays(1)).Render(product)!;
    }
}
