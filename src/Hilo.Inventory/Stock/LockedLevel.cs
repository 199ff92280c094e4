namespace Hilo.Inventory;

/// <summary>A level whose row this transaction holds: a working copy that is written back once.</summary>
internal sealed class LockedLevel(LevelKey key, StockCounts counts, Quantity safety, long movements, bool isActive, bool isRuled)
{
    public LevelKey Key => key;

    public StockCounts Before { get; } = counts;

    public StockCounts Counts { get; private set; } = counts;

    public Quantity Safety => safety;

    public long Movements { get; private set; } = movements;

    /// <summary>Nothing new is promised at a closed location.</summary>
    public bool IsActive => isActive;

    /// <summary>Some channel rule speaks of it.</summary>
    public bool IsRuled => isRuled;

    /// <summary>Also true when its movements cancel each other out: they were numbered.</summary>
    public bool HasMoved { get; private set; }

    public StockMovement Move(StockMovementKind kind, StockCounts change, DateTimeOffset at, string actor)
    {
        Counts += change;
        Movements++;
        HasMoved = true;
        return new StockMovement(key.Variant, key.Location, Movements, at, kind)
        {
            OnHand = change.OnHand,
            Reserved = change.Reserved,
            Allocated = change.Allocated,
            Leased = change.Leased,
            Unsellable = change.Unsellable,
            OnHandAfter = Counts.OnHand,
            Actor = actor,
        };
    }
}
