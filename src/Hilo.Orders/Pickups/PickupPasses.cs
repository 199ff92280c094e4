using Microsoft.EntityFrameworkCore;

namespace Hilo.Orders;

/// <summary>The pass for the mail and the order page, while it opens something.</summary>
internal sealed class PickupPasses(OrdersDb db, TimeProvider clock) : IPickupPasses
{
    public async Task<PickupPassView?> FindAsync(OrderId order, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return await db.PickupPasses.AsNoTracking()
            .Where(p => p.OrderId == order && p.UsedAt == null && p.ValidUntil >= now && db.FulfillmentOrders.Any(f => f.Id == p.FulfillmentOrderId && f.State == FulfillmentState.Ready))
            .OrderBy(p => p.Id).Select(p => new PickupPassView(p.Qr, p.ShortCode, p.ValidUntil)).FirstOrDefaultAsync(cancel);
    }
}
