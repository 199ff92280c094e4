using Hilo.Client;

namespace Hilo.Tests.Web;

/// <summary>Whoever mends a product in the office decides nothing about prices that nobody touched.</summary>
public class Keeping_prices_while_editing
{
    [Theory, EveryDatabase]
    public async Task A_sale_and_a_planned_price_outlive_a_new_title(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var (goods, owner) = (await Goods.InAsync(shop), await shop.StaffAsync());
        var (list, tomorrow) = ((await owner.Catalog.PriceListsAsync()).Value().Single(l => l.IsDefault).Id, TimeProvider.System.GetUtcNow().AddDays(1));
        Assert.Null(await owner.Catalog.SetPricesAsync(list, new SetPricesRequest(
        [
            new SetPrice(goods.Size("S").Id, Money.Ars(39_900), To: tomorrow),
            new SetPrice(goods.Size("M").Id, Money.Ars(55_000), From: tomorrow),
        ])));
        var before = (await owner.Catalog.ProductAsync(goods.Jacket.Id)).Value();
        using var office = new Visit(shop);
        await office.OpenAsync((await shop.SignInLinkAsync(StaffRole.Owner, $"/oficina/productos/{goods.Jacket.Id}")).PathAndQuery);

        await office.SendAsync($"/{goods.Jacket.Id}", ("title", "Campera Tafí"), ("status", "published"), Shown("S"), Shown("M"), Shown("L") with { Value = "50.000" });

        var after = (await owner.Catalog.ProductAsync(goods.Jacket.Id)).Value();
        Assert.Equal("Campera Tafí", after.Title);
        foreach (var size in new[] { "S", "M" }) Assert.Equal(PricesOf(before, size), PricesOf(after, size));
        Assert.Equal([Money.Ars(50_000)], PricesOf(after, "L").Select(p => p.Price));
        Assert.Equal(["48.900,00", "48.900,00", "50.000,00"], new[] { Shown("S"), Shown("M"), Shown("L") }.Select(s => s.Value));

        (string Name, string Value) Shown(string size)
        {
            var field = $"price-{goods.Size(size).Id}";
            return (field, office.Html.Split($"name=\"{field}\" value=\"")[1].Split('"')[0]);
        }

        static IEnumerable<PriceView> PricesOf(ProductView product, string size) => product.Variants.Single(v => v.OptionValues[^1] == size).Prices.OrderBy(p => p.From);
    }
}
