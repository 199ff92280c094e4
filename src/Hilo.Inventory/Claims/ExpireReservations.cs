using Hilo.Platform;

namespace Hilo.Inventory;

/// <summary>Frees what carts held for too long.</summary>
/// <remarks>Takes the same locks in the same order as claims do: a cart that comes back at this very moment either keeps its units or finds them free.</remarks>
internal sealed class ExpireReservations(DbSession session, StockLedger ledger, TimeProvider clock) : ISweep
{
    // Few enough that no claim waits long for the locks of one sweep.
    private const int Holds = 200;

    public async Task<int> SweepAsync(CancellationToken cancel)
    {
        var due = await session.QueryAsync(
            $"select distinct cart_id from (select cart_id from inventory_reservations where until <= {clock.GetUtcNow()} order by until limit {Holds}) due",
            row => row.Id<CartId>(0), cancel);
        if (due.Count == 0) return 0;
        var book = await ledger.OpenAsync([], due, cancel);
        var lost = book.Expire();
        await ledger.CloseAsync(book, "expired", cancel);
        foreach (var (cart, variants) in lost) session.Publish(new ReservationExpired(cart, variants));
        return lost.Count;
    }
}
