using Hilo.Payments.Sales;

namespace Hilo.Payments.Refunds;

/// <summary>Where money that is owed comes from. Card money goes back to the same card by itself; the rest waits for a person.</summary>
internal static class RefundPlan
{
    /// <summary>Owed and neither given back nor on its way.</summary>
    public static Money Open(RefundDue due, IEnumerable<Refund> refunds) =>
        refunds.Where(r => r.State != RefundState.Failed).Aggregate(due.Amount, (left, r) => left - r.Amount);

    /// <summary>Parts that can go back to cards now.</summary>
    public static List<(Payment Payment, Money Amount)> ToCards(RefundDue due, IReadOnlyList<Refund> refunds, IEnumerable<Payment> payments)
    {
        var failed = FailedOn(refunds);
        // A card that refused is not asked again by itself: a person finds another way.
        return Spread(Open(due, refunds), payments.Where(p => p.Tender == Tender.CardOnline && !failed.Contains(p.Id)).OrderByDescending(p => p.IsHeld == IsForHeldMoney(due)));
    }

    /// <summary>Parts that a person gives back by hand; null when the sale has less left than is owed.</summary>
    public static List<(Payment Payment, Money Amount)>? ByHand(RefundDue due, IReadOnlyList<Refund> refunds, IEnumerable<Payment> payments, Tender tender)
    {
        var (open, failed) = (Open(due, refunds), FailedOn(refunds));
        var parts = Spread(open, payments.Where(p => p.Tender != Tender.CardOnline || failed.Contains(p.Id)).OrderByDescending(p => p.Tender == tender).ThenBy(p => p.Tender == Tender.CardOnline));
        return parts.Sum(p => p.Amount.Minor) == open.Minor ? parts : null;
    }

    private static HashSet<PaymentId> FailedOn(IEnumerable<Refund> refunds) => [.. refunds.Where(r => r.State == RefundState.Failed).Select(r => r.PaymentId)];

    private static bool IsForHeldMoney(RefundDue due) => due.Reason is "orphan_money" or "amount_mismatch";

    private static List<(Payment Payment, Money Amount)> Spread(Money owed, IEnumerable<Payment> payments)
    {
        var parts = new List<(Payment, Money)>();
        foreach (var payment in payments.Where(p => p.Captured.Currency == owed.Currency))
        {
            var part = owed < payment.Refundable ? owed : payment.Refundable;
            if (!part.IsPositive) continue;
            parts.Add((payment, part));
            owed -= part;
        }
        return parts;
    }
}
