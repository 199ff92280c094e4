using Microsoft.EntityFrameworkCore;

namespace Hilo.Orders;

internal sealed class IssuePass(OrdersDb db, PassKeys keys, TimeProvider clock)
{
    /// <summary>The pass of a pickup that is ready; the caller saves.</summary>
    public async Task<PickupPass> IssueAsync(FulfillmentOrder work, DateTimeOffset validUntil, CancellationToken cancel)
    {
        var id = IId<PickupPassId>.New();
        var pass = new PickupPass
        {
            Id = id,
            FulfillmentOrderId = work.Id,
            OrderId = work.OrderId,
            LocationId = work.LocationId,
            ShortCode = await FreeCodeAsync(cancel),
            Qr = await keys.SignAsync(key => new PassFacts(key, id, PassFacts.EndOf(work.Id), validUntil), cancel),
            IssuedAt = clock.GetUtcNow(),
            ValidUntil = validUntil,
        };
        db.PickupPasses.Add(pass);
        return pass;
    }

    private async Task<string> FreeCodeAsync(CancellationToken cancel)
    {
        while (true)
        {
            var code = ShortCode.New();
            if (!await db.PickupPasses.AnyAsync(p => p.ShortCode == code, cancel)) return code;
        }
    }
}
