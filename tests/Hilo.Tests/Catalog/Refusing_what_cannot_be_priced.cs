using Hilo.Client;

namespace Hilo.Tests.Catalog;

/// <summary>Prices that make no sense: each is refused with its own sentence, and so is the whole request that brings it.</summary>
public class Refusing_what_cannot_be_priced
{
    [Theory, EveryDatabase]
    public async Task Prices_that_cannot_be(Database database)
    {
        await using var till = await OpenAsync(database);
        var now = TimeProvider.System.GetUtcNow();
        var (cap, before) = (till.Cap, await till.HistoryAsync());
        var right = new SetPrice(cap, Money.Ars(100));

        await till.RefusedAsync("price.unknown_variant", right with { VariantId = IId<VariantId>.New() });
        await till.RefusedAsync("price.min_quantity_not_positive", right with { MinQuantity = Quantity.Zero });
        await till.RefusedAsync("price.negative", right with { Price = Money.Ars(-1) });
        await till.RefusedAsync("price.too_high", right with { Price = Money.Ars(10_000_000_000.01m) });
        await till.RefusedAsync("price.too_high", right with { FormerPrice = Money.Ars(10_000_000_000.01m) });
        await till.RefusedAsync("price.former_without_price", right with { Price = null, FormerPrice = Money.Ars(120) });
        await till.RefusedAsync("price.former_not_greater", right with { FormerPrice = Money.Ars(100) });
        await till.RefusedAsync("price.wrong_currency", right with { Price = Money.Of(100, Currency.Usd) });
        await till.RefusedAsync("price.wrong_currency", right with { FormerPrice = Money.Of(120, Currency.Usd) });
        await till.RefusedAsync("price.starts_in_the_past", right with { From = now.AddMinutes(-10) });
        await till.RefusedAsync("price.ends_before_it_starts", right with { To = now.AddDays(-1) });
        await till.RefusedAsync("price.ends_before_it_starts", right with { From = now.AddDays(2), To = now.AddDays(2) });
        await till.RefusedAsync("price.needed", new SetPrice(cap));
        await till.RefusedAsync("price.needed", new SetPrice(cap, MinQuantity: Quantity.One));

        Assert.Equal(before, await till.HistoryAsync());
    }

    [Theory, EveryDatabase]
    public async Task One_price_that_is_told_twice(Database database)
    {
        await using var till = await OpenAsync(database);
        var now = TimeProvider.System.GetUtcNow();
        var (right, before) = (new SetPrice(till.Cap, Money.Ars(100)), await till.HistoryAsync());

        await till.RefusedAsync("price.twice", right, right with { Price = Money.Ars(90) });
        await till.RefusedAsync("price.twice", right, right with { MinQuantity = Quantity.One });
        await till.RefusedAsync("price.twice", right with { From = now.AddHours(9) }, right with { From = now.AddHours(9).ToOffset(TimeSpan.FromHours(-3)) });
        // The clock of whoever says from when goes a little late: that is now as well.
        await till.RefusedAsync("price.twice", right, right with { Price = Money.Ars(90), From = now.AddMinutes(-1) });

        Assert.Equal(before, await till.HistoryAsync());
        await till.SetAsync(right, right with { Price = Money.Ars(90), MinQuantity = Quantity.Units(10) }, right with { Price = Money.Ars(110), From = now.AddDays(1) });
        Assert.Equal(before.Count + 3, (await till.HistoryAsync()).Count);
    }

    [Theory, EveryDatabase]
    public async Task An_end_that_is_told_for_another_day(Database database)
    {
        await using var till = await OpenAsync(database);
        var tomorrow = TimeProvider.System.GetUtcNow().AddDays(1);
        var ten = new SetPrice(till.Cap, MinQuantity: Quantity.Units(10));
        await till.SetAsync(ten with { Price = Money.Ars(90) });
        var before = await till.HistoryAsync();

        await till.RefusedAsync("price.ends_now", ten with { From = tomorrow });
        await till.RefusedAsync("price.ends_now", ten with { To = tomorrow });

        Assert.Equal(before, await till.HistoryAsync());
        await till.SetAsync(ten);
        Assert.NotNull((await till.HistoryAsync()).Single(p => p.MinQuantity == ten.MinQuantity).To);
    }

    private static async Task<Till> OpenAsync(Database database)
    {
        var shop = await Shop.OpenAsync(database);
        var owner = await shop.StaffAsync();
        var cap = (await owner.Catalog.CreateProductAsync(Given.ACap(price: 80))).Value();
        return new Till(shop, owner, (await owner.Catalog.PriceListsAsync()).Value()[0].Id, cap.Variants[0].Id);
    }

    /// <summary>A shop that sells one cap.</summary>
    private sealed record Till(Shop Shop, HiloClient Owner, PriceListId List, VariantId Cap) : IAsyncDisposable
    {
        public async Task<IReadOnlyList<PriceView>> HistoryAsync() =>
            (await Owner.TryGetAsync<IReadOnlyList<PriceView>>($"/api/v1/price-lists/{List}/prices/{Cap}")).Value();

        public async Task SetAsync(params SetPrice[] prices) => Assert.Null(await Owner.Catalog.SetPricesAsync(List, new SetPricesRequest(prices)));

        /// <summary>The wrong ones come after one that is right by itself.</summary>
        public async Task RefusedAsync(string code, params SetPrice[] wrong)
        {
            var problem = await Owner.Catalog.SetPricesAsync(List, new SetPricesRequest([new SetPrice(Cap, Money.Ars(70), MinQuantity: Quantity.Units(5)), .. wrong]));
            Assert.Equal((code, true), (problem?.Code, problem?.Detail.EndsWith('.')));
        }

        public ValueTask DisposeAsync() => Shop.DisposeAsync();
    }
}
