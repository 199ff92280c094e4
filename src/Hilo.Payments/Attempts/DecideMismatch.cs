using Hilo.Payments.Refunds;
using Hilo.Payments.Sales;
using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Payments.Attempts;

/// <summary>The provider took another amount than asked: a person lets it count as it is, or gives it back.</summary>
internal static class DecideMismatch
{
    private const int Most = 200;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/amount-mismatches", ListAsync).WithTags("Payments").RequirePermission(Permissions.PaymentsRead)
            .WithSummary("Money that came in another amount than asked and waits for a person, oldest first, at most 200.");
        api.MapPost("/payment-attempts/{id}/decisions", HandleAsync).WithTags("Payments")
            .RequirePermission(Permissions.PaymentsManage).RequireIdempotencyKey().WithSummary("Decide about money that came in another amount than asked.");
    }

    // The same conditions as below, for all of them.
    private static async Task<Ok<IReadOnlyList<AmountMismatchView>>> ListAsync(DbSession session, CancellationToken cancel) => TypedResults.Ok<IReadOnlyList<AmountMismatchView>>(
        await session.QueryAsync($"""
            select a.id, a.sale_id, a.provider, a.amount_minor, a.amount_currency, p.captured_minor, p.captured_currency, a.created_at
              from payments_attempts a join payments_payments p on p.id = a.payment_id
             where a.has_amount_mismatch and not a.is_orphan_money and p.is_held and p.captured_minor > 0
               and not exists (select 1 from payments_refunds_due d where d.sale_id = a.sale_id and d.reason = 'amount_mismatch')
             order by a.created_at limit {Most}
            """, row => new AmountMismatchView(
                row.Id<PaymentAttemptId>(0), row.Id<SaleId>(1), row.GetString(2), row.Money(3, Currency.Parse(row.GetString(4))), row.Money(5, Currency.Parse(row.GetString(6))), row.Instant(7)), cancel));

    private static async Task<Results<Ok<SaleMoneyView>, NotFound, ProblemHttpResult>> HandleAsync(
        PaymentAttemptId id, DecideMismatchRequest request, PaymentsDb db, DbSession session, ISaleMoneyViews money, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.Attempts.AsNoTracking().Where(a => a.Id == id).Select(a => (SaleId?)a.SaleId).SingleOrDefaultAsync(cancel) is not { } sale) return TypedResults.NotFound();
        await session.LockSaleAsync(sale, cancel);
        var attempt = await db.Attempts.SingleAsync(a => a.Id == id, cancel);
        var payment = await db.Payments.SingleAsync(p => p.Id == attempt.PaymentId, cancel);
        // Orphan money is on its way back already.
        var waits = attempt is { HasAmountMismatch: true, IsOrphanMoney: false } && payment is { IsHeld: true, Captured.IsPositive: true }
            && !await db.RefundsDue.AnyAsync(d => d.SaleId == sale && d.Reason == "amount_mismatch", cancel);
        if (!waits || (request.Decision == MismatchDecision.Accept && payment.Captured.Currency != payment.Amount.Currency)) return PaymentProblems.NoMismatch.ToHttp();
        var now = clock.GetUtcNow();
        if (request.Decision == MismatchDecision.Accept)
        {
            payment.Release();
            db.Tell(payment.Id, PaymentEventKind.MismatchAccepted, payment.Captured, now, attempt: id);
            db.Publish(new PaymentCaptured(sale, payment.Id, id, payment.Tender, payment.Captured));
        }
        else
        {
            RefundDue.Open(db, new OwedRefund(IId<RefundDueId>.New(), sale, Order: null, payment.Captured, "amount_mismatch", []), now);
        }
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(await money.ShowAsync(sale, payment.Amount.Currency, cancel));
    }
}
