using Hilo.Payments.Sales;
using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Payments.Attempts;

/// <summary>Decides, under the lock of the sale, how a wish to pay by card goes on, and stores a new attempt with its key before anything is called.</summary>
internal sealed class OpenAttempt(DbSession session, PaymentsDb db, TimeProvider clock)
{
    public async Task<Result<OpenPlan>> PlanAsync(OpenCardPayment wish, string provider, CancellationToken cancel)
    {
        await session.LockSaleAsync(wish.Sale, cancel);
        var payments = await db.Payments.Where(p => p.SaleId == wish.Sale).ToListAsync(cancel);
        var attempts = await db.Attempts.Where(a => a.SaleId == wish.Sale).OrderBy(a => a.Id).ToListAsync(cancel);
        if (payments.Exists(p => p.IsHeld && p.Refundable.IsPositive)) return PaymentProblems.HeldMoney;
        if (payments.Exists(p => p.Amount.Currency != wish.Amount.Currency)) return PaymentProblems.OtherCurrency;
        var here = payments.Where(p => !p.IsHeld).Sum(p => p.Captured.Minor)
            + attempts.Where(a => a.State == PaymentAttemptState.Authorized).Sum(a => a.Authorized.Minor);
        var missing = wish.Amount with { Minor = wish.Amount.Minor - here };
        var (move, attempt) = OpenDecision.Of(missing, attempts);
        if (move == OpenMove.Covered) return PaymentProblems.AlreadyPaid;
        if (move != OpenMove.OpenNew) return new OpenPlan(move, attempt!);
        return new OpenPlan(move, await StoreAsync(wish, missing, provider, payments, attempts, cancel));
    }

    private async Task<PaymentAttempt> StoreAsync(
        OpenCardPayment wish, Money missing, string provider, List<Payment> payments, List<PaymentAttempt> attempts, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        // A retry after a decline is another attempt of the same payment.
        var payment = payments.Find(p => p.Tender == Tender.CardOnline && p.Amount == missing && p.TotalMinor == wish.Amount.Minor && p.Captured.IsZero && attempts.Exists(a => a.PaymentId == p.Id));
        if (payment is null)
        {
            payment = new Payment
            {
                Id = IId<PaymentId>.New(),
                SaleId = wish.Sale,
                Tender = Tender.CardOnline,
                Amount = missing,
                TotalMinor = wish.Amount.Minor,
                Captured = Money.Zero(missing.Currency),
                CreatedAt = now,
            };
            db.Add(payment);
        }
        var id = IId<PaymentAttemptId>.New();
        var attempt = new PaymentAttempt
        {
            Id = id,
            PaymentId = payment.Id,
            SaleId = wish.Sale,
            Provider = provider,
            Amount = missing,
            Authorized = Money.Zero(missing.Currency),
            Captured = Money.Zero(missing.Currency),
            IdempotencyKey = id.ToString(),
            Description = wish.Description,
            ReturnUrl = wish.ReturnUrl.Replace("{attempt}", id.ToString(), StringComparison.Ordinal),
            CreatedAt = now,
        };
        // From this commit on the call may have left, whatever happens to this process.
        attempt.TryMove(AttemptTrigger.Send);
        attempt.CheckAt = CheckTimes.Next(attempt, now);
        db.Add(attempt);
        db.Tell(payment.Id, PaymentEventKind.AttemptSent, missing, now, attempt: id);
        await db.SaveChangesAsync(cancel);
        return attempt;
    }
}

internal sealed record OpenPlan(OpenMove Move, PaymentAttempt Attempt);
