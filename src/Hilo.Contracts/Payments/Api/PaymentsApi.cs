using System.ComponentModel.DataAnnotations;

namespace Hilo;

public sealed record PaymentView(
    PaymentId Id, SaleId SaleId, Tender Tender, PaymentState State, Money Amount, Money Captured, Money Refunded, string? Reference,
    DateTimeOffset? Deadline, IReadOnlyList<PaymentAttemptView> Attempts);

public sealed record PaymentAttemptView(
    PaymentAttemptId Id, PaymentAttemptState State, Money Amount, Money Captured, string Provider, string? ProviderStatus, string? DeclineReason,
    bool HasAmountMismatch, bool IsOrphanMoney, DateTimeOffset CreatedAt);

public sealed record RefundDueView(
    RefundDueId Id, SaleId SaleId, OrderId? OrderId, Money Amount, RefundDueState State, string Reason, DateTimeOffset OpenedAt, IReadOnlyList<RefundView> Refunds)
{
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Why nothing goes back after all, as a person wrote it.</summary>
    public string? Note { get; init; }
}

public sealed record RefundView(RefundId Id, RefundState State, Tender Tender, Money Amount, string? Reason, DateTimeOffset RequestedAt);

/// <summary>Everything about the money of one sale.</summary>
public sealed record SaleMoneyView(SaleId SaleId, Money Captured, Money Expected, Money Refunded, PaymentState State, IReadOnlyList<PaymentView> Payments, IReadOnlyList<RefundDueView> RefundsDue);

/// <summary>A person confirms money that arrived outside: cash, transfer.</summary>
public sealed record RecordPaymentRequest(Tender Tender, Money Amount, [property: StringLength(120)] string? Reference = null);

/// <summary>A person gave the money back by hand: cash, transfer.</summary>
public sealed record SettleRefundRequest(Tender Tender, [property: StringLength(120)] string? Reference = null);

/// <summary>A person decides that nothing goes back after all, and says why.</summary>
public sealed record DropRefundRequest([property: Required, StringLength(200, MinimumLength = 3)] string Reason);

/// <summary>Money that came in another amount than asked, and waits for a person.</summary>
public sealed record AmountMismatchView(PaymentAttemptId AttemptId, SaleId SaleId, string Provider, Money Asked, Money Captured, DateTimeOffset At);

/// <summary>A webhook as it was stored, without its body.</summary>
public sealed record ProviderEventView(
    ProviderEventId Id, string Provider, string Kind, string? Resource, ProviderEventState State, int Tries, string? Error, PaymentAttemptId? AttemptId,
    DateTimeOffset ReceivedAt, DateTimeOffset? SettledAt);

/// <summary>What to do with money that came in another amount than asked.</summary>
public enum MismatchDecision
{
    /// <summary>The money settles the sale as far as it goes.</summary>
    Accept,

    /// <summary>All of it goes back.</summary>
    GiveBack,
}

/// <summary>A person decides about money that came in another amount than asked.</summary>
public sealed record DecideMismatchRequest(MismatchDecision Decision);
