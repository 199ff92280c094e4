using Hilo.Payments.Refunds;
using Hilo.Payments.Sales;
using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Payments.Attempts;

/// <summary>The provider took another amount than asked: a person lets it count as it is, or gives it back.</summary>
internal static class DecideMismatch
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/payment-attempts/{id}/decisions", HandleAsync).WithTags("Payments")
        .RequirePermission(Permissions.PaymentsManage).RequireIdempotencyKey().WithSummary("Decide about money that came in another amount than asked.");

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
