using System.Net;
using System.Text;
using Hilo.Client;
using static Hilo.Tests.Inventory.Given;

namespace Hilo.Tests.Inventory;

/// <summary>The work of staff on stock, and what shoppers see of it, over HTTP against the whole program.</summary>
public class Managing_stock
{
    [Theory, EveryDatabase]
    public async Task Fills_a_store_and_shows_it_to_shoppers_nearest_first(Database database)
    {
        await using var shop = await StockedShop.OpenAsync(database);
        var palermo = await shop.HasAStore("PAL", new GeoPoint(-34.588, -58.411));
        var rosario = await shop.HasAStore("ROS", new GeoPoint(-32.947, -60.640));
        var variant = await shop.HasAProduct("REM-AZ-M");

        var counted = Taken(await shop.Owner.Stock.AdjustStockAsync(new(variant, palermo.Id, "recuento de apertura", SetTo: Units(5))));
        Assert.Equal(("REM-AZ-M", "Remera lisa", Units(5), Units(5)), (counted.Sku, counted.Title, counted.OnHand, counted.Available));
        Assert.Equal(Units(2), Taken(await shop.Owner.Stock.AdjustStockAsync(new(variant, rosario.Id, "llegaron dos", ChangeBy: Units(2)))).OnHand);

        var seen = Taken(await shop.Shopper.Shop.StockAsync(variant, "2000"));
        Assert.True(seen.CanShip);
        Assert.Equal([("ROS", StockBand.LastUnits, Units(2)), ("PAL", StockBand.InStock, (Quantity?)null)], seen.Stores.Select(s => (s.Store.Code, s.Stock, s.Left)));
        Assert.Equal(["PAL", "ROS"], Taken(await shop.Shopper.Shop.StoresAsync("1425")).Select(s => s.Code));
        var unknown = Taken(await shop.Shopper.Shop.StockAsync(IId<VariantId>.New()));
        Assert.False(unknown.CanShip);
        Assert.All(unknown.Stores, s => Assert.Equal(StockBand.None, s.Stock));
    }

    [Theory, EveryDatabase]
    public async Task Pages_levels_and_movements_and_finds_a_sku(Database database)
    {
        await using var shop = await StockedShop.OpenAsync(database);
        var store = await shop.HasAStore("PAL");
        List<VariantId> variants = [];
        for (var i = 0; i < 5; i++) variants.Add(await shop.HasAProduct($"REM-{i}"));
        foreach (var variant in variants) Taken(await shop.Owner.Stock.AdjustStockAsync(new(variant, store.Id, "recuento", SetTo: Units(3))));
        for (var units = 4; units <= 8; units++) Taken(await shop.Owner.Stock.AdjustStockAsync(new(variants[0], store.Id, $"recuento {units}", SetTo: Units(units))));

        Assert.Equal(variants, (await shop.PagesAsync<StockLevelView>("stock?limit=2")).Select(l => l.VariantId));
        Assert.Equal(variants, (await shop.PagesAsync<StockLevelView>($"stock?limit=3&location={store.Id}")).Select(l => l.VariantId));
        Assert.Equal([variants[3]], Taken(await shop.Owner.Stock.StockAsync("REM-3")).Items.Select(l => l.VariantId));
        Assert.Empty(Taken(await shop.Owner.Stock.StockAsync("REM-33")).Items);
        foreach (var filter in new[] { "", $"&location={store.Id}" })
        {
            var movements = await shop.PagesAsync<StockMovementView>($"stock/movements?limit=2&variant={variants[0]}{filter}");
            Assert.Equal([6, 5, 4, 3, 2, 1], movements.Select(m => m.Number));
            Assert.Equal(("adjusted", Units(1), Units(8), "recuento 8"), (movements[0].Kind, movements[0].Quantity, movements[0].OnHandAfter, movements[0].Reason));
            Assert.Equal(("received", Units(3)), (movements[^1].Kind, movements[^1].Quantity));
        }
        Assert.Equal(HttpStatusCode.BadRequest, (await shop.GetAsync("stock?cursor=nonsense")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await shop.GetAsync($"stock/movements?variant={variants[0]}&cursor={(await shop.PageAsync<StockLevelView>("stock?limit=1")).Next}")).StatusCode);
    }

    [Theory, EveryDatabase]
    public async Task Shows_the_ledgers_of_two_places_as_one_newest_first(Database database)
    {
        await using var shop = await StockedShop.OpenAsync(database);
        LocationId[] places = [(await shop.HasAStore("PAL")).Id, (await shop.HasAStore("ROS")).Id];
        var variant = await shop.HasAProduct("REM-1");
        for (var units = 1; units <= 9; units++) Taken(await shop.Owner.Stock.AdjustStockAsync(new(variant, places[units % 3 == 0 ? 1 : 0], "recuento", SetTo: Units(units))));

        var movements = await shop.PagesAsync<StockMovementView>($"stock/movements?limit=2&variant={variant}");

        Assert.Equal(Enumerable.Range(1, 9).Reverse().Select(units => Units(units)), movements.Select(m => m.OnHandAfter));
    }

