using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hilo.Inventory;

/// <summary>A variant at a location, as lists read it. Counters are written by <see cref="IStockRows"/> only.</summary>
internal sealed class StockLevel
{
    public required VariantId VariantId { get; init; }
    public required LocationId LocationId { get; init; }
    public Quantity OnHand { get; init; }
    public Quantity Reserved { get; init; }
    public Quantity Allocated { get; init; }
    public Quantity Leased { get; init; }
    public Quantity Unsellable { get; init; }
    public Quantity Safety { get; init; }
    public long Movements { get; init; }
    public DateTimeOffset ChangedAt { get; init; }

    public StockCounts Counts => new(OnHand, Reserved, Allocated, Leased, Unsellable);
}

internal sealed class StockLevelMapping : IEntityTypeConfiguration<StockLevel>
{
    public void Configure(EntityTypeBuilder<StockLevel> level)
    {
        level.ToTable("stock_levels").HasKey(l => new { l.VariantId, l.LocationId });
        level.Ignore(l => l.Counts);
    }
}
