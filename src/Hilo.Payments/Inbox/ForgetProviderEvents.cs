using Hilo.Payments.Gateways;
using Hilo.Platform;
using Microsoft.Extensions.Options;

namespace Hilo.Payments.Inbox;

/// <summary>Webhooks that were dealt with go after <see cref="CardOptions.WebhookDays"/>, bodies and all, in small batches; what waits for a person stays.</summary>
internal sealed class ForgetProviderEvents(DbSession session, IOptionsMonitor<CardOptions> options, TimeProvider clock) : ISweep
{
    private const int Batch = 500;

    public Task<int> SweepAsync(CancellationToken cancel)
    {
        var old = clock.GetUtcNow().AddDays(-options.CurrentValue.WebhookDays);
        return session.ExecuteAsync($"""
            delete from payments_provider_events where id in (
              select id from payments_provider_events where settled_at < {old} order by settled_at limit {Batch})
            """, cancel);
    }
}
