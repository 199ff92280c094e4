namespace Hilo.Payments.Sales;

/// <summary>What is known about the money of a payment or a sale, in sums.</summary>
internal readonly record struct MoneyFacts(long Captured, long Authorized, long Expected, long Refunded, bool IsTrying, bool HasFailed, bool IsCanceled);

/// <summary>The derived state (specs: payments/domain-model 2): what is here counts first, then what may come, then what failed.</summary>
internal static class PaymentStates
{
    public static PaymentState Of(MoneyFacts facts)
    {
        if (facts.Captured > 0)
        {
            if (facts.Refunded >= facts.Captured) return PaymentState.Refunded;
            if (facts.Refunded > 0) return PaymentState.PartiallyRefunded;
            return facts.Expected > 0 || facts.Authorized > 0 || facts.IsTrying ? PaymentState.PartiallyCaptured : PaymentState.Captured;
        }
        if (facts.Authorized > 0) return PaymentState.Authorized;
        if (facts.Expected > 0 || facts.IsTrying) return PaymentState.Pending;
        if (facts.HasFailed) return PaymentState.Failed;
        return facts.IsCanceled ? PaymentState.Canceled : PaymentState.Unpaid;
    }

    /// <param name="last">State of the newest attempt of a payment; null without attempts.</param>
    /// <param name="authorized">What that attempt holds at the provider.</param>
    public static MoneyFacts Facts(Payment payment, PaymentAttemptState? last, long authorized) =>
        Facts(payment.Captured.Minor, payment.Expected.Minor, payment.RefundedMinor, payment.CanceledAt is not null, last, authorized);

    public static MoneyFacts Facts(long captured, long expected, long refunded, bool isCanceled, PaymentAttemptState? last, long authorized) => new(
        captured,
        last == PaymentAttemptState.Authorized ? authorized : 0,
        expected,
        refunded,
        last is PaymentAttemptState.Created or PaymentAttemptState.Sent or PaymentAttemptState.Unknown or PaymentAttemptState.PendingPayer or PaymentAttemptState.InReview,
        last is PaymentAttemptState.Declined or PaymentAttemptState.Expired,
        isCanceled || last is PaymentAttemptState.Canceled or PaymentAttemptState.Voided);

    public static MoneyFacts Add(MoneyFacts a, MoneyFacts b) => new(
        a.Captured + b.Captured, a.Authorized + b.Authorized, a.Expected + b.Expected, a.Refunded + b.Refunded,
        a.IsTrying || b.IsTrying, a.HasFailed || b.HasFailed, a.IsCanceled || b.IsCanceled);
}
