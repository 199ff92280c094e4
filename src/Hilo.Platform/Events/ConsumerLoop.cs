using Microsoft.Extensions.Logging;

namespace Hilo.Platform;

/// <summary>Brings the events to one consumer, in order, at least once; effects and checkpoint are one transaction.</summary>
internal sealed class ConsumerLoop(
    Consumer consumer, Leases leases, SessionScopes sessions, LogSignals signals, LogProgress progress, TimeProvider clock, ILogger<ConsumerLoop> log)
    : LeasedLoop(consumer.LeaseName, leases, signals.Numbered, log)
{
    private const int PageSize = 256;
    // Short transactions: on SQLite everybody else waits for the turn, on PostgreSQL for the rows.
    private const int GroupSize = 32;
    private const int UnsavedSkips = 1_000;
    private static readonly TimeSpan SaveSkipsEvery = TimeSpan.FromSeconds(5);

    private readonly HeldQueue held = new(consumer, sessions, clock, log);
    private long position;
    private long saved;
    private long savedAt;

    protected override async Task BeginAsync(Lease lease, CancellationToken cancel)
    {
        (position, saved, savedAt) = (lease.Position, lease.Position, Environment.TickCount64);
        await held.LoadAsync(cancel);
    }

    protected override async Task<bool> StepAsync(Lease lease, CancellationToken cancel)
    {
        var more = await held.RetryDueAsync(lease, cancel);
        var (head, page) = await ReadAsync(cancel);
        foreach (var group in page.Chunk(consumer.CallsOutside ? 1 : GroupSize)) await HandleAsync(lease, group, cancel);
        if (page.Count == PageSize) return true;
        position = Math.Max(position, head);
        progress.Reached(consumer.Name, position);
        await SaveSkipsAsync(lease, cancel);
        return more;
    }

    private Task<(long Head, List<LoggedEvent> Page)> ReadAsync(CancellationToken cancel) => sessions.RunAsync(new Facts(), async (services, token) =>
    {
        var events = services.GetRequiredService<EventLog>();
        // The head is read first: up to it nothing can appear any more, so what holds no event of ours is done.
        var head = await events.HeadAsync(token);
        return (head, head > position ? await events.ReadAsync(position, head, PageSize, [.. consumer.ByType.Keys], token) : []);
    }, cancel);

    private async Task HandleAsync(Lease lease, LoggedEvent[] group, CancellationToken cancel)
    {
        if (group.Length > 1)
        {
            try
            {
                await HandleTogetherAsync(lease, group, cancel);
                return;
            }
            catch (Exception e) when (e is not (LeaseLostException or OperationCanceledException))
            {
                // One of them fails: each alone, so that the others are not held up.
            }
        }
        foreach (var one in group)
        {
            try
            {
                await HandleTogetherAsync(lease, [one], cancel);
            }
            catch (Exception e) when (e is not (LeaseLostException or OperationCanceledException))
            {
                await held.HoldAsync(lease, one, e, cancel);
                Moved(one.Facts.Position);
            }
        }
    }

    private async Task HandleTogetherAsync(Lease lease, LoggedEvent[] group, CancellationToken cancel)
    {
        if (consumer.CallsOutside && !held.Blocks(group[0]))
            await sessions.RunAsync(consumer.FactsOf(group[0].Facts), (services, token) => consumer.HandleAsync(services, group[0], token), cancel);
        await sessions.RunAsync(new Facts(), async (services, token) =>
        {
            var session = services.GetRequiredService<DbSession>();
            foreach (var one in group)
            {
                if (held.Blocks(one)) await held.QueueBehindAsync(session, one, token);
                else if (!consumer.CallsOutside) await consumer.HandleAsync(services, one, token);
            }
            await Leases.AdvanceAsync(session, lease, group[^1].Facts.Position, token);
        }, cancel);
        Moved(group[^1].Facts.Position);
    }

    private void Moved(long to) => (position, saved, savedAt) = (to, to, Environment.TickCount64);

    // Events that nobody here listens to move the checkpoint rarely, or every event would cost one write per consumer.
    private async Task SaveSkipsAsync(Lease lease, CancellationToken cancel)
    {
        if (position == saved) return;
        if (position - saved < UnsavedSkips && Environment.TickCount64 - savedAt < SaveSkipsEvery.TotalMilliseconds) return;
        await sessions.RunAsync(new Facts(), (services, token) =>
            Leases.AdvanceAsync(services.GetRequiredService<DbSession>(), lease, position, token), cancel);
        Moved(position);
    }
}
