namespace Hilo;

/// <summary>Events of one sale keep their order: the sale is the subject.</summary>
[EventName("payments.payment_captured")]
public sealed record PaymentCaptured(SaleId Sale, PaymentId PaymentId, PaymentAttemptId? AttemptId, Tender Tender, Money Amount) : IEvent
{
    public Guid Subject => Sale.Value;
}

[EventName("payments.payment_expected")]
public sealed record PaymentExpected(SaleId Sale, PaymentId PaymentId, Tender Tender, Money Amount, DateTimeOffset Deadline) : IEvent
{
    public Guid Subject => Sale.Value;
}

[EventName("payments.payment_declined")]
public sealed record PaymentDeclined(SaleId Sale, PaymentAttemptId AttemptId, Money Amount, string Reason) : IEvent
{
    public Guid Subject => Sale.Value;
}

/// <summary>The provider's answer was lost; asking again settles it.</summary>
[EventName("payments.payment_unknown")]
public sealed record PaymentUnknown(SaleId Sale, PaymentAttemptId AttemptId, Money Amount) : IEvent
{
    public Guid Subject => Sale.Value;
}

/// <summary>The provider took another amount than asked: the sale is not released, a person decides.</summary>
[EventName("payments.amount_mismatch")]
public sealed record PaymentAmountMismatch(SaleId Sale, PaymentAttemptId AttemptId, Money Asked, Money Taken) : IEvent
{
    public Guid Subject => Sale.Value;
}

[EventName("payments.refund_owed")]
public sealed record RefundOwed(SaleId Sale, RefundDueId RefundDueId, OrderId? OrderId, Money Amount, string Reason) : IEvent
{
    public Guid Subject => Sale.Value;
}

/// <summary>A person decided that nothing goes back after all.</summary>
[EventName("payments.refund_dropped")]
public sealed record RefundDropped(SaleId Sale, RefundDueId RefundDueId, OrderId? OrderId, Money Amount) : IEvent
{
    public Guid Subject => Sale.Value;
}

[EventName("payments.refund_succeeded")]
public sealed record RefundSucceeded(SaleId Sale, RefundId RefundId, RefundDueId RefundDueId, OrderId? OrderId, Money Amount) : IEvent
{
    public Guid Subject => Sale.Value;
}

[EventName("payments.refund_failed")]
public sealed record RefundFailed(SaleId Sale, RefundId RefundId, RefundDueId RefundDueId, OrderId? OrderId, Money Amount, string Reason) : IEvent
{
    public Guid Subject => Sale.Value;
}
