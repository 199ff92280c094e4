using Hilo.Payments.Gateways;
using Hilo.Payments.Refunds;
using Hilo.Payments.Sales;
using Hilo.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Hilo.Payments.Attempts;

/// <summary>Writes down what a provider answered, under the lock of the sale: of many who bring the same news exactly one moves anything.</summary>
internal sealed class ApplyAnswer(DbSession session, PaymentsDb db, IOptionsMonitor<CardOptions> options, TimeProvider clock)
{
    /// <param name="isOpening">The answer to opening the payment; otherwise to reading it.</param>
    public async Task<PaymentAttempt> ApplyAsync(SaleId sale, PaymentAttemptId id, GatewayAnswer<ProviderPayment> answer, bool isOpening, CancellationToken cancel)
    {
        await session.LockSaleAsync(sale, cancel);
        var attempt = await db.Attempts.SingleAsync(a => a.Id == id, cancel);
        var now = clock.GetUtcNow();
        switch (answer.Outcome)
        {
            case GatewayOutcome.Answered:
                await LearnAsync(attempt, answer.Value!, now, cancel);
                break;
            case GatewayOutcome.Refused when isOpening && attempt.TryMove(AttemptTrigger.Decline, "refused_by_provider"):
                End(attempt, answer.Reason, now);
                break;
            case GatewayOutcome.Silent when isOpening && attempt.TryMove(AttemptTrigger.LoseAnswer):
                db.Tell(attempt.PaymentId, PaymentEventKind.AttemptMoved, attempt.Amount, now, "unknown", attempt.Id);
                db.Publish(new PaymentUnknown(attempt.SaleId, attempt.Id, attempt.Amount));
                break;
            case GatewayOutcome.NotFound when now - attempt.CreatedAt >= TimeSpan.FromSeconds(options.CurrentValue.ConsistencySeconds):
                var wasKnown = attempt.ProviderPaymentId is not null;
                if (attempt.TryMove(wasKnown ? AttemptTrigger.Expire : AttemptTrigger.Decline, wasKnown ? "expired" : "never_reached_provider")) End(attempt, null, now);
                break;
        }
        attempt.CheckAt = CheckTimes.Next(attempt, now);
        await db.SaveChangesAsync(cancel);
        return attempt;
    }

    private async Task LearnAsync(PaymentAttempt attempt, ProviderPayment fact, DateTimeOffset now, CancellationToken cancel)
    {
        switch (attempt.Learn(fact))
        {
            case AttemptNews.Ignored:
                db.Tell(attempt.PaymentId, PaymentEventKind.FactIgnored, attempt.Amount, now, fact.Status, attempt.Id);
                break;
            case AttemptNews.Moved:
                db.Tell(attempt.PaymentId, PaymentEventKind.AttemptMoved, attempt.Amount, now, fact.Status, attempt.Id);
                break;
            case AttemptNews.Ended:
                End(attempt, fact.Status, now);
                break;
            case AttemptNews.Captured:
                await TakeAsync(attempt, fact, now, cancel);
                break;
        }
    }

    private void End(PaymentAttempt attempt, string? providerWord, DateTimeOffset now)
    {
        db.Tell(attempt.PaymentId, PaymentEventKind.AttemptMoved, attempt.Amount, now, $"{Words.Of(attempt.State)} {attempt.DeclineReason} {providerWord}".TrimEnd(), attempt.Id);
        db.Publish(new PaymentDeclined(attempt.SaleId, attempt.Id, attempt.Amount, attempt.DeclineReason ?? Words.Of(attempt.State)));
    }

    private async Task TakeAsync(PaymentAttempt attempt, ProviderPayment fact, DateTimeOffset now, CancellationToken cancel)
    {
        var payments = await db.Payments.Where(p => p.SaleId == attempt.SaleId).OrderBy(p => p.Id).ToListAsync(cancel);
        attempt.IsOrphanMoney = OrphanMoney.Is(attempt.PaymentId, payments);
        var payment = payments.Single(p => p.Id == attempt.PaymentId);
        if (payment.Captured.IsPositive)
        {
            // Another attempt has kept this promise: a payment of its own keeps one captured attempt per payment, and refunds apart.
            payment = new Payment
            {
                Id = IId<PaymentId>.New(),
                SaleId = attempt.SaleId,
                Tender = payment.Tender,
                Amount = attempt.Amount,
                TotalMinor = payment.TotalMinor,
                Captured = Money.Zero(attempt.Amount.Currency),
                CreatedAt = now,
            };
            db.Add(payment);
            attempt.PaymentId = payment.Id;
        }
        payment.Take(attempt.Captured, isHeld: attempt.HasAmountMismatch || attempt.IsOrphanMoney);
        db.Tell(payment.Id, PaymentEventKind.Captured, attempt.Captured, now, fact.Status, attempt.Id);
        if (attempt.HasAmountMismatch)
        {
            db.Tell(payment.Id, PaymentEventKind.AmountMismatch, attempt.Captured, now, $"asked {attempt.Amount}", attempt.Id);
            db.Publish(new PaymentAmountMismatch(attempt.SaleId, attempt.Id, attempt.Amount, attempt.Captured));
        }
        if (attempt.IsOrphanMoney && attempt.Captured.IsPositive)
        {
            db.Tell(payment.Id, PaymentEventKind.OrphanMoney, attempt.Captured, now, attempt: attempt.Id);
            RefundDue.Open(db, new OwedRefund(IId<RefundDueId>.New(), attempt.SaleId, Order: null, attempt.Captured, "orphan_money", []), now);
        }
        if (!payment.IsHeld) db.Publish(new PaymentCaptured(attempt.SaleId, payment.Id, attempt.Id, payment.Tender, attempt.Captured));
    }
}
