using System.Globalization;
using Hilo.Web.Design;

namespace Hilo.Tests.Web;

public class Formatting_values
{
    private static readonly TimeZoneInfo BuenosAires = TimeZoneInfo.FindSystemTimeZoneById("America/Argentina/Buenos_Aires");

    [Theory]
    [InlineData("48900", "$ 48.900,00", "$ 48.900")]
    [InlineData("40413.22", "$ 40.413,22", "$ 40.413,22")]
    [InlineData("-1200.5", "– $ 1.200,50", "– $ 1.200,50")]
    [InlineData("0", "$ 0,00", "$ 0")]
    public void Writes_money_as_it_is_read_here(string amount, string accounted, string shown) => In("es-AR", () =>
    {
        var money = Money.Ars(decimal.Parse(amount, CultureInfo.InvariantCulture));

        Assert.Equal(accounted.Replace("$ ", "$\u00A0", StringComparison.Ordinal), Format.Money(money));
        Assert.Equal(shown.Replace("$ ", "$\u00A0", StringComparison.Ordinal), Format.Price(money));
    });

    [Fact]
    public void Says_moments_in_the_shop_s_time_zone() => In("es-AR", () =>
    {
        var at = new DateTimeOffset(2026, 11, 26, 2, 32, 0, TimeSpan.Zero); // Still the 25th in Buenos Aires.

        Assert.Equal("miércoles 25 de noviembre", Format.Day(at, BuenosAires));
        Assert.Equal("23:32", Format.Time(at, BuenosAires));
        Assert.Equal("25/11/2026", Format.Date(at, BuenosAires));
        Assert.Equal("23:32", Format.Moment(at, at.AddMinutes(20), BuenosAires));
        Assert.Equal("mié 25, 23:32", Format.Moment(at, at.AddDays(2), BuenosAires));
    });

    [Theory]
    [InlineData(40, "50\u00A0m")]
    [InlineData(903, "900\u00A0m")]
    [InlineData(4_120, "4,1\u00A0km")]
    [InlineData(298_400, "298\u00A0km")]
    public void Rounds_distances_as_far_as_they_matter(double meters, string said) => In("es-AR", () => Assert.Equal(said, Format.Distance(meters)));

    [Fact]
    public void Speaks_English_when_asked() => In("en", () =>
    {
        Assert.Equal("$\u00A048,900.00", Format.Money(Money.Ars(48_900)));
        Assert.Equal("2 items", Text.Count(2, "item", "items"));
        Assert.Equal("en", Text.Language);
    });

    internal static void In(string culture, Action act)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            act();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
