using Microsoft.EntityFrameworkCore;

namespace Hilo.Payments.Refunds;

internal static class RefundDueViews
{
    public static async Task<List<RefundDueView>> OfAsync(PaymentsDb db, IQueryable<RefundDue> query, CancellationToken cancel)
    {
        var dues = await query.AsNoTracking().ToListAsync(cancel);
        var ids = dues.Select(d => d.Id).ToList();
        var refunds = (await db.Refunds.AsNoTracking().Where(r => ids.Contains(r.RefundDueId)).OrderBy(r => r.Id).ToListAsync(cancel)).ToLookup(r => r.RefundDueId);
        return [.. dues.Select(due => new RefundDueView(
            due.Id, due.SaleId, due.OrderId, due.Amount, due.State, due.Reason, due.OpenedAt,
            [.. refunds[due.Id].Select(r => new RefundView(r.Id, r.State, r.Tender, r.Amount, r.Reason, r.RequestedAt))])
        {
            ClosedAt = due.ClosedAt,
            Note = due.Note,
        })];
    }
}
