using Hilo.Web.Storefront.Products;
using Microsoft.AspNetCore.Http;

namespace Hilo.Tests.Web;

public class Choosing_a_variant
{
    private static readonly ShopProduct Jacket = AProduct(["Color", "Talle"], ["Azul", "Negro"], ["S", "M"],
        ("Azul", "S", StockBand.None), ("Azul", "M", StockBand.InStock), ("Negro", "S", StockBand.LastUnits));

    [Fact]
    public void Shows_a_color_at_once_but_never_guesses_a_size()
    {
        var choice = VariantChoice.Read(Jacket, Query(""));

        Assert.Equal(["Azul", null], choice.Chosen);
        Assert.Null(choice.Variant);
        Assert.Equal("Talle", choice.Missing?.Name);
    }

    [Fact]
    public void Knows_the_variant_once_everything_is_chosen()
    {
        var choice = VariantChoice.Read(Jacket, Query("?option.Color=Negro&option.Talle=S"));

        Assert.Equal("SKU-Negro-S", choice.Variant?.Sku);
        Assert.Null(choice.Missing);
    }

    [Fact]
    public void Shows_the_color_that_has_stock_in_the_size_the_visitor_came_with() =>
        Assert.Equal(["Negro", "S"], VariantChoice.Read(Jacket, Query("?option.Talle=S")).Chosen);

    [Theory]
    [InlineData("?option.Color=Fucsia&option.Talle=XXXL")]
    [InlineData("?option.Talle=%27%3Cscript%3E&option.Nada=1")]
    public void Ignores_values_that_the_product_does_not_have(string query) =>
        Assert.Equal(["Azul", null], VariantChoice.Read(Jacket, Query(query)).Chosen);

    [Fact]
    public void Says_of_each_value_what_would_be_there()
    {
        var blue = VariantChoice.Read(Jacket, Query("?option.Color=Azul"));
        var black = VariantChoice.Read(Jacket, Query("?option.Color=Negro"));

        Assert.Equal(StockBand.None, blue.Of(1, "S")?.Stock);
        Assert.Equal(StockBand.InStock, blue.Of(1, "M")?.Stock);
        Assert.Null(black.Of(1, "M")); // Not made in black.
    }

    [Fact]
    public void Links_keep_what_was_chosen() =>
        Assert.Equal("/producto/campera?option.Color=Azul&option.Talle=M", VariantChoice.Read(Jacket, Query("?option.Color=Azul")).With(1, "M"));

    [Fact]
    public void A_product_without_options_has_its_one_variant() =>
        Assert.Equal("SKU", VariantChoice.Read(new ShopProduct("gorro", "Gorro", "", null, [], [], [AVariant("SKU", [], StockBand.InStock)], [], []), Query("")).Variant?.Sku);

    internal static ShopProduct AProduct(string[] options, string[] first, string[] second, params (string First, string Second, StockBand Stock)[] made) => new(
        "campera", "Campera", "Denim", "Casa", [], [new ProductOption(options[0], first), new ProductOption(options[1], second)],
        [.. made.Select(m => AVariant($"SKU-{m.First}-{m.Second}", [m.First, m.Second], m.Stock))], [], []);

    private static ShopVariant AVariant(string sku, string[] values, StockBand stock) =>
        new(IId<VariantId>.New(), sku, values, Money.Ars(48_900), null, Money.Ars(40_413.22m), stock, null, null);

    private static IQueryCollection Query(string text) => new DefaultHttpContext { Request = { QueryString = new QueryString(text) } }.Request.Query;
}
