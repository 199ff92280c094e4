using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hilo.Payments.Refunds;

internal enum RefundTrigger { Send, Wait, Succeed, Fail, LoseAnswer }

/// <summary>Money given back against one payment. It counts as returned only when it has succeeded.</summary>
internal sealed class Refund
{
    internal static readonly Transitions<RefundState, RefundTrigger> Life = new(start: RefundState.Requested)
    {
        [RefundState.Requested, RefundTrigger.Send] = RefundState.Sent,
        // A person gave it back by hand: nothing is sent.
        [RefundState.Requested, RefundTrigger.Succeed] = RefundState.Succeeded,
        [RefundState.Sent, RefundTrigger.Wait] = RefundState.Pending,
        [RefundState.Sent, RefundTrigger.Succeed] = RefundState.Succeeded,
        [RefundState.Sent, RefundTrigger.Fail] = RefundState.Failed,
        [RefundState.Sent, RefundTrigger.LoseAnswer] = RefundState.Unknown,
        [RefundState.Unknown, RefundTrigger.Wait] = RefundState.Pending,
        [RefundState.Unknown, RefundTrigger.Succeed] = RefundState.Succeeded,
        [RefundState.Unknown, RefundTrigger.Fail] = RefundState.Failed,
        [RefundState.Pending, RefundTrigger.Succeed] = RefundState.Succeeded,
        [RefundState.Pending, RefundTrigger.Fail] = RefundState.Failed,
    };

    public required RefundId Id { get; init; }
    public required RefundDueId RefundDueId { get; init; }
    public required PaymentId PaymentId { get; init; }

    /// <summary>The captured attempt whose card gets the money; absent when a person gives it back.</summary>
    public PaymentAttemptId? AttemptId { get; init; }

    public required SaleId SaleId { get; init; }
    public required Tender Tender { get; init; }
    public RefundState State { get; private set; }
    public required Money Amount { get; init; }
    public required string IdempotencyKey { get; init; }
    public string? ProviderRefundId { get; set; }
    public string? Reference { get; init; }
    public string? Reason { get; private set; }
    public required DateTimeOffset RequestedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; private set; }
    public int Tries { get; private set; }

    /// <summary>When to send or ask again.</summary>
    public DateTimeOffset? CheckAt { get; private set; }

    public int Version { get; private set; } = 1;

    public static Refund Request(RefundDue due, Sales.Payment payment, Money amount, Tender tender, PaymentAttemptId? attempt, string? reference, DateTimeOffset now)
    {
        var id = IId<RefundId>.New();
        return new Refund
        {
            Id = id,
            RefundDueId = due.Id,
            PaymentId = payment.Id,
            AttemptId = attempt,
            SaleId = due.SaleId,
            Tender = tender,
            Amount = amount,
            IdempotencyKey = id.ToString(),
            Reference = reference,
            RequestedAt = now,
            CheckAt = attempt is null ? null : now,
        };
    }

    public bool TryMove(RefundTrigger trigger, string? reason, DateTimeOffset now)
    {
        if (!Life.Allows(State, trigger, out var next)) return false;
        (State, Reason, Version) = (next, reason ?? Reason, Version + 1);
        if (next is RefundState.Succeeded or RefundState.Failed) (FinishedAt, CheckAt) = (now, null);
        return true;
    }

    /// <summary>The next look, further away each time.</summary>
    public void LookAgain(DateTimeOffset now)
    {
        (Tries, Version) = (Tries + 1, Version + 1);
        CheckAt = now + TimeSpan.FromSeconds(Math.Min(3600, 5 << Math.Min(Tries, 10)));
    }
}

internal sealed class RefundMapping : IEntityTypeConfiguration<Refund>
{
    public void Configure(EntityTypeBuilder<Refund> refund)
    {
        refund.ToTable("payments_refunds").Property(r => r.Version).IsConcurrencyToken();
        refund.HasOne<RefundDue>().WithMany().HasForeignKey(r => r.RefundDueId);
        refund.HasOne<Sales.Payment>().WithMany().HasForeignKey(r => r.PaymentId);
    }
}
