using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Orders;

/// <summary>Carts that nobody touched for days leave, with the personal data in them; so do completed ones, whose order has what it needs.</summary>
internal sealed class ForgetCarts(OrdersDb db, SalesChannels channels, SessionScopes sessions, TimeProvider clock) : ISweep
{
    private const int Batch = 200;

    // A card may be settled late: whatever is being charged waits for its answer this long.
    private static readonly TimeSpan ChargeSettles = TimeSpan.FromDays(10);

    public async Task<int> SweepAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var gone = 0;
        foreach (var channel in await channels.AllAsync(cancel))
        {
            var (old, charged) = (now.AddDays(-channel.CartDays), now - ChargeSettles);
            var carts = await db.Carts.AsNoTracking()
                .Where(c => c.SalesChannelId == channel.Id && c.ChangedAt < old && (c.ChargeOpenedAt == null || c.ChargeOpenedAt < charged)).OrderBy(c => c.ChangedAt).Select(c => c.Id).Take(Batch).ToListAsync(cancel);
            await Due.EachAsync(carts, async (id, token) =>
            {
                if (await sessions.RunAsync(new Facts { Actor = "sweeper:ForgetCarts" }, (services, inside) => ForgetAsync(services, id, old, inside), token)) gone++;
            }, cancel);
        }
        return gone;
    }

    private static async Task<bool> ForgetAsync(IServiceProvider services, CartId id, DateTimeOffset old, CancellationToken cancel)
    {
        var db = services.GetRequiredService<OrdersDb>();
        await OpenCart.LockAsync(db, id, cancel);
        if (await db.Carts.FindAsync([id], cancel) is not { } cart || cart.ChangedAt >= old) return false;
        await services.GetRequiredService<HoldUnits>().ReleaseAsync([cart], cancel);
        if (cart.State != CartState.Completed) await services.GetRequiredService<OweCarts>().OweAsync(cart, cancel);
        db.Carts.Remove(cart);
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
