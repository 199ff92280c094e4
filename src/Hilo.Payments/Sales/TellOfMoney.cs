namespace Hilo.Payments.Sales;

internal static class TellOfMoney
{
    /// <summary>Adds one fact to the history of a payment.</summary>
    public static void Tell(
        this PaymentsDb db, PaymentId payment, PaymentEventKind kind, Money amount, DateTimeOffset now, string? detail = null,
        PaymentAttemptId? attempt = null, RefundId? refund = null) => db.Add(Fact(db.Session.Facts.Actor, payment, kind, amount, now, detail, attempt, refund));

    public static PaymentEvent Fact(
        string actor, PaymentId payment, PaymentEventKind kind, Money amount, DateTimeOffset now, string? detail = null, PaymentAttemptId? attempt = null, RefundId? refund = null) => new()
        {
            Id = IId<PaymentEventId>.New(),
            PaymentId = payment,
            AttemptId = attempt,
            RefundId = refund,
            Kind = kind,
            Amount = amount,
            Detail = detail,
            HappenedAt = now,
            Actor = actor,
        };
}
