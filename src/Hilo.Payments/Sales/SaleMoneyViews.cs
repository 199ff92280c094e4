using Hilo.Payments.Attempts;
using Hilo.Payments.Refunds;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Payments.Sales;

/// <summary>Shows everything about the money of one sale.</summary>
internal sealed class SaleMoneyViews(PaymentsDb db) : ISaleMoneyViews
{
    public async Task<SaleMoneyView> ShowAsync(SaleId sale, Currency currency, CancellationToken cancel)
    {
        var payments = await db.Payments.AsNoTracking().Where(p => p.SaleId == sale).OrderBy(p => p.Id).ToListAsync(cancel);
        var attempts = (await db.Attempts.AsNoTracking().Where(a => a.SaleId == sale).OrderBy(a => a.Id).ToListAsync(cancel)).ToLookup(a => a.PaymentId);
        var dues = await RefundDueViews.OfAsync(db, db.RefundsDue.Where(d => d.SaleId == sale).OrderBy(d => d.OpenedAt).ThenBy(d => d.Id), cancel);
        var sums = SaleSums.Of(sale, [.. payments.Select(p => new PaymentSums(sale, p.Tender, p.Amount.Currency, p.IsHeld, FactsOf(p, attempts[p.Id])))], []);
        return new SaleMoneyView(
            sale, Counted(sums.Captured), Counted(sums.Expected), Counted(sums.Refunded), sums.State, [.. payments.Select(p => ToView(p, [.. attempts[p.Id]]))], dues);

        // A sale without money is shown in the currency of whoever asks.
        Money Counted(Money sum) => payments.Count == 0 ? Money.Zero(currency) : sum;
    }

    private static MoneyFacts FactsOf(Payment payment, IEnumerable<PaymentAttempt> attempts)
    {
        var last = attempts.LastOrDefault();
        return PaymentStates.Facts(payment, last?.State, last?.Authorized.Minor ?? 0);
    }

    private static PaymentView ToView(Payment payment, IReadOnlyList<PaymentAttempt> attempts) => new(
        payment.Id, payment.SaleId, payment.Tender, PaymentStates.Of(FactsOf(payment, attempts)), payment.Amount, payment.Captured, payment.Refunded,
        payment.Reference, payment.Deadline, [.. attempts.Select(ToView)]);

    private static PaymentAttemptView ToView(PaymentAttempt attempt) => new(
        attempt.Id, attempt.State, attempt.Amount, attempt.Captured, attempt.Provider, attempt.ProviderStatus, attempt.DeclineReason,
        attempt.HasAmountMismatch, attempt.IsOrphanMoney, attempt.CreatedAt);
}
