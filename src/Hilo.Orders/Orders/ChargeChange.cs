using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hilo.Orders;

/// <summary>One line of a change of what an order costs, after it was sold. Append-only.</summary>
internal sealed class ChargeChange
{
    public required Guid Id { get; init; }

    public required OrderId OrderId { get; init; }

    /// <summary>Null: its delivery.</summary>
    public OrderLineId? OrderLineId { get; init; }

    /// <summary>Lines that were changed together share it.</summary>
    public required Guid ChangeId { get; init; }

    /// <summary>Below zero: given back.</summary>
    public required long AmountMinor { get; init; }

    public required string Reason { get; init; }

    public string? Note { get; init; }

    public StaffId? StaffId { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }
}

internal sealed class ChargeChangeMapping : IEntityTypeConfiguration<ChargeChange>
{
    public void Configure(EntityTypeBuilder<ChargeChange> change) => change.ToTable("orders_charge_changes");
}
