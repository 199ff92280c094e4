using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Orders;

/// <summary>Orders whose payment did not come in time are canceled and their units are free again.</summary>
internal sealed class ExpireUnpaid(OrdersDb db, SessionScopes sessions, TimeProvider clock) : ISweep
{
    private const int Batch = 50;

    public async Task<int> SweepAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var due = await db.Orders.AsNoTracking().Where(o => o.State == OrderState.Open && o.PaidAt == null && o.PaymentDeadline < now)
            .OrderBy(o => o.PaymentDeadline).Select(o => o.Id).Take(Batch).ToListAsync(cancel);
        var canceled = 0;
        await Due.EachAsync(due, async (id, token) =>
        {
            if (await sessions.RunAsync(new Facts { Actor = "sweeper:ExpireUnpaid" }, (services, inside) => ExpireAsync(services, id, now, inside), token)) canceled++;
        }, cancel);
        return canceled;
    }

    private static async Task<bool> ExpireAsync(IServiceProvider services, OrderId id, DateTimeOffset now, CancellationToken cancel)
    {
        var db = services.GetRequiredService<OrdersDb>();
        // Paid, canceled or extended since it was listed: nothing is due any more.
        if (await OrderRows.LockAsync(db, id, cancel) is not { State: OrderState.Open, PaidAt: null } order || order.PaymentDeadline >= now) return false;
        if (await services.GetRequiredService<CancelOrders>().CancelAsync(order, CancelReasons.PaymentDeadline, cancel) is not null) return false;
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
