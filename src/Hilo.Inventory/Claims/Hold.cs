using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hilo.Inventory;

/// <summary>Which line of a cart holds units, and where.</summary>
internal readonly record struct HoldKey(CartId Cart, OrderLineId Line, VariantId Variant, LocationId Location)
{
    public LevelKey Level => new(Variant, Location);
}

/// <summary>A reservation: units that a cart holds for a while.</summary>
internal sealed class Hold
{
    public required CartId CartId { get; init; }
    public required OrderLineId OrderLineId { get; init; }
    public required VariantId VariantId { get; init; }
    public required LocationId LocationId { get; init; }
    public required Quantity Quantity { get; init; }
    public required SalesChannelId SalesChannelId { get; init; }
    public required ClaimPurpose Purpose { get; init; }
    public required DateTimeOffset Until { get; init; }

    public HoldKey Key => new(CartId, OrderLineId, VariantId, LocationId);
}

internal sealed class HoldMapping : IEntityTypeConfiguration<Hold>
{
    public void Configure(EntityTypeBuilder<Hold> hold)
    {
        hold.ToTable("reservations").HasKey(h => new { h.CartId, h.OrderLineId, h.VariantId, h.LocationId });
        hold.Ignore(h => h.Key);
    }
}
