using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hilo.Orders;

/// <summary>One stored row of the delivery table.</summary>
internal sealed class ShippingRateRow
{
    public required Guid Id { get; init; }

    /// <summary>Null: every channel that sells in the currency.</summary>
    public SalesChannelId? SalesChannelId { get; init; }

    public required Currency Currency { get; init; }

    public required string Area { get; init; }

    public required long UpToGrams { get; init; }

    public required long AmountMinor { get; init; }

    public long? FreeFromMinor { get; init; }

    public required int DaysFrom { get; init; }

    public required int DaysTo { get; init; }

    public ShippingRate? Rate() => PostalArea.TryParse(Area, out var area)
        ? new ShippingRate(area, UpToGrams, new Money(AmountMinor, Currency), DaysFrom, DaysTo, FreeFromMinor is { } free ? new Money(free, Currency) : null)
        : null;
}

internal sealed class ShippingRateMapping : IEntityTypeConfiguration<ShippingRateRow>
{
    public void Configure(EntityTypeBuilder<ShippingRateRow> rate) => rate.ToTable("orders_shipping_rates").HasKey(r => r.Id);
}
