using System.Text;
using Hilo.Inventory;
using Microsoft.Extensions.DependencyInjection;
using static Hilo.Tests.Inventory.Given;

namespace Hilo.Tests.Inventory;

public class Updating_stock_in_bulk
{
    [Theory, EveryDatabase]
    public async Task Takes_the_good_lines_and_names_the_bad_ones(Database database)
    {
        await using var depot = await Depot.OpenAsync(database);
        var (palermo, rosario) = (await depot.HasAStore("PAL"), await depot.HasAStore("ROS"));
        var labels = depot.Node.Services.GetRequiredService<Labels>();
        foreach (var sku in new[] { "A", "B", "C" }) labels[sku] = IId<VariantId>.New();
        await depot.HasStock(palermo, 7, labels["B"]);
        await depot.HasStock(palermo, 5, labels["C"]);
        await depot.Allocate(AClaim(ALine(new(labels["C"], palermo), 4)));
        Assert.False(StockCsv.Read(Encoding.UTF8.GetBytes(
            "sku;location;on_hand\nA;pal;9\nA;ROS;2\nB;PAL;7\nC;PAL;3\nA;PAL;1\nX;PAL;1\nA;NOWHERE;1\nA;ROS;-1\n=CMD();PAL;1\nB;ROS;1.000\nB;ROS;99999999999\n;;5\n")).Refused(out _, out var rows));

        var result = await depot.Node.DoAsync(s => s.GetRequiredService<BulkStock>().SetAsync(rows, "recuento", null, CancellationToken.None));

        Assert.Equal((2, 1), (result.Changed, result.Unchanged));
        Assert.Equal(
            [
                (5, "on_hand", "stock.below_promised"), (6, "sku", "stock.repeated_line"), (7, "sku", "stock.unknown_variant"), (8, "location", "stock.unknown_location"),
                (9, "on_hand", "stock.quantity_out_of_range"), (10, "sku", "stock.unknown_variant"), (11, "on_hand", "stock.bad_quantity"),
                (12, "on_hand", "stock.quantity_out_of_range"), (13, "sku", "stock.unknown_variant"),
            ],
            result.Problems.Select(p => (p.Line, p.Column!, p.Code)));
        Assert.Equal(Units(9), (await depot.Counts(labels["A"], palermo)).OnHand);
        Assert.Equal(Units(2), (await depot.Counts(labels["A"], rosario)).OnHand);
        Assert.Equal(Units(5), (await depot.Counts(labels["C"], palermo)).OnHand);
        await depot.IsSound();
    }

    [Theory, EveryDatabase]
    public async Task Keeps_people_to_their_own_locations(Database database)
    {
        await using var depot = await Depot.OpenAsync(database);
        var (palermo, rosario) = (await depot.HasAStore("PAL"), await depot.HasAStore("ROS"));
        var labels = depot.Node.Services.GetRequiredService<Labels>();
        labels["A"] = IId<VariantId>.New();

        var result = await depot.Node.DoAsync(s => s.GetRequiredService<BulkStock>().SetAsync(
            [new(1, "A", "PAL", "1", Units(1)), new(2, "A", "ROS", "1", Units(1))], "recuento", [rosario], CancellationToken.None));

        Assert.Equal("permission.other_location", result.Problems.Single().Code);
        Assert.Equal((default, new StockCounts(Units(1))), (await depot.Counts(labels["A"], palermo), await depot.Counts(labels["A"], rosario)));
    }

    [Theory, EveryDatabase]
    public async Task Sets_ten_thousand_levels_in_one_go_and_nothing_the_second_time(Database database)
    {
        await using var depot = await Depot.OpenAsync(database);
        var store = await depot.HasAStore("PAL");
        ImportedStock[] lines = [.. Enumerable.Range(1, 10_000).Select(n => new ImportedStock(IId<VariantId>.New(), store, Units(n)))];
        Task<ImportedStockAnswer> Import() => depot.Node.DoAsync(s => s.GetRequiredService<IReceiveImportedStock>().SetOnHandAsync(lines, "import", CancellationToken.None));

        Assert.Equal((10_000, 0), ((await Import()).Changed, (await Import()).Changed));

        Assert.Equal([10_000L], await depot.Node.QueryAsync($"select count(*) from inventory_stock_movements", row => row.GetInt64(0)));
        await depot.IsSound();
    }
}
