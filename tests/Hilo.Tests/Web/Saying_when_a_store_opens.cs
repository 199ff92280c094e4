using Hilo.Web.Storefront;

namespace Hilo.Tests.Web;

public class Saying_when_a_store_opens
{
    [Theory]
    [InlineData(true, null, "abierto hasta las 20")]
    [InlineData(false, null, "abre a las 10")]
    [InlineData(false, DayOfWeek.Monday, "abre el lunes a las 10")]
    public void Names_the_day_where_it_is_not_today_any_more(bool isOpen, DayOfWeek? on, string said) => Formatting_values.In("es-AR", () =>
    {
        var store = new ShopStore(IId<LocationId>.New(), "PAL", "Palermo", new PostalAddress("Thames", "Buenos Aires", "C", "C1414DDG"), null, null, [], true, isOpen, new(10, 0), new(20, 0), on);

        Assert.Equal(said, StoreWords.Today(store));
    });
}
