using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hilo.Payments.Sales;

/// <summary>What can happen to money. <see cref="Captured"/> and <see cref="RefundSucceeded"/> alone move amounts; the others tell.</summary>
internal enum PaymentEventKind
{
    Captured, AttemptSent, AttemptMoved, FactIgnored, AmountMismatch, OrphanMoney, MismatchAccepted,
    RefundRequested, RefundSent, RefundPending, RefundUnknown, RefundFailed, RefundSucceeded,
}

internal readonly record struct PaymentEventId(Guid Value) : IId<PaymentEventId>
{
    public static PaymentEventId From(Guid value) => new(value);
}

/// <summary>One fact about one payment, append-only: disputes are answered by reading.</summary>
internal sealed class PaymentEvent
{
    public required PaymentEventId Id { get; init; }
    public required PaymentId PaymentId { get; init; }
    public PaymentAttemptId? AttemptId { get; init; }
    public RefundId? RefundId { get; init; }
    public required PaymentEventKind Kind { get; init; }
    public required Money Amount { get; init; }

    /// <summary>Our state and the provider's own words; never personal data.</summary>
    public string? Detail { get; init; }

    public required DateTimeOffset HappenedAt { get; init; }
    public required string Actor { get; init; }
}

internal sealed class PaymentEventMapping : IEntityTypeConfiguration<PaymentEvent>
{
    public void Configure(EntityTypeBuilder<PaymentEvent> row)
    {
        row.ToTable("payments_payment_events");
        row.HasOne<Payment>().WithMany().HasForeignKey(e => e.PaymentId);
    }
}
