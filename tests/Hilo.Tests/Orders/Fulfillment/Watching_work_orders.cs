using Hilo.Client;
using Hilo.Platform;
using Hilo.Tests.Orders.Pickups;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Orders.Fulfillment;

public class Watching_work_orders
{
    [Theory, EveryDatabase]
    public async Task Every_broken_promise_is_seen(Database database)
    {
        await using var floor = await StoreFloor.OpenAsync(database);
        var (order, pass) = await floor.HasAReadyPickup();
        (await floor.Ana.Fulfillment.HandOverAsync(new HandOverRequest(pass.Qr))).Value();
        var (_, waiting) = await floor.HasAReadyPickup();
        Assert.Empty(await floor.Broken());

        await Sees($"update orders_pickup_passes set used_at = null, used_by = null where order_id = {order.Id}", "its pass is not used", floor);
        await Sees($"update orders_pickup_passes set used_at = 1, used_by = {IId<StaffId>.New()} where qr = {waiting.Qr}", "the work order is ready and its pass is used", floor);
        await Sees($"update orders_fulfillment_orders set held_until = null where state = 'ready'", "ready without an end of its hold", floor);
        await Sees($"update orders_order_lines set fulfilled = 1000 where order_id = {order.Id}", "1000 thousandths fulfilled, 2000 left", floor);
        await Sees($"update orders_order_lines set fulfilled = 1000 where order_id = {order.Id}", "fulfilled, 2000 left the stock", floor);
        await Sees($"update orders_fulfillment_orders set state = 'packed' where order_id = {order.Id}", "completed with work that is packed", floor);
        await Sees($"update orders_fulfillment_orders set state = 'canceled' where state = 'ready'", "2000 allocated, 0 in work", floor);
        Assert.Empty(await floor.Broken());
    }

    /// <summary>Breaks something inside a transaction that is taken back.</summary>
    private static Task Sees(Sql damage, string words, StoreFloor floor) => floor.DoAsync(async services =>
    {
        var session = services.GetRequiredService<DbSession>();
        await session.ExecuteAsync(damage, CancellationToken.None);
        Assert.Contains(await StoreFloor.BrokenIn(services), line => line.Contains(words, StringComparison.Ordinal));
        await session.RollbackAsync(CancellationToken.None);
        return 0;
    });
}
