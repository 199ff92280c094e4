using Hilo.Catalog;
using Hilo.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Catalog;

public class Keeping_prices
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly PriceListId List = IId<PriceListId>.New();
    private static readonly VariantId Cap = IId<VariantId>.New();

    [Fact]
    public void A_changed_price_closes_its_row_and_opens_another()
    {
        var old = A(100, Noon.AddDays(-5));

        var history = PriceHistory.Set([old], A(120, Noon));

        Assert.Equal((Noon, 120), (Assert.Single(history.Ended).ValidTo, Assert.Single(history.Opened).AmountMinor));
        Assert.True(PriceHistory.Set([A(120, Noon)], A(120, Noon.AddDays(1))).IsUnchanged);
    }

    [Fact]
    public void A_planned_price_lets_the_present_one_run_until_then_and_a_new_decision_takes_it_back()
    {
        var (now, monday) = (A(100, Noon.AddDays(-5)), A(150, Noon.AddDays(3)));
        PriceHistory.Set([now], monday);

        Assert.Equal(monday.ValidFrom, now.ValidTo);
        Assert.Equal(100, Price.InForce([now, monday], Noon, Quantity.One)!.AmountMinor);
        Assert.Equal(150, Price.InForce([now, monday], Noon.AddDays(3), Quantity.One)!.AmountMinor);

        var changed = A(130, Noon);
        PriceHistory.Set([now, monday], changed);
        Assert.Equal((Noon, monday.ValidFrom), (now.ValidTo, monday.ValidTo));
        Assert.Equal(130, Price.InForce([now, monday, changed], Noon.AddDays(9), Quantity.One)!.AmountMinor);
    }

    [Fact]
    public void A_temporary_price_lies_on_top_and_the_regular_one_returns()
    {
        var (regular, sale) = (A(100, Noon.AddDays(-5)), A(80, Noon, Noon.AddDays(2)));

        Assert.Empty(PriceHistory.Set([regular], sale).Ended);

        Assert.Equal(80, Price.InForce([regular, sale], Noon.AddDays(1), Quantity.One)!.AmountMinor);
        Assert.Equal(100, Price.InForce([regular, sale], Noon.AddDays(2), Quantity.One)!.AmountMinor);
    }

    [Fact]
    public void More_units_may_cost_less()
    {
        var (one, ten) = (A(100, Noon), A(90, Noon, minimum: 10));

        Assert.Equal(100, Price.InForce([one, ten], Noon, Quantity.Units(9))!.AmountMinor);
        Assert.Equal(90, Price.InForce([one, ten], Noon, Quantity.Units(10))!.AmountMinor);
    }

    [Theory, EveryDatabase]
    public async Task The_channels_own_list_answers_first_and_the_default_one_where_it_is_silent(Database database)
    {
        await using var shelf = await Shelf.OnAsync(database);
        var cap = (await shelf.SaveAsync(Given.ACap(price: 100))).Variants[0].Id;
        var coat = (await shelf.SaveAsync(Given.ACap("Tapado", price: 200))).Variants[0].Id;
        var web = await AddListAsync(shelf, Shelf.Web, Currency.Ars);
        var abroad = IId<SalesChannelId>.New();
        await AddListAsync(shelf, abroad, Currency.Usd);
        await AddPriceAsync(shelf, web, cap, 90_00, temporary: false);

        var sold = await shelf.SellableAsync(cap, coat);
        Assert.Equal((Money.Ars(90), Money.Ars(200)), (sold[cap].Price, sold[coat].Price));
        Assert.Equal(Money.Ars(100), (await shelf.SellableOnAsync(IId<SalesChannelId>.New(), cap))[cap].Price);
        Assert.Empty(await shelf.SellableOnAsync(abroad, cap));
    }

    [Theory, EveryDatabase]
    public async Task Buying_and_browsing_see_a_sale_begin_and_end_by_the_clock(Database database)
    {
        await using var shelf = await Shelf.OnAsync(database);
        var product = await shelf.SaveAsync(Given.ACap(price: 100));
        var cap = product.Variants[0].Id;
        var list = await shelf.Node.DoAsync(s => s.GetRequiredService<PriceBook>().DefaultAsync(CancellationToken.None));
        await AddPriceAsync(shelf, list.Id, cap, 80_00, temporary: true, shelf.Clock.GetUtcNow().AddHours(1), shelf.Clock.GetUtcNow().AddHours(2));
        await shelf.Live.StartAsync(CancellationToken.None);

        foreach (var (hours, price) in new[] { (0.0, 100m), (1.5, 80m), (3.0, 100m) })
        {
            shelf.Clock.Advance(TimeSpan.FromHours(hours == 0 ? 0 : 1.5));
            await shelf.Live.RefreshDueAsync(CancellationToken.None);
            Assert.Equal(Money.Ars(price), (await shelf.SellableAsync(cap))[cap].Price);
            Assert.Equal(Money.Ars(price), shelf.Live.Current.Find(product.Handle)!.Detail.Variants[0].Price);
        }
    }

    [Theory, EveryDatabase]
    public async Task A_product_appears_when_its_first_price_begins(Database database)
    {
        await using var shelf = await Shelf.OnAsync(database);
        var product = await shelf.SaveAsync(Given.ACap(price: 80));
        // As another node whose clock goes ahead would write it.
        await RunAsync(shelf, $"update catalog_prices set valid_from = {shelf.Clock.GetUtcNow().AddDays(7)}");
        await shelf.Live.StartAsync(CancellationToken.None);
        Assert.Null(shelf.Live.Current.Find(product.Handle));

        shelf.Clock.Advance(TimeSpan.FromDays(7));
        await shelf.Live.RefreshDueAsync(CancellationToken.None);

        Assert.Equal(Money.Ars(80), shelf.Live.Current.Find(product.Handle)!.Detail.Variants[0].Price);
        Assert.Equal(0, await shelf.Live.RefreshDueAsync(CancellationToken.None));
    }

    [Theory, EveryDatabase]
    public async Task The_database_itself_refuses_a_second_open_price(Database database)
    {
        await using var shelf = await Shelf.OnAsync(database);
        var cap = (await shelf.SaveAsync(Given.ACap(price: 100))).Variants[0].Id;
        var list = await shelf.Node.DoAsync(s => s.GetRequiredService<PriceBook>().DefaultAsync(CancellationToken.None));

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => AddPriceAsync(shelf, list.Id, cap, 1, temporary: false));
    }

    [Theory, EveryDatabase]
    public async Task Invariants_see_what_is_broken(Database database)
    {
        await using var shelf = await Shelf.OnAsync(database);
        var product = await shelf.SaveAsync(Given.ACap(price: 100, sku: "GOR-1"));
        var other = await shelf.SaveAsync(Given.ACap("Otro") with { PictureUrls = ["https://fotos.ejemplo.com.ar/x.jpg"] });
        await shelf.SaveAsync(Given.ACap("Con categoría"));
        var list = await shelf.Node.DoAsync(s => s.GetRequiredService<PriceBook>().DefaultAsync(CancellationToken.None));
        Assert.Empty(await ViolationsAsync(shelf));

        var cap = product.Variants[0].Id;
        await RunAsync(shelf, $"update catalog_prices set valid_to = {shelf.Clock.GetUtcNow().AddDays(9)} where variant_id = {cap}");
        Assert.Equal(["GOR-1 is published without a price"], await ViolationsAsync(shelf));

        await AddPriceAsync(shelf, list.Id, cap, 5, temporary: false, shelf.Clock.GetUtcNow().AddDays(1));
        Assert.Equal(["GOR-1 has two regular prices at once on General"], await ViolationsAsync(shelf));
        await RunAsync(shelf, $"delete from catalog_prices where variant_id = {cap} and valid_to is not null");
        Assert.Empty(await ViolationsAsync(shelf));

        await RunAsync(shelf, $"update catalog_variants set picture_id = {other.Pictures[0].Id} where id = {cap}");
        Assert.Equal(["GOR-1 shows a picture of another product"], await ViolationsAsync(shelf));
        await RunAsync(shelf, $"update catalog_variants set picture_id = null where id = {cap}");

        var (a, b) = (IId<CategoryId>.New(), IId<CategoryId>.New());
        await RunAsync(shelf, $"insert into catalog_categories (id, handle, name, version) values ({a}, 'a', 'A', 1)");
        await RunAsync(shelf, $"insert into catalog_categories (id, handle, name, parent_id, version) values ({b}, 'b', 'B', {a}, 1)");
        await RunAsync(shelf, $"update catalog_categories set parent_id = {b} where id = {a}");
        Assert.Equal(["A is inside itself", "B is inside itself"], (await ViolationsAsync(shelf)).Order());
    }

    private static Price A(long amount, DateTimeOffset from, DateTimeOffset? to = null, int minimum = 1) => new()
    {
        Id = IId<PriceId>.New(),
        PriceListId = List,
        VariantId = Cap,
        AmountMinor = amount,
        ValidFrom = from,
        ValidTo = to,
        IsTemporary = to is not null,
        MinQuantity = Quantity.Units(minimum),
        SetAt = from,
    };

    private static async Task<PriceListId> AddListAsync(Shelf shelf, SalesChannelId channel, Currency currency)
    {
        var list = new PriceList { Id = IId<PriceListId>.New(), Name = $"Canal {currency}", Currency = currency, SalesChannelId = channel, CreatedAt = shelf.Clock.GetUtcNow() };
        await shelf.Node.DoAsync(s => CatalogTables.PriceLists.InsertAsync(s.GetRequiredService<DbSession>(), [list], CancellationToken.None));
        return list.Id;
    }

    private static Task AddPriceAsync(Shelf shelf, PriceListId list, VariantId variant, long minor, bool temporary, DateTimeOffset? from = null, DateTimeOffset? to = null) =>
        shelf.Node.DoAsync(s => CatalogTables.Prices.InsertAsync(s.GetRequiredService<DbSession>(), [new Price
        {
            Id = IId<PriceId>.New(), PriceListId = list, VariantId = variant, AmountMinor = minor, IsTemporary = temporary,
            ValidFrom = from ?? shelf.Clock.GetUtcNow(), ValidTo = to, SetAt = shelf.Clock.GetUtcNow(),
        }], CancellationToken.None));

    private static Task RunAsync(Shelf shelf, Sql sql) => shelf.Node.DoAsync(s => s.GetRequiredService<DbSession>().ExecuteAsync(sql, CancellationToken.None));

    private static async Task<List<string>> ViolationsAsync(Shelf shelf)
    {
        var found = new List<string>();
        foreach (var invariant in shelf.Node.Services.GetServices<IInvariant>())
            found.AddRange(await shelf.Node.DoAsync(s => invariant.ViolationsAsync(s.GetRequiredService<DbSession>(), CancellationToken.None)));
        return found;
    }
}
