namespace Hilo.Inventory;

/// <summary>The SQL of stock: PostgreSQL works on sets, SQLite on prepared statements, inside the session's transaction.</summary>
internal interface IStockRows
{
    /// <summary>Locks these levels and those where the carts hold something, in key order: the only lock order there is. Absent levels are absent.</summary>
    Task<List<LockedLevel>> LockAsync(IReadOnlyCollection<LevelKey> levels, IReadOnlyCollection<CartId> carts, CancellationToken cancel);

    /// <summary>Makes empty levels where there are none yet, in key order.</summary>
    Task EnsureAsync(IReadOnlyCollection<LevelKey> levels, DateTimeOffset now, CancellationToken cancel);

    /// <summary>What these carts hold. Asked after the lock: from then on nobody else changes holds at locked levels.</summary>
    Task<List<Hold>> HoldsAsync(IReadOnlyCollection<CartId> carts, CancellationToken cancel);

    Task<List<Allocation>> AllocationsAsync(IReadOnlyCollection<OrderId> orders, CancellationToken cancel);

    Task<PromiseLimits> LimitsAsync(IReadOnlyCollection<LevelKey> ruled, CancellationToken cancel);

    /// <summary>Levels of variants at active locations; without <paramref name="variants"/> all of them.</summary>
    Task<List<LockedLevel>> ReadAsync(IReadOnlyCollection<VariantId> variants, CancellationToken cancel);

    /// <summary>Sum over active locations of what is free beyond safety; variants without any are absent.</summary>
    Task<Dictionary<VariantId, Quantity>> FreeAsync(IReadOnlyCollection<VariantId>? variants, CancellationToken cancel);

    /// <summary>Writes everything that the book changed, once.</summary>
    Task WriteAsync(StockBook book, DateTimeOffset now, CancellationToken cancel);
}
