using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hilo.Inventory;

/// <summary>Where allocated units come from. Incoming stock will be the second.</summary>
internal enum AllocationSource
{
    OnHand,
}

/// <summary>Which line of an order holds units, and where.</summary>
internal readonly record struct AllocationKey(OrderId Order, OrderLineId Line, VariantId Variant, LocationId Location)
{
    public LevelKey Level => new(Variant, Location);
}

/// <summary>Units that an order holds firmly until they leave the house or the order is canceled.</summary>
internal sealed class Allocation
{
    public required OrderId OrderId { get; init; }
    public required OrderLineId OrderLineId { get; init; }
    public required VariantId VariantId { get; init; }
    public required LocationId LocationId { get; init; }
    public AllocationSource Source { get; init; }
    public required Quantity Quantity { get; init; }
    public required SalesChannelId SalesChannelId { get; init; }
    public required DateTimeOffset AllocatedAt { get; init; }

    public AllocationKey Key => new(OrderId, OrderLineId, VariantId, LocationId);
}

internal sealed class AllocationMapping : IEntityTypeConfiguration<Allocation>
{
    public void Configure(EntityTypeBuilder<Allocation> allocation)
    {
        allocation.ToTable("allocations").HasKey(a => new { a.OrderId, a.OrderLineId, a.VariantId, a.LocationId, a.Source });
        allocation.Ignore(a => a.Key);
    }
}
