using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hilo.Inventory;

/// <summary>What a channel may take at a location.</summary>
/// <remarks>The nil id stands for any variant and for any channel. A rule for any channel limits each channel by itself.</remarks>
internal sealed class ChannelRule
{
    public required LocationId LocationId { get; init; }
    public VariantId VariantId { get; init; }
    public SalesChannelId SalesChannelId { get; init; }

    /// <summary>At most so many units promised at once through the channel.</summary>
    public Quantity? Cap { get; init; }

    /// <summary>So many units are never promised for pickup.</summary>
    public Quantity? PickupFloor { get; init; }
}

internal sealed class ChannelRuleMapping : IEntityTypeConfiguration<ChannelRule>
{
    public void Configure(EntityTypeBuilder<ChannelRule> rule) =>
        rule.ToTable("channel_rules").HasKey(r => new { r.LocationId, r.VariantId, r.SalesChannelId });
}