    [Theory, EveryDatabase]
    public async Task Refuses_what_cannot_be_with_a_reason(Database database)
    {
        await using var shop = await StockedShop.OpenAsync(database);
        var store = await shop.HasAStore("PAL");
        var variant = await shop.HasAProduct("REM-1");
        Taken(await shop.Owner.Stock.AdjustStockAsync(new(variant, store.Id, "recuento", SetTo: Units(5))));
        await shop.ClaimsAsync(AClaim(ALine(new(variant, store.Id), 4)));
        async Task<(string, int)> Adjusting(AdjustStockRequest request) => Refused(await shop.Owner.Stock.AdjustStockAsync(request));
        AdjustStockRequest By(decimal units) => new(variant, store.Id, "recuento", ChangeBy: Quantity.TryFrom(units, out var q) ? q : throw new FormatException());

        Assert.Equal(("stock.below_promised", 409), await Adjusting(By(-2)));
        Assert.Equal(("stock.quantity_out_of_range", 422), await Adjusting(By(-6)));
        Assert.Equal(("stock.quantity_out_of_range", 422), await Adjusting(By(9_000_000_000_000)));
        Assert.Equal(("stock.quantity_out_of_range", 422), await Adjusting(By(-9_000_000_000_000)));
        Assert.Equal(("stock.one_quantity", 422), await Adjusting(new(variant, store.Id, "recuento")));
        Assert.Equal(("stock.one_quantity", 422), await Adjusting(new(variant, store.Id, "recuento", Units(1), Units(1))));
        Assert.Equal(("stock.unknown_variant", 422), await Adjusting(new(IId<VariantId>.New(), store.Id, "recuento", Units(1))));
        Assert.Equal(("stock.unknown_location", 422), await Adjusting(new(variant, IId<LocationId>.New(), "recuento", Units(1))));
        Assert.Equal(("request.invalid", 400), await Adjusting(new(variant, store.Id, "", Units(1))));
        Assert.Equal(("permission.other_location", 403), Refused(await (await shop.StaffAt(IId<LocationId>.New())).Stock.AdjustStockAsync(new(variant, store.Id, "recuento", Units(9)))));
        Assert.Equal(Units(6), Taken(await (await shop.StaffAt(store.Id)).Stock.AdjustStockAsync(new(variant, store.Id, "recuento", Units(6)))).OnHand);
        await shop.IsSound();
    }

    [Theory, EveryDatabase]
    public async Task Edits_locations_by_version_and_closes_one(Database database)
    {
        await using var shop = await StockedShop.OpenAsync(database);
        var store = await shop.HasAStore("PAL");
        var variant = await shop.HasAProduct("REM-1");
        Taken(await shop.Owner.Stock.AdjustStockAsync(new(variant, store.Id, "recuento", SetTo: Units(5))));
        var request = shop.LocationRequest("pal");

        Assert.Equal(("location.code_taken", 409), Refused(await shop.Owner.Stock.CreateLocationAsync(request)));
        Assert.Equal(("location.invalid", 422), Refused(await shop.Owner.Stock.CreateLocationAsync(request with { Code = "NEW", TimeZone = "Mars/Olympus" })));
        Assert.Equal(("location.invalid", 422), Refused(await shop.Owner.Stock.CreateLocationAsync(request with { Code = "NEW", LegalEntityId = IId<LegalEntityId>.New() })));
        Assert.Equal(("permission.missing", 403), Refused(await (await shop.StaffAt(store.Id)).Stock.CreateLocationAsync(request with { Code = "NEW" })));
        var closed = Taken(await shop.Owner.Stock.SaveLocationAsync(store.Id, store.Version, request with { IsActive = false }));
        Assert.Equal(("edit.conflict", 412), Refused(await shop.Owner.Stock.SaveLocationAsync(store.Id, store.Version, request)));

        Assert.Equal((2, false), (closed.Version, closed.IsActive));
        Assert.Empty(Taken(await shop.Shopper.Shop.StockAsync(variant)).Stores);
        Assert.False((await shop.ClaimsAsync(AClaim(ALine(new(variant, store.Id), 1)))).IsTaken);
    }

