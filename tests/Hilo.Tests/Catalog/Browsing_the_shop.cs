using Hilo.Catalog;

namespace Hilo.Tests.Catalog;

public class Browsing_the_shop
{
    [Theory, EveryDatabase]
    public async Task Shows_what_is_published_with_price_and_options(Database database)
    {
        await using var shelf = await Shelf.OnAsync(database);
        await shelf.SaveAsync(Given.AJacket());
        await shelf.SaveAsync(Given.AJacket("Borrador", ProductStatus.Draft));

        await shelf.Live.StartAsync(CancellationToken.None);

        var item = Assert.Single(shelf.Live.Current.All);
        Assert.Equal(("campera-de-jean-tafi", 2), (item.Detail.Handle, item.Detail.Variants.Count));
        Assert.Equal((Money.Ars(48_900), Money.Ars(40_413.22m)), (item.Detail.Variants[0].Price, item.Detail.Variants[0].PriceWithoutNationalTaxes));
        Assert.Equal(StockBand.None, item.Detail.Variants[0].Stock);
    }
}
