using System.Data.Common;
using Hilo.Platform;

namespace Hilo.Inventory;

/// <summary>Column lists and their readers, shared by both dialects.</summary>
internal static class StockColumns
{
    public const string Counters = "s.variant_id, s.location_id, s.on_hand, s.reserved, s.allocated, s.leased, s.unsellable, s.safety, s.movements";

    public const string Level = $"{Counters}, l.is_active";

    public const string Hold = "cart_id, order_line_id, variant_id, location_id, quantity, sales_channel_id, purpose, until";

    public const string Allocation = "order_id, order_line_id, variant_id, location_id, quantity, sales_channel_id, allocated_at";

    public static LockedLevel ReadLevel(DbDataReader row) => new(
        new LevelKey(row.Id<VariantId>(0), row.Id<LocationId>(1)),
        new StockCounts(row.Quantity(2), row.Quantity(3), row.Quantity(4), row.Quantity(5), row.Quantity(6)),
        row.Quantity(7), row.GetInt64(8), row.GetBoolean(9), row.GetBoolean(10));

    public static Hold ReadHold(DbDataReader row) => new()
    {
        CartId = row.Id<CartId>(0),
        OrderLineId = row.Id<OrderLineId>(1),
        VariantId = row.Id<VariantId>(2),
        LocationId = row.Id<LocationId>(3),
        Quantity = row.Quantity(4),
        SalesChannelId = row.Id<SalesChannelId>(5),
        Purpose = row.Word<ClaimPurpose>(6),
        Until = row.Instant(7),
    };

    public static Allocation ReadAllocation(DbDataReader row) => new()
    {
        OrderId = row.Id<OrderId>(0),
        OrderLineId = row.Id<OrderLineId>(1),
        VariantId = row.Id<VariantId>(2),
        LocationId = row.Id<LocationId>(3),
        Quantity = row.Quantity(4),
        SalesChannelId = row.Id<SalesChannelId>(5),
        AllocatedAt = row.Instant(6),
    };

    public static ChannelRule ReadRule(DbDataReader row) => new()
    {
        LocationId = row.Id<LocationId>(0),
        VariantId = row.Id<VariantId>(1),
        SalesChannelId = row.Id<SalesChannelId>(2),
        Cap = row.Number(3) is { } cap ? new Quantity(cap) : null,
        PickupFloor = row.Number(4) is { } floor ? new Quantity(floor) : null,
    };

    public static (LevelKey Level, SalesChannelId Channel, Quantity Quantity) ReadPromised(DbDataReader row) =>
        (new LevelKey(row.Id<VariantId>(0), row.Id<LocationId>(1)), row.Id<SalesChannelId>(2), row.Quantity(3));
}
