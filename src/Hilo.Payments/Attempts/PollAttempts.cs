using Hilo.Payments.Gateways;
using Hilo.Platform;
using Microsoft.Extensions.Options;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Payments.Attempts;

/// <summary>Asks the provider about every attempt that is open for longer than usual: webhooks are an optimisation, this is the guarantee.</summary>
internal sealed class PollAttempts(PaymentsDb db, CardPayments cards, IOptionsMonitor<CardOptions> options, TimeProvider clock) : ISweep
{
    private const int AtOnce = 8;

    public async Task<int> SweepAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var due = await db.Attempts.AsNoTracking().Where(a => a.CheckAt != null && a.CheckAt <= now).OrderBy(a => a.CheckAt).Take(AtOnce * 4).ToListAsync(cancel);
        await Due.EachAsync(due, async (attempt, token) =>
        {
            var isStale = now - attempt.CreatedAt > TimeSpan.FromMinutes(options.CurrentValue.PayerMinutes);
            if (isStale && attempt is { State: PaymentAttemptState.PendingPayer, ProviderPaymentId: not null }) await cards.TakeBackAsync(attempt, token);
            else await cards.ReconcileAsync(attempt.Id, token);
        }, cancel, AtOnce);
        return due.Count;
    }
}
