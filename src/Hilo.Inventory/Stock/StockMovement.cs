using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hilo.Inventory;

internal enum StockMovementKind
{
    Received,
    Adjusted,
    Reserved,
    Released,
    Allocated,
    Deallocated,
    Shipped,
    HandedOver,
}

/// <summary>One line of the ledger of a level. Never changed: the counters of a level are the sums of its movements.</summary>
internal sealed record StockMovement(VariantId VariantId, LocationId LocationId, long Number, DateTimeOffset At, StockMovementKind Kind)
{
    public Quantity OnHand { get; init; }
    public Quantity Reserved { get; init; }
    public Quantity Allocated { get; init; }
    public Quantity Leased { get; init; }
    public Quantity Unsellable { get; init; }
    public Quantity OnHandAfter { get; init; }
    public string? Reason { get; init; }
    public OrderId? OrderId { get; init; }
    public CartId? CartId { get; init; }
    public required string Actor { get; init; }

    public StockCounts Change => new(OnHand, Reserved, Allocated, Leased, Unsellable);

    /// <summary>The change of the counter that the kind names.</summary>
    public Quantity Headline => Kind switch
    {
        StockMovementKind.Reserved or StockMovementKind.Released => Reserved,
        StockMovementKind.Allocated or StockMovementKind.Deallocated => Allocated,
        _ => OnHand,
    };
}

internal sealed class StockMovementMapping : IEntityTypeConfiguration<StockMovement>
{
    public void Configure(EntityTypeBuilder<StockMovement> movement)
    {
        movement.ToTable("stock_movements").HasKey(m => new { m.VariantId, m.LocationId, m.Number });
        movement.Ignore(m => m.Change).Ignore(m => m.Headline);
    }
}
