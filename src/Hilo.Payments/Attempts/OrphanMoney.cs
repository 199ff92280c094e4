using Hilo.Payments.Sales;

namespace Hilo.Payments.Attempts;

/// <summary>Money that arrived when other money had already covered the sale (rule 5): it goes back.</summary>
internal static class OrphanMoney
{
    /// <param name="arrivedFor">The payment whose attempt was just captured.</param>
    /// <param name="payments">All payments of the sale, oldest first, before this money is booked.</param>
    public static bool Is(PaymentId arrivedFor, IReadOnlyList<Payment> payments)
    {
        // What the sale cost when it was last asked for; a cart may have changed between two tries.
        var total = payments.Last(p => p.Id == arrivedFor || p.Tender == Tender.CardOnline).TotalMinor;
        var here = payments.Where(p => !p.IsHeld).Sum(p => p.Captured.Minor - p.RefundingMinor);
        return here >= total;
    }
}
