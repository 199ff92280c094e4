using System.Threading.Channels;
using Hilo.Payments.Attempts;
using Hilo.Payments.Gateways;
using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Payments.Inbox;

/// <summary>Tells this process's worker that something came in, so that nobody waits for the sweeper.</summary>
internal sealed class InboxSignal
{
    private readonly Channel<ProviderEventId> arrived = Channel.CreateBounded<ProviderEventId>(new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>When too many wait already, the sweeper finds the rest.</summary>
    public void Raise(ProviderEventId id) => arrived.Writer.TryWrite(id);

    public IAsyncEnumerable<ProviderEventId> AllAsync(CancellationToken cancel) => arrived.Reader.ReadAllAsync(cancel);
}

/// <summary>Keeps webhooks and applies them by reading at the provider.</summary>
internal sealed class ProviderInbox(DbSession caller, SessionScopes sessions, CardGateways gateways, ICardPayments cards, TimeProvider clock)
{
    /// <summary>Committed when it returns. Null for a delivery that is here already.</summary>
    public async Task<ProviderEventId?> StoreAsync(string provider, string account, WebhookHint hint, byte[] body, CancellationToken cancel)
    {
        var (id, now) = (IId<ProviderEventId>.New(), clock.GetUtcNow());
        var state = hint.IsPayment ? ProviderEventState.Received : ProviderEventState.IgnoredUnknown;
        // One statement, so that of two deliveries at the same moment one is stored and neither fails.
        var stored = await DoAsync(services => services.GetRequiredService<DbSession>().ExecuteAsync($"""
            insert into payments_provider_events (id, provider, account, dedupe_key, kind, resource, proof, body, received_at, state, tries, due_at, settled_at, version)
            values ({id}, {provider}, {account}, {hint.DedupeKey}, {hint.Kind}, {hint.Resource}, {hint.Proof}, {body}, {now}, {state}, {0},
              {(hint.IsPayment ? now.UtcTicks : (long?)null)}, {(hint.IsPayment ? null : (long?)now.UtcTicks)}, {1})
            on conflict (provider, account, dedupe_key) do nothing
            """, cancel), cancel);
        return stored == 0 ? null : id;
    }

    /// <summary>Several workers may bring the same event: reading at the provider is harmless, and moves happen under the lock of the sale.</summary>
    public async Task ApplyAsync(ProviderEventId id, CancellationToken cancel)
    {
        var arrived = await DoAsync(services => services.GetRequiredService<PaymentsDb>().ProviderEvents.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancel), cancel);
        if (arrived is not { State: ProviderEventState.Received or ProviderEventState.Failing }) return;
        var (attempt, error) = await ReconcileAsync(arrived, cancel);
        await DoAsync(async services =>
        {
            var db = services.GetRequiredService<PaymentsDb>();
            await LockAsync(services.GetRequiredService<DbSession>(), id);
            var row = await db.ProviderEvents.SingleAsync(e => e.Id == id, CancellationToken.None);
            if (row.Version != arrived.Version) return true; // Another worker was faster.
            if (error is null)
            {
                row.AttemptId = attempt;
                row.TrySettle(ProviderEventTrigger.Apply, clock.GetUtcNow());
            }
            else row.Fail(error, clock.GetUtcNow());
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }, CancellationToken.None);
    }

    private static async Task LockAsync(DbSession session, ProviderEventId id)
    {
        await session.BeginAsync(CancellationToken.None);
        if (session.Dialect == Dialect.Postgres) await session.QueryAsync($"select 1 from payments_provider_events where id = {id} for update", _ => true, CancellationToken.None);
    }

    private async Task<(PaymentAttemptId? Attempt, string? Error)> ReconcileAsync(ProviderEvent arrived, CancellationToken cancel)
    {
        var attempt = await DoAsync(services => services.GetRequiredService<PaymentsDb>().Attempts.AsNoTracking()
            .Where(a => a.Provider == arrived.Provider && a.ProviderPaymentId == arrived.Resource).Select(a => (PaymentAttemptId?)a.Id).FirstOrDefaultAsync(cancel), cancel);
        if (attempt is null)
        {
            // The webhook may overtake the answer that tells us the provider's id: our own reference is read at the provider.
            var answer = await gateways.Of(arrived.Provider).FindAsync(arrived.Resource!, cancel);
            if (answer.Outcome is GatewayOutcome.Silent) return (null, "the provider does not answer");
            if (answer.Value?.Reference is not { } reference) return (null, "the provider knows no payment of ours under this id");
            attempt = reference;
        }
        return (await cards.ReconcileAsync(attempt.Value, cancel)).Refused(out var problem, out _) ? (null, problem.Code) : (attempt, null);
    }

    private Task<T> DoAsync<T>(Func<IServiceProvider, Task<T>> work, CancellationToken cancel) =>
        sessions.RunAsync(caller.Facts, (services, _) => work(services), cancel);
}
