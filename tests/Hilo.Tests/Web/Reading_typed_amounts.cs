using System.Globalization;
using Hilo.Web.Backoffice;

namespace Hilo.Tests.Web;

public class Reading_typed_amounts
{
    [Theory]
    [InlineData("48900", 48900)]
    [InlineData("48.900", 48900)]
    [InlineData("48.900,00", 48900)]
    [InlineData("$ 1.248.900,5", 1248900.5)]
    [InlineData("48900,50", 48900.5)]
    [InlineData("48.90", 48.9)]
    [InlineData("48,900.50", 48900.5)]
    [InlineData("0", 0)]
    public void Takes_what_can_be_read_one_way_only(string typed, double amount) => Assert.Equal((decimal)amount, InSpanish(typed).Amount);

    [Theory]
    [InlineData("48,900")]
    [InlineData("1,234")]
    public void Asks_where_a_comma_could_be_either(string typed)
    {
        var (amount, error) = InSpanish(typed);

        Assert.Null(amount);
        Assert.Contains("de dos maneras", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("-5")]
    [InlineData("4.89.00")]
    [InlineData("1.2345")]
    [InlineData("12,345,6")]
    [InlineData("10,")]
    [InlineData("1.234.567,891")]
    [InlineData("99999999999999999999")]
    public void Refuses_what_is_no_amount(string typed)
    {
        var (amount, error) = InSpanish(typed);

        Assert.Null(amount);
        Assert.NotNull(error);
    }

    [Fact]
    public void An_English_screen_reads_the_marks_the_other_way()
    {
        var (english, ambiguous) = In("en", () => (MoneyText.Read("48,900"), MoneyText.Read("48.900")));

        Assert.Equal(48_900m, english.Amount);
        Assert.NotNull(ambiguous.Error);
    }

    [Fact]
    public void Reads_back_what_it_writes() => Assert.Equal(1_248_900.5m, In("es-AR", () => MoneyText.Read(MoneyText.Of(Money.Ars(1_248_900.5m)))).Amount);

    private static (decimal? Amount, string? Error) InSpanish(string typed) => In("es-AR", () => MoneyText.Read(typed));

    private static T In<T>(string culture, Func<T> act)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            return act();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
