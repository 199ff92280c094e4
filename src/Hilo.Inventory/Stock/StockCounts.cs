namespace Hilo.Inventory;

/// <summary>The counters of a level, or the signed change that a movement makes to them.</summary>
internal readonly record struct StockCounts(
    Quantity OnHand = default, Quantity Reserved = default, Quantity Allocated = default, Quantity Leased = default, Quantity Unsellable = default)
{
    /// <summary>What is spoken for: on hand can never fall below it.</summary>
    public Quantity Promised => Reserved + Allocated + Leased + Unsellable;

    /// <summary>What nobody holds, before safety, caps and floors.</summary>
    public Quantity Free => OnHand - Promised;

    public static StockCounts operator +(StockCounts a, StockCounts b) =>
        new(a.OnHand + b.OnHand, a.Reserved + b.Reserved, a.Allocated + b.Allocated, a.Leased + b.Leased, a.Unsellable + b.Unsellable);
}

/// <summary>A variant at a location. Sorted as the databases sort it: everyone locks in this one order.</summary>
internal readonly record struct LevelKey(VariantId Variant, LocationId Location) : IComparable<LevelKey>
{
    // Guid compares its bytes from the left, as both databases do.
    public int CompareTo(LevelKey other) =>
        Variant == other.Variant ? Location.Value.CompareTo(other.Location.Value) : Variant.Value.CompareTo(other.Variant.Value);
}
