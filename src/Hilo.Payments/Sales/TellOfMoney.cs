namespace Hilo.Payments.Sales;

internal static class TellOfMoney
{
    /// <summary>Adds one fact to the history of a payment.</summary>
    public static void Tell(
        this PaymentsDb db, PaymentId payment, PaymentEventKind kind, Money amount, DateTimeOffset now, string? detail = null,
        PaymentAttemptId? attempt = null, RefundId? refund = null) => db.Add(new PaymentEvent
        {
            Id = IId<PaymentEventId>.New(),
            PaymentId = payment,
            AttemptId = attempt,
            RefundId = refund,
            Kind = kind,
            Amount = amount,
            Detail = detail,
            HappenedAt = now,
            Actor = db.Session.Facts.Actor,
        });
}
