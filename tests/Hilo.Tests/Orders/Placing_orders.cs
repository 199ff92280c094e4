using Hilo.Orders;
using Hilo.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Orders;

public class Placing_orders
{
    [Theory, EveryDatabase]
    public async Task Writes_the_order_its_work_and_its_reason_and_tells_the_log(Database database)
    {
        await using var trade = await Trade.OpenAsync(database);
        var palermo = await trade.HasAStore("PAL");
        var jacket = await trade.Sells("CAM-1", 48_900m, palermo, 3);

        var outcome = await trade.Places(Given.AnOrder(trade.Web.Id, Given.APickup(palermo), (jacket.Id, 2)) with { Contact = Given.AContact(), Payment = new(Tender.Cash, Received: false) });

        Assert.False(outcome.Refused(out var problem, out var placed), problem?.Detail);
        Assert.Equal("H-10001", placed.Number);
        var written = (await trade.Asks(services => services.GetRequiredService<OrderViews>().FindAsync(placed.Id, CancellationToken.None)))!;
        var answered = OrderViews.OfNew(placed.Order!, await trade.Asks(s => s.GetRequiredService<OrderViews>().NamesAsync(CancellationToken.None)));
        Assert.Equal(StoredJson.Write(answered), StoredJson.Write(written with { Money = answered.Money }));
        Assert.Equal((answered.Money.Captured, answered.Money.Expected, answered.Money.State), (written.Money.Captured, written.Money.Expected, written.Money.State));
        Assert.Equal((Money.Ars(97_800m), OrderState.Open, PaymentState.Pending), (written.Totals.Total, written.State, written.Money.State));
        Assert.Equal(trade.Clock.GetUtcNow().AddDays(5), written.PaymentDeadline);
        Assert.Equal((palermo, Quantity.Units(2)), (written.Lines.Single().Sources.Single().LocationId, written.Lines.Single().Sources.Single().Quantity));
        Assert.Equal("pickup_location", written.Sourcing!.Rule);
        Assert.Equal(Quantity.Units(2), (await trade.Stock(jacket.Id, palermo)).Allocated);
        Assert.Contains("orders.order_placed", await trade.Events());
    }

    [Theory, EveryDatabase]
    public async Task A_thousand_buyers_of_two_hundred_units_buy_exactly_two_hundred(Database database)
    {
        await using var trade = await Trade.OpenAsync(database);
        var palermo = await trade.HasAStore("PAL");
        var jacket = await trade.Sells("CAM-1", 48_900m, palermo, 200);
        var order = Given.AnOrder(trade.Web.Id, Given.APickup(palermo), (jacket.Id, 1)) with { Payment = new(Tender.Cash, Received: true) };

        using var atOnce = new SemaphoreSlim(50);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 1000).Select(async _ =>
        {
            await atOnce.WaitAsync();
            try
            {
                return (await trade.Places(order)).Refused(out var problem, out var placed) ? problem.Code : placed.Number;
            }
            finally
            {
                atOnce.Release();
            }
        }));

        Assert.Equal(800, outcomes.Count(o => o == "stock.insufficient"));
        Assert.Equal(200, outcomes.Where(o => o != "stock.insufficient").Distinct().Count());
        Assert.Equal(Quantity.Units(200), (await trade.Stock(jacket.Id, palermo)).Allocated);
        Assert.Equal(200, (await trade.Events()).Count(e => e == "orders.order_placed"));
        Assert.Equal(200, (await trade.Events()).Count(e => e == "orders.order_paid"));
    }

    [Theory, EveryDatabase]
    public async Task The_same_external_reference_finds_the_first_order(Database database)
    {
        await using var trade = await Trade.OpenAsync(database);
        var palermo = await trade.HasAStore("PAL");
        var jacket = await trade.Sells("CAM-1", 48_900m, palermo, 50);
        var order = Given.AnOrder(trade.Web.Id, Given.APickup(palermo), (jacket.Id, 1)) with { ExternalReference = "ML-2000001" };

        var numbers = await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ => (await trade.Places(order)).Refused(out var problem, out var placed) ? problem.Code : placed.Number));

        Assert.Single(numbers.Distinct());
        Assert.Equal(Quantity.Units(1), (await trade.Stock(jacket.Id, palermo)).Allocated);
    }

    [Theory, EveryDatabase]
    public async Task A_refused_neighbor_of_a_group_takes_nothing_and_harms_nobody(Database database)
    {
        await using var trade = await Trade.OpenAsync(database);
        var palermo = await trade.HasAStore("PAL");
        var (jacket, cap) = (await trade.Sells("CAM-1", 48_900m, palermo, 30), await trade.Sells("GOR-1", 12_600m, palermo, 0));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => trade.Places(Given.AnOrder(
            trade.Web.Id, Given.APickup(palermo), i % 2 == 0 ? [(jacket.Id, 1)] : [(jacket.Id, 1), (cap.Id, 1)]))));

        var refused = outcomes.Count(o => o.Refused(out var problem, out _) && problem.Code == "stock.insufficient");
        Assert.Equal((30, 30), (refused, outcomes.Length - refused));
        Assert.Equal((Quantity.Units(30), Quantity.Zero), ((await trade.Stock(jacket.Id, palermo)).Allocated, (await trade.Stock(cap.Id, palermo)).Allocated));
    }

    [Theory, EveryDatabase]
    public async Task A_shipment_is_sourced_again_when_others_were_faster(Database database)
    {
        await using var trade = await Trade.OpenAsync(database);
        await trade.HasShippingRates(new ShippingRateRow { Id = IId<OrderId>.New().Value, Currency = Currency.Ars, Area = "*", UpToGrams = 30_000, AmountMinor = 420_000, DaysFrom = 2, DaysTo = 4 });
        var (near, far) = (await trade.HasAStore("AAA"), await trade.HasAStore("BBB"));
        var jacket = await trade.Sells("CAM-1", 48_900m, near, 10);
        await trade.HasStock(jacket.Id, far, 10);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => trade.Places(Given.AnOrder(trade.Web.Id, Given.AShipment(), (jacket.Id, 1)))));

        Assert.All(outcomes, o => Assert.False(o.Refused(out var problem, out var placed), problem?.Detail));
        Assert.Equal((Quantity.Units(10), Quantity.Units(10)), ((await trade.Stock(jacket.Id, near)).Allocated, (await trade.Stock(jacket.Id, far)).Allocated));
    }
}
