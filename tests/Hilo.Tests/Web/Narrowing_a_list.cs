using Hilo.Web.Storefront.Browse;
using Microsoft.AspNetCore.Http;

namespace Hilo.Tests.Web;

public class Narrowing_a_list
{
    [Fact]
    public void Every_combination_has_an_address_that_reads_back_the_same()
    {
        var filters = Read("abrigos", "?option.Talle=M&option.Talle=L&option.Color=Azul%20cl%C3%A1sico&orden=price_up");

        Assert.Equal("/categoria/abrigos?option.Talle=M&option.Talle=L&option.Color=Azul%20cl%C3%A1sico&orden=price_up", filters.Address);
        Assert.True(filters.Has("Talle", "L"));
    }

    [Fact]
    public void A_value_is_added_by_one_press_and_taken_away_by_the_next()
    {
        var filters = Read("abrigos", "?option.Talle=M&cursor=abc");

        Assert.Equal("/categoria/abrigos?option.Talle=M&option.Talle=S", filters.Toggle("Talle", "S").Address);
        Assert.Equal("/categoria/abrigos", filters.Toggle("Talle", "M").Address);
    }

    [Fact]
    public void Prices_and_stock_narrow_too_and_do_not_travel_on_to_a_product()
    {
        var filters = Read("abrigos", "?option.Talle=M&precio=10000-20000&precio=20000-&disponible=si&cursor=abc");

        Assert.Equal("/categoria/abrigos?option.Talle=M&precio=20000-&disponible=si", filters.TogglePrice("10000-20000").Address);
        Assert.Equal("/categoria/abrigos?option.Talle=M&precio=10000-20000&precio=20000-", filters.ToggleAvailable().Address);
        Assert.Equal((4, "?option.Talle=M", "/categoria/abrigos"), (filters.Count, filters.ProductSuffix, filters.Cleared().Address));
    }

    [Theory]
    [InlineData("0-10000", "Menos de $ 10.000")]
    [InlineData("-10000", "Menos de $ 10.000")]
    [InlineData("10000-20000", "$ 10.000 a $ 20.000")]
    [InlineData("20000-", "$ 20.000 o más")]
    [InlineData("nada", "nada")]
    public void A_range_of_prices_is_said_in_words(string range, string words)
    {
        (System.Globalization.CultureInfo.CurrentUICulture, System.Globalization.CultureInfo.CurrentCulture) = (new("es-AR"), new("es-AR"));

        Assert.Equal(words, BrowseTexts.Range(range, Currency.Ars).Replace('\u00A0', ' '));
    }

    [Fact]
    public void A_search_keeps_its_words_and_takes_a_category_as_a_filter() =>
        Assert.Equal("/buscar?q=jean%20negro&category=pantalones", Read(null, "?q=jean+negro").Within("pantalones").Address);

    [Fact]
    public void A_product_opens_with_the_size_that_the_list_was_narrowed_to() =>
        Assert.Equal("?option.Talle=M", Read("abrigos", "?option.Talle=M&orden=newest&cursor=x").ProductSuffix);

    [Theory]
    [InlineData("?orden=drop%20table")]
    [InlineData("?orden=&option.=x&option.Talle=")]
    public void Nonsense_narrows_nothing(string query)
    {
        var filters = Read("abrigos", query);

        Assert.Null(filters.Sort);
        Assert.DoesNotContain(filters.Options, o => o.Value.Length == 0);
    }

    private static Filters Read(string? category, string query) =>
        Filters.Read(category, new DefaultHttpContext { Request = { QueryString = new QueryString(query) } }.Request.Query);
}
