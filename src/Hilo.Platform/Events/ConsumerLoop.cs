using Microsoft.Extensions.Logging;

namespace Hilo.Platform;

/// <summary>Brings the events to one consumer, in order, at least once; effects and checkpoint are one transaction.</summary>
internal sealed class ConsumerLoop(
    Consumer consumer, Leases leases, SessionScopes sessions, LogSignals signals, LogProgress progress, ConsumerPatience patience, TimeProvider clock, ILogger<ConsumerLoop> log)
    : LeasedLoop(consumer.LeaseName, leases, signals.Numbered, LogSignals.HandleEvery, log)
{
    private const int PageSize = 256;
    // Short transactions: on SQLite everybody else waits for the turn, on PostgreSQL for the rows.
    private const int GroupSize = 128;
    private const int UnsavedSkips = 1_000;
    private static readonly TimeSpan SaveSkipsEvery = TimeSpan.FromSeconds(5);

    private readonly HeldQueue held = new(consumer, sessions, patience, clock, log);
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
        if (consumer.CallsOutside) await HandleOutsideAsync(lease, page, cancel);
        else foreach (var group in page.Chunk(GroupSize)) await HandleAsync(lease, group, cancel);
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
            catch (Exception e) when (e is not LeaseLostException && !cancel.IsCancellationRequested)
            {
                // One of them fails: each alone, so that the others are not held up.
            }
        }
        foreach (var one in group) await AloneAsync(lease, one, () => HandleTogetherAsync(lease, [one], cancel), cancel);
    }

    private Task HandleTogetherAsync(Lease lease, LoggedEvent[] group, CancellationToken cancel) => patience.KeepAsync(limit => FinishAsync(lease, group[^1], async (services, session, token) =>
    {
        // Held subjects only change between groups: which events wait is known before the first is handled.
        foreach (var one in group.Where(held.Blocks)) await held.QueueBehindAsync(session, one, token);
        await consumer.HandleAsync(services, [.. group.Where(one => !held.Blocks(one))], token);
        await session.SaveAsync(token);
    }, limit), cancel);

    private async Task HandleOutsideAsync(Lease lease, List<LoggedEvent> page, CancellationToken cancel)
    {
        if (page.Count == 0) return;
        var needed = await sessions.RunAsync(new Facts(), (services, token) => consumer.NeededAsync(services, page, token), cancel);
        foreach (var one in page.Where(one => needed.Contains(one.Facts.Id) || held.Blocks(one)))
            await AloneAsync(lease, one, () => HandleOutsideAsync(lease, one, cancel), cancel);
        if (position < page[^1].Facts.Position) await FinishAsync(lease, page[^1], (_, _, _) => Task.CompletedTask, cancel);
    }

    private async Task HandleOutsideAsync(Lease lease, LoggedEvent one, CancellationToken cancel)
    {
        var waits = held.Blocks(one);
        if (!waits) await patience.KeepAsync(limit => sessions.RunAsync(consumer.FactsOf(one.Facts), (services, token) => consumer.HandleAsync(services, [one], token), limit), cancel);
        await FinishAsync(lease, one, (_, session, token) => waits ? held.QueueBehindAsync(session, one, token) : Task.CompletedTask, cancel);
    }

    private async Task AloneAsync(Lease lease, LoggedEvent one, Func<Task> handle, CancellationToken cancel)
    {
        try
        {
            await handle();
        }
        // A call that was given up is a failure like any other, unless it is this loop that ends.
        catch (Exception e) when (e is not LeaseLostException && !cancel.IsCancellationRequested)
        {
            await held.HoldAsync(lease, one, e, cancel);
            Moved(one.Facts.Position);
        }
    }

    /// <summary>Effects and checkpoint in one transaction.</summary>
    private async Task FinishAsync(Lease lease, LoggedEvent last, Func<IServiceProvider, DbSession, CancellationToken, Task> effects, CancellationToken cancel)
    {
        await sessions.RunAsync(new Facts(), async (services, token) =>
        {
            var session = services.GetRequiredService<DbSession>();
            await effects(services, session, token);
            await Leases.AdvanceAsync(session, lease, last.Facts.Position, token);
        }, cancel);
        Moved(last.Facts.Position);
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

/// <summary>How long a consumer may take over one event, or over a group of them: one that hangs would keep its lease, and everybody behind it, for ever.</summary>
internal sealed record ConsumerPatience(TimeSpan Length)
{
    public static readonly ConsumerPatience Usual = new(TimeSpan.FromSeconds(30));

    /// <exception cref="TimeoutException">It took too long; nothing of it was committed.</exception>
    public async Task KeepAsync(Func<CancellationToken, Task> handle, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Length);
        try
        {
            await handle(limit.Token);
        }
        catch (OperationCanceledException e) when (limit.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            throw new TimeoutException($"It was not done after {Length.TotalSeconds:0.#} seconds.", e);
        }
    }
}
