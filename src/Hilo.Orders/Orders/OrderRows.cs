using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Orders;

internal static class OrderRows
{
    /// <summary>Loads an order with its lines and work, locked until the transaction ends: moves, cancellation and money of one order wait for each other. Orders are locked before stock.</summary>
    public static async Task<Order?> LockAsync(OrdersDb db, OrderId id, CancellationToken cancel)
    {
        await db.Session.BeginAsync(cancel);
        if (db.Session.Dialect == Dialect.Postgres)
            await db.Session.QueryAsync($"select 1 from orders_orders where id = {id} for update", row => row.GetInt32(0), cancel);
        return await db.Orders.AsSplitQuery().Include(o => o.Lines).Include(o => o.FulfillmentOrders).ThenInclude(f => f.Lines).FirstOrDefaultAsync(o => o.Id == id, cancel);
    }
}
