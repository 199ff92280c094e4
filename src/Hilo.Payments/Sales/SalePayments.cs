using Hilo.Payments.Refunds;
using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Payments.Sales;

/// <summary>The money of many sales at once, inside the caller's transaction.</summary>
internal sealed class SalePayments(DbSession session, PaymentsDb db, TimeProvider clock) : ISalePayments
{
    public async Task ExpectAsync(IReadOnlyList<ExpectedPayment> payments, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await session.InsertAsync([.. payments.Select(p => new Payment
        {
            Id = p.Id,
            SaleId = p.Sale,
            Tender = p.Tender,
            Amount = p.Amount,
            TotalMinor = p.Amount.Minor,
            Captured = Money.Zero(p.Amount.Currency),
            Deadline = p.Deadline,
            CreatedAt = now,
        })], cancel);
        foreach (var p in payments) session.Publish(new PaymentExpected(p.Sale, p.Id, p.Tender, p.Amount, p.Deadline));
    }

    public async Task RecordAsync(IReadOnlyList<ReceivedPayment> payments, CancellationToken cancel)
    {
        if (payments.Count == 0) return;
        var promises = await session.LockPromisesAsync([.. payments.Select(p => p.Sale)], cancel);
        var plan = ReceivedMoney.Plan(payments, promises);
        await session.TakeAsync([.. plan.Kept.Select(part => (part.Payment, part.Amount))], cancel);
        await session.InsertAsync([.. plan.Own.Select(part => new Payment
        {
            Id = part.Payment,
            SaleId = part.From.Sale,
            Tender = part.From.Tender,
            Amount = part.Amount,
            TotalMinor = part.Amount.Minor,
            Captured = part.Amount,
            Reference = part.From.Reference,
            CreatedAt = part.From.At,
        })], cancel);
        TakenPart[] taken = [.. plan.Kept, .. plan.Own];
        await session.InsertAsync([.. taken.Select(part => new PaymentEvent
        {
            Id = IId<PaymentEventId>.New(),
            PaymentId = part.Payment,
            Kind = PaymentEventKind.Captured,
            Amount = part.Amount,
            Detail = part.From.Reference,
            HappenedAt = part.From.At,
            Actor = session.Facts.Actor,
        })], cancel);
        foreach (var part in taken) session.Publish(new PaymentCaptured(part.From.Sale, part.Payment, AttemptId: null, part.From.Tender, part.Amount));
    }

    public async Task<IReadOnlyList<SaleMoney>> OfAsync(IReadOnlyList<SaleId> sales, CancellationToken cancel)
    {
        if (sales.Count == 0) return [];
        var payments = (await session.PaymentSumsAsync(sales, cancel)).ToLookup(p => p.Sale);
        var owed = (await session.OwedAsync(sales, cancel)).ToLookup(o => o.Sale, o => o.Amount);
        return [.. sales.Select(sale => SaleSums.Of(sale, [.. payments[sale]], [.. owed[sale]]))];
    }

    public async Task OweAsync(IReadOnlyList<OwedRefund> refunds, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var ids = refunds.Select(r => r.Id).ToList();
        var known = await db.RefundsDue.AsNoTracking().Where(d => ids.Contains(d.Id)).Select(d => d.Id).ToListAsync(cancel);
        foreach (var refund in refunds.DistinctBy(r => r.Id).Where(r => !known.Contains(r.Id))) RefundDue.Open(db, refund, now);
        await db.SaveChangesAsync(cancel);
    }

    public Task CancelExpectedAsync(IReadOnlyList<SaleId> sales, CancellationToken cancel) =>
        sales.Count == 0 ? Task.CompletedTask : session.CancelPromisesAsync(sales, clock.GetUtcNow(), cancel);
}
