using Hilo.Platform;

namespace Hilo.Inventory;

/// <summary>Opens the <see cref="StockBook"/> of some levels under lock, and writes it back once with its events, all in the caller's transaction.</summary>
internal sealed class StockLedger(DbSession session, IStockRows rows, TimeProvider clock)
{
    /// <summary>For claims: with what the carts hold. Levels without a row have nothing.</summary>
    public async Task<StockBook> OpenAsync(IReadOnlyCollection<LevelKey> levels, IReadOnlyCollection<CartId> carts, CancellationToken cancel)
    {
        var locked = await rows.LockAsync(levels, carts, cancel);
        List<Hold> holds = carts.Count == 0 ? [] : await rows.HoldsAsync(carts, cancel);
        var limits = await rows.LimitsAsync([.. locked.Where(l => l.IsRuled).Select(l => l.Key)], cancel);
        return new StockBook(locked, holds, [], limits, clock.GetUtcNow(), session.Facts.Actor);
    }

    /// <summary>For what orders give back or issue.</summary>
    public async Task<StockBook> OpenAsync(IReadOnlyCollection<LevelKey> levels, IReadOnlyCollection<OrderId> orders, CancellationToken cancel)
    {
        var locked = await rows.LockAsync(levels, [], cancel);
        var allocations = await rows.AllocationsAsync(orders, cancel);
        return new StockBook(locked, [], allocations, PromiseLimits.None, clock.GetUtcNow(), session.Facts.Actor);
    }

    /// <summary>For corrections: levels that are missing are made.</summary>
    public async Task<StockBook> OpenAsync(IReadOnlyCollection<LevelKey> levels, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await rows.EnsureAsync(levels, now, cancel);
        var locked = await rows.LockAsync(levels, [], cancel);
        return new StockBook(locked, [], [], PromiseLimits.None, now, session.Facts.Actor);
    }

    /// <summary>Writes the book and tells, one event per location, what can be promised of which variants changed.</summary>
    public async Task CloseAsync(StockBook book, string reason, CancellationToken cancel)
    {
        await rows.WriteAsync(book, clock.GetUtcNow(), cancel);
        foreach (var location in book.ChangedPromises.GroupBy(level => level.Location))
            session.Publish(new StockChanged(location.Key, [.. location.Select(level => level.Variant)], reason));
    }
}
