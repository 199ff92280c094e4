using Hilo.Insights;
using Hilo.Orders;
using Hilo.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Orders;

public class Watching_orders
{
    [Theory, EveryDatabase]
    public async Task Every_invariant_holds_after_a_day_of_trade_and_breaks_when_its_truth_is_broken(Database database)
    {
        await using var trade = await Trade.OpenAsync(database);
        var palermo = await trade.HasAStore("PAL");
        var jacket = await trade.Sells("CAM-1", 48_900m, palermo, 20);
        var (id, caller, view) = await trade.HasACart(Given.APickup(palermo), (jacket.Id, 1));
        Assert.False((await trade.Completes(id, caller, Tender.Cash, view.Totals.Total)).Refused(out _, out _));
        var paid = Given.AnOrder(trade.Web.Id, Given.APickup(palermo), (jacket.Id, 2)) with { Payment = new(Tender.Cash, Received: true) };
        Assert.False((await trade.Places(paid)).Refused(out _, out _));
        Assert.False((await trade.Places(paid)).Refused(out _, out var canceled));
        await trade.Node.DoAsync(async services =>
        {
            var db = services.GetRequiredService<OrdersDb>();
            Assert.Null(await services.GetRequiredService<CancelOrders>().CancelAsync((await OrderRows.LockAsync(db, canceled!.Id, CancellationToken.None))!, CancelReasons.Staff, CancellationToken.None));
            await db.SaveChangesAsync();
        });
        Assert.Empty(await Broken(trade));

        await Breaks<OrdersAddUp>(trade, $"update orders_order_lines set gross_minor = gross_minor + 1, net_minor = net_minor + 1", $"update orders_order_lines set gross_minor = gross_minor - 1, net_minor = net_minor - 1");
        await Breaks<WorkMatchesOrders>(trade, $"update orders_order_lines set canceled = canceled + 1 where canceled = 0", $"update orders_order_lines set canceled = canceled - 1 where canceled = 1");
        await Breaks<OneOrderPerCart>(trade, $"update orders_orders set cart_id = null", $"update orders_orders set cart_id = {id} where paid_at is null");
        await Breaks<PaidOrdersAreCovered>(trade, $"update orders_orders set paid_at = 1 where paid_at is null", $"update orders_orders set paid_at = null where paid_at = 1");
        await Breaks<AllocationsMatchWork>(trade, $"update inventory_allocations set quantity = quantity + 1", $"update inventory_allocations set quantity = quantity - 1");
        await Breaks<EveryOrderIsTold>(trade, $"delete from events where type = {"orders.order_placed"}", null);
    }

    private static async Task Breaks<T>(Trade trade, Sql change, Sql? repair)
    {
        await trade.Node.DoAsync(services => services.GetRequiredService<DbSession>().ExecuteAsync(change, CancellationToken.None));
        Assert.Contains(typeof(T).Name, await Broken(trade));
        if (repair is null) return;
        await trade.Node.DoAsync(services => services.GetRequiredService<DbSession>().ExecuteAsync(repair, CancellationToken.None));
        Assert.Empty(await Broken(trade));
    }

    private static Task<List<string>> Broken(Trade trade) => trade.Asks(async services =>
    {
        var broken = new List<string>();
        foreach (var invariant in services.GetServices<IInvariant>().Where(i => i.GetType().Assembly == typeof(OrdersModule).Assembly || i is AllocationsMatchWork))
            if ((await invariant.ViolationsAsync(services.GetRequiredService<DbSession>(), CancellationToken.None)).Count > 0) broken.Add(invariant.GetType().Name);
        return broken;
    });
}
