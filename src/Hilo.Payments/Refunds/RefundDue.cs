using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hilo.Payments.Refunds;

internal enum RefundDueTrigger { Settle, Drop }

/// <summary>Money owed back: the decision. Giving it back is one or more <see cref="Refund"/>s.</summary>
internal sealed class RefundDue
{
    internal static readonly Transitions<RefundDueState, RefundDueTrigger> Life = new(start: RefundDueState.Open)
    {
        [RefundDueState.Open, RefundDueTrigger.Settle] = RefundDueState.Settled,
        [RefundDueState.Open, RefundDueTrigger.Drop] = RefundDueState.Dropped,
    };

    public required RefundDueId Id { get; init; }
    public required SaleId SaleId { get; init; }
    public OrderId? OrderId { get; init; }
    public required Money Amount { get; init; }
    public required string Reason { get; init; }
    public RefundDueState State { get; private set; }
    public required DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>What a person wrote when it was dropped: for staff, never into the log.</summary>
    public string? Note { get; private set; }

    /// <summary>When to look for card money to give back; null when a person has to act, or nothing is left to do.</summary>
    public DateTimeOffset? CheckAt { get; set; }

    public int Version { get; private set; } = 1;

    /// <summary>Writes the decision and tells of it.</summary>
    public static RefundDue Open(PaymentsDb db, OwedRefund owed, DateTimeOffset now)
    {
        var due = new RefundDue { Id = owed.Id, SaleId = owed.Sale, OrderId = owed.Order, Amount = owed.Amount, Reason = owed.Reason, OpenedAt = now, CheckAt = now };
        db.Add(due);
        db.AddRange(owed.Lines.Select((line, index) => new RefundDueLine
        {
            RefundDueId = owed.Id,
            Number = index + 1,
            OrderLineId = line.OrderLine,
            Quantity = line.Quantity,
            Amount = line.Amount,
        }));
        db.Publish(new RefundOwed(owed.Sale, owed.Id, owed.Order, owed.Amount, owed.Reason));
        return due;
    }

    public bool TryClose(RefundDueTrigger trigger, DateTimeOffset now, string? note = null)
    {
        if (!Life.Allows(State, trigger, out var next)) return false;
        (State, ClosedAt, CheckAt, Version, Note) = (next, now, null, Version + 1, note);
        return true;
    }
}

/// <summary>Which line of the order a part of the money belongs to, for the fiscal note.</summary>
internal sealed class RefundDueLine
{
    public required RefundDueId RefundDueId { get; init; }
    public required int Number { get; init; }
    public OrderLineId? OrderLineId { get; init; }
    public required Quantity Quantity { get; init; }
    public required Money Amount { get; init; }
}

internal sealed class RefundDueMapping : IEntityTypeConfiguration<RefundDue>, IEntityTypeConfiguration<RefundDueLine>
{
    public void Configure(EntityTypeBuilder<RefundDue> builder) => builder.ToTable("payments_refunds_due").Property(d => d.Version).IsConcurrencyToken();

    public void Configure(EntityTypeBuilder<RefundDueLine> builder)
    {
        builder.ToTable("payments_refund_due_lines").HasKey(l => new { l.RefundDueId, l.Number });
        builder.HasOne<RefundDue>().WithMany().HasForeignKey(l => l.RefundDueId);
    }
}