    [Theory, EveryDatabase]
    public async Task Sets_many_levels_from_json_and_from_csv_at_one_address(Database database)
    {
        await using var shop = await StockedShop.OpenAsync(database);
        var store = await shop.HasAStore("PAL");
        var (first, second) = (await shop.HasAProduct("REM-1"), await shop.HasAProduct("REM-2"));

        var json = Taken(await shop.Owner.Stock.SetStockAsync(new BulkStockRequest([new("REM-1", "PAL", Units(4)), new("REM-9", "PAL", Units(1))], "recuento")));
        var csv = Taken(await shop.Owner.Stock.SetStockAsync(new MemoryStream(Encoding.UTF8.GetBytes("sku;location;on_hand\nREM-2;PAL;7\nREM-1;PAL;4\n")), "planilla"));

        Assert.Equal((1, 0, 2, "stock.unknown_variant"), (json.Changed, json.Unchanged, json.Problems[0].Line, json.Problems[0].Code));
        Assert.Equal((1, 1, 0), (csv.Changed, csv.Unchanged, csv.Problems.Count));
        Assert.Equal([(first, Units(4)), (second, Units(7))], Taken(await shop.Owner.Stock.StockAsync(location: store.Id)).Items.Select(l => (l.VariantId, l.OnHand)));
        Assert.Equal("planilla", Taken(await shop.Owner.Stock.MovementsAsync(second)).Items.Single().Reason);
        Assert.Equal(("stock.unreadable_csv", 422), Refused(await shop.Owner.Stock.SetStockAsync(new MemoryStream("nope"u8.ToArray()), "planilla")));
        Assert.InRange((int)await shop.BulkAsync(new StringContent("<stock/>", Encoding.UTF8, "text/xml")), 400, 415);
        // The server may answer and hang up before the whole body was sent, which the sender then sees as a broken connection.
        var refusal = await Record.ExceptionAsync(async () => Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await shop.BulkAsync(new StringContent(new string('x', 3_000_000), Encoding.UTF8, "text/csv"))));
        Assert.True(refusal is null or HttpRequestException, refusal?.ToString());
    }

    [Theory, EveryDatabase]
    public async Task Keeps_back_safety_stock_and_what_a_rule_says(Database database)
    {
        await using var shop = await StockedShop.OpenAsync(database);
        var store = await shop.HasAStore("PAL");
        var variant = await shop.HasAProduct("REM-1");
        Taken(await shop.Owner.Stock.AdjustStockAsync(new(variant, store.Id, "recuento", SetTo: Units(9))));
        async Task<(Quantity Pickup, Quantity Ship)> Room() => (
            (await shop.ClaimsAsync(AClaim(ALine(new(variant, store.Id), 99)) with { Purpose = ClaimPurpose.Pickup })).Shortages.Single().Available,
            (await shop.ClaimsAsync(AClaim(ALine(new(variant, store.Id), 99)))).Shortages.Single().Available);

        Assert.Null(await shop.Owner.Stock.SetStockRulesAsync(new(variant, store.Id, Units(2))));
        Assert.Equal((Units(7), Units(7)), await Room());
        Assert.Null(await shop.Owner.Stock.SetChannelRuleAsync(new(store.Id, PickupFloor: Units(3))));
        Assert.Equal((Units(4), Units(7)), await Room());
        Assert.Null(await shop.Owner.Stock.SetChannelRuleAsync(new(store.Id, variant, Depot.Web, Cap: Units(1))));
        Assert.Equal((Units(1), Units(1)), await Room());
        Assert.Equal(2, Taken(await shop.Owner.Stock.ChannelRulesAsync(store.Id)).Count);
        Assert.Null(await shop.Owner.Stock.SetChannelRuleAsync(new(store.Id, variant, Depot.Web)));
        Assert.Equal((Units(4), Units(7)), await Room());
        Assert.Equal("stock.quantity_out_of_range", (await shop.Owner.Stock.SetStockRulesAsync(new(variant, store.Id, Units(-1))))?.Code);
    }

    [Theory, EveryDatabase]
    public async Task Gives_a_repeated_adjustment_its_first_answer(Database database)
    {
        await using var shop = await StockedShop.OpenAsync(database);
        var store = await shop.HasAStore("PAL");
        var variant = await shop.HasAProduct("REM-1");
        var request = new AdjustStockRequest(variant, store.Id, "llegaron cinco", ChangeBy: Units(5));

        for (var i = 0; i < 3; i++) Assert.Equal(Units(5), Taken(await shop.Owner.Stock.AdjustStockAsync(request, "once")).OnHand);

        Assert.Equal(Units(5), Taken(await shop.Owner.Stock.StockAsync("REM-1")).Items.Single().OnHand);
    }

    private static T Taken<T>(Result<T> result) => result.Refused(out var problem, out var value) ? throw new InvalidOperationException($"{problem.Code}: {problem.Detail}") : value;

    private static (string Code, int Status) Refused<T>(Result<T> result) =>
        result.Refused(out var problem, out var value) ? (problem.Code, problem.Status) : throw new InvalidOperationException($"It was not refused: {value}");
}
