using Hilo.Payments.Gateways;
using Hilo.Payments.Sales;
using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Payments.Refunds;

/// <summary>Writes refunds down, under the lock of their sale: the sum of what goes back never exceeds what was taken.</summary>
internal sealed class RefundBook(DbSession session, PaymentsDb db, TimeProvider clock)
{
    private static readonly TimeSpan WaitForOpenAttempts = TimeSpan.FromMinutes(5);

    /// <summary>Sets card money aside for what is owed.</summary>
    public async Task PlanAsync(RefundDueId id, CancellationToken cancel)
    {
        if (await LockAsync(id, cancel) is not { } due || due.State != RefundDueState.Open) return;
        var now = clock.GetUtcNow();
        var (payments, refunds) = await OfAsync(due, cancel);
        var attempts = await db.Attempts.Where(a => a.SaleId == due.SaleId).ToListAsync(cancel);
        foreach (var (payment, amount) in RefundPlan.ToCards(due, refunds, payments))
        {
            var captured = attempts.Single(a => a.PaymentId == payment.Id && a.State == PaymentAttemptState.Captured);
            payment.TryClaimRefund(amount);
            var refund = Refund.Request(due, payment, amount, payment.Tender, captured.Id, reference: null, now);
            db.Add(refund);
            refunds.Add(refund);
            db.Tell(payment.Id, PaymentEventKind.RefundRequested, amount, now, attempt: captured.Id, refund: refund.Id);
        }
        // Money may still arrive from an attempt that is open; otherwise the rest waits for a person.
        due.CheckAt = RefundPlan.Open(due, refunds).IsPositive && attempts.Exists(a => !a.IsFinal) ? now + WaitForOpenAttempts : null;
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Written before the call; null when there is nothing to send.</summary>
    public async Task<RefundCall?> SendAsync(SaleId sale, RefundId id, CancellationToken cancel)
    {
        await session.LockSaleAsync(sale, cancel);
        var refund = await db.Refunds.SingleAsync(r => r.Id == id, cancel);
        if (refund.CheckAt is null || refund.AttemptId is not { } attemptId) return null;
        var now = clock.GetUtcNow();
        if (refund.TryMove(RefundTrigger.Send, null, now)) db.Tell(refund.PaymentId, PaymentEventKind.RefundSent, refund.Amount, now, attempt: attemptId, refund: refund.Id);
        refund.LookAgain(now);
        var attempt = await db.Attempts.AsNoTracking().SingleAsync(a => a.Id == attemptId, cancel);
        await db.SaveChangesAsync(cancel);
        return new RefundCall(attempt.Provider, attempt.ProviderPaymentId!, refund.Amount, refund.IdempotencyKey);
    }

    public async Task ApplyAsync(SaleId sale, RefundId id, GatewayAnswer<ProviderRefund> answer, CancellationToken cancel)
    {
        await session.LockSaleAsync(sale, cancel);
        var refund = await db.Refunds.SingleAsync(r => r.Id == id, cancel);
        var due = await db.RefundsDue.SingleAsync(d => d.Id == refund.RefundDueId, cancel);
        var payment = await db.Payments.SingleAsync(p => p.Id == refund.PaymentId, cancel);
        refund.ProviderRefundId = answer.Value?.Id ?? refund.ProviderRefundId;
        switch (answer.Outcome)
        {
            case GatewayOutcome.Answered when answer.Value!.IsDone:
                await SucceedAsync(due, refund, payment, cancel);
                break;
            case GatewayOutcome.Answered:
                Move(refund, RefundTrigger.Wait, PaymentEventKind.RefundPending);
                break;
            case GatewayOutcome.Silent:
                Move(refund, RefundTrigger.LoseAnswer, PaymentEventKind.RefundUnknown);
                break;
            default:
                Fail(due, refund, payment, answer.Reason ?? "not_found");
                break;
        }
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>A person gave it back.</summary>
    public async Task<Problem?> SettleByHandAsync(RefundDueId id, SettleRefundRequest request, CancellationToken cancel)
    {
        if (request.Tender is not (Tender.Cash or Tender.BankTransfer)) return PaymentProblems.RefundTender;
        if (await LockAsync(id, cancel) is not { } due) return EdgeProblems.NotFound;
        if (due.State != RefundDueState.Open) return PaymentProblems.RefundClosed;
        var (payments, refunds) = await OfAsync(due, cancel);
        if (!RefundPlan.Open(due, refunds).IsPositive || RefundPlan.ToCards(due, refunds, payments).Count > 0) return PaymentProblems.RefundOnItsWay;
        if (RefundPlan.ByHand(due, refunds, payments, request.Tender) is not { } parts) return PaymentProblems.RefundAboveCaptured;
        var now = clock.GetUtcNow();
        foreach (var (payment, amount) in parts)
        {
            payment.TryClaimRefund(amount);
            var refund = Refund.Request(due, payment, amount, request.Tender, attempt: null, request.Reference, now);
            db.Add(refund);
            await SucceedAsync(due, refund, payment, cancel);
        }
        await db.SaveChangesAsync(cancel);
        return null;
    }

    /// <summary>A person decides that nothing goes back after all. What is on its way stays on its way.</summary>
    public async Task<Problem?> DropAsync(RefundDueId id, string reason, CancellationToken cancel)
    {
        if (await LockAsync(id, cancel) is not { } due) return EdgeProblems.NotFound;
        var (_, refunds) = await OfAsync(due, cancel);
        if (refunds.Exists(r => r.State is not (RefundState.Failed or RefundState.Succeeded))) return PaymentProblems.RefundOnItsWay;
        if (!due.TryClose(RefundDueTrigger.Drop, clock.GetUtcNow(), reason.Trim())) return PaymentProblems.RefundClosed;
        db.Publish(new RefundDropped(due.SaleId, due.Id, due.OrderId, due.Amount));
        await db.SaveChangesAsync(cancel);
        return null;
    }

    private async Task SucceedAsync(RefundDue due, Refund refund, Payment payment, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (!refund.TryMove(RefundTrigger.Succeed, null, now)) return;
        payment.RefundDone(refund.Amount);
        db.Tell(payment.Id, PaymentEventKind.RefundSucceeded, refund.Amount, now, refund.Reference, refund.AttemptId, refund.Id);
        db.Publish(new RefundSucceeded(refund.SaleId, refund.Id, due.Id, due.OrderId, refund.Amount));
        await db.SaveChangesAsync(cancel);
        var done = await db.Refunds.Where(r => r.RefundDueId == due.Id && r.State == RefundState.Succeeded).Select(r => r.Amount.Minor).ToListAsync(cancel);
        if (done.Sum() >= due.Amount.Minor) due.TryClose(RefundDueTrigger.Settle, now);
    }

    private void Fail(RefundDue due, Refund refund, Payment payment, string reason)
    {
        var now = clock.GetUtcNow();
        if (!refund.TryMove(RefundTrigger.Fail, reason, now)) return;
        payment.RefundFailed(refund.Amount);
        db.Tell(payment.Id, PaymentEventKind.RefundFailed, refund.Amount, now, reason, refund.AttemptId, refund.Id);
        db.Publish(new RefundFailed(refund.SaleId, refund.Id, due.Id, due.OrderId, refund.Amount, reason));
    }

    private void Move(Refund refund, RefundTrigger trigger, PaymentEventKind told)
    {
        var now = clock.GetUtcNow();
        if (refund.TryMove(trigger, null, now)) db.Tell(refund.PaymentId, told, refund.Amount, now, attempt: refund.AttemptId, refund: refund.Id);
    }

    private async Task<RefundDue?> LockAsync(RefundDueId id, CancellationToken cancel)
    {
        // The sale is known only after a first look; the row is read again under its lock.
        var sale = await db.RefundsDue.AsNoTracking().Where(d => d.Id == id).Select(d => (SaleId?)d.SaleId).SingleOrDefaultAsync(cancel);
        if (sale is null) return null;
        await session.LockSaleAsync(sale.Value, cancel);
        return await db.RefundsDue.SingleAsync(d => d.Id == id, cancel);
    }

    private async Task<(List<Payment> Payments, List<Refund> Refunds)> OfAsync(RefundDue due, CancellationToken cancel) => (
        await db.Payments.Where(p => p.SaleId == due.SaleId).OrderBy(p => p.Id).ToListAsync(cancel),
        await db.Refunds.Where(r => r.RefundDueId == due.Id).OrderBy(r => r.Id).ToListAsync(cancel));
}

internal sealed record RefundCall(string Provider, string ProviderPaymentId, Money Amount, string Key);
