using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Orders;

/// <summary>Pickups that nobody collected in time: the order is canceled, its units are for sale again, and what was paid is owed back.</summary>
internal sealed class ExpirePickups(OrdersDb db, SessionScopes sessions, TimeProvider clock) : ISweep
{
    private const int Batch = 50;

    public async Task<int> SweepAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var due = await db.FulfillmentOrders.AsNoTracking().Where(f => f.State == FulfillmentState.Ready && f.HeldUntil < now)
            .OrderBy(f => f.HeldUntil).Select(f => f.OrderId).Take(Batch).ToListAsync(cancel);
        var expired = 0;
        await Due.EachAsync(due, async (order, token) =>
        {
            if (await sessions.RunAsync(new Facts { Actor = "sweeper:ExpirePickups" }, (services, inside) => ExpireAsync(services, order, now, inside), token)) expired++;
        }, cancel);
        return expired;
    }

    private static async Task<bool> ExpireAsync(IServiceProvider services, OrderId id, DateTimeOffset now, CancellationToken cancel)
    {
        var db = services.GetRequiredService<OrdersDb>();
        // Collected or canceled since it was listed: nothing is due any more.
        if (await OrderRows.LockAsync(db, id, cancel) is not { State: OrderState.Open } order) return false;
        if (!order.FulfillmentOrders.Exists(f => f.State == FulfillmentState.Ready && f.HeldUntil < now)) return false;
        if (await services.GetRequiredService<CancelOrders>().CancelAsync(order, CancelReasons.PickupExpired, cancel) is not null) return false;
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
