using Hilo.Payments.Gateways;
using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Payments.Refunds;

/// <summary>Sends card refunds, and asks again about those without an outcome: under its own key the provider answers the same refund.</summary>
internal sealed class GiveBack(DbSession caller, SessionScopes sessions, PaymentsDb db, CardGateways gateways, TimeProvider clock) : ISweep
{
    private const int AtOnce = 20;

    public async Task<int> SweepAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var dues = await db.RefundsDue.Where(d => d.CheckAt != null && d.CheckAt <= now).OrderBy(d => d.CheckAt).Select(d => d.Id).Take(AtOnce).ToListAsync(cancel);
        await Due.EachAsync(dues, (due, token) => DoAsync(book => book.PlanAsync(due, token), token), cancel);
        var refunds = await db.Refunds.Where(r => r.CheckAt != null && r.CheckAt <= now).OrderBy(r => r.CheckAt).Select(r => new { r.SaleId, r.Id }).Take(AtOnce).ToListAsync(cancel);
        await Due.EachAsync(refunds, (refund, token) => SendAsync(refund.SaleId, refund.Id, token), cancel);
        return dues.Count + refunds.Count;
    }

    public async Task GiveBackAsync(RefundDueId due, CancellationToken cancel)
    {
        await DoAsync(book => book.PlanAsync(due, cancel), cancel);
        var requested = await db.Refunds.Where(r => r.RefundDueId == due && r.State == RefundState.Requested && r.CheckAt != null)
            .Select(r => new { r.SaleId, r.Id }).ToListAsync(cancel);
        foreach (var refund in requested) await SendAsync(refund.SaleId, refund.Id, cancel);
    }

    private async Task SendAsync(SaleId sale, RefundId refund, CancellationToken cancel)
    {
        RefundCall? call = null;
        await DoAsync(async book => call = await book.SendAsync(sale, refund, cancel), cancel);
        if (call is null) return;
        var answer = await gateways.Of(call.Provider).RefundAsync(call.ProviderPaymentId, call.Amount, call.Key, cancel);
        await DoAsync(book => book.ApplyAsync(sale, refund, answer, CancellationToken.None), CancellationToken.None);
    }

    private Task DoAsync(Func<RefundBook, Task> work, CancellationToken cancel)
    {
        if (caller.HasTransaction) throw new InvalidOperationException("Commit first: a provider is never called inside a transaction.");
        return sessions.RunAsync(caller.Facts, (services, _) => work(services.GetRequiredService<RefundBook>()), cancel);
    }
}

/// <summary>Card money starts on its way back as soon as it is owed; the sweeper is the safety net.</summary>
internal sealed class WhenRefundOwed(GiveBack giveBack) : IListenOutside<RefundOwed>
{
    public Task HandleAsync(RefundOwed happened, EventFacts facts, CancellationToken cancel) => giveBack.GiveBackAsync(happened.RefundDueId, cancel);
}
