using Microsoft.Extensions.Logging;

namespace Hilo.Platform;

/// <summary>The events that a consumer could not handle, with those of the same subject behind them. Only the holder of the consumer's lease adds to it.</summary>
internal sealed partial class HeldQueue(Consumer consumer, SessionScopes sessions, ConsumerPatience patience, TimeProvider clock, ILogger log)
{
    /// <summary>Pauses after each failure; after the last one a person decides.</summary>
    internal static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30),
    ];

    private const int RetriesPerStep = 20;
    private HashSet<Guid> subjects = [];

    public bool Blocks(LoggedEvent logged) => subjects.Contains(logged.Facts.Subject);

    /// <summary>A person may have dropped or retried some meanwhile: the table knows.</summary>
    public async Task LoadAsync(CancellationToken cancel) => subjects = [.. await sessions.RunAsync(new Facts(), (services, token) =>
        services.GetRequiredService<DbSession>().QueryAsync(
            $"select distinct subject from platform_held_events where consumer = {consumer.Name}", row => row.Uuid(0), token), cancel)];

    /// <summary>Sets a failed event aside, moves the checkpoint past it, and from now on keeps its subject's events behind it.</summary>
    public async Task HoldAsync(Lease lease, LoggedEvent logged, Exception error, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await sessions.RunAsync(new Facts(), async (services, token) =>
        {
            var session = services.GetRequiredService<DbSession>();
            await session.ExecuteAsync($"""
                insert into platform_held_events (consumer, position, subject, state, attempts, due_at, first_failed_at, error)
                values ({consumer.Name}, {logged.Facts.Position}, {logged.Facts.Subject}, {HeldState.Retrying}, {1L}, {now + Pauses[0]}, {now}, {error.ToString()})
                """, token);
            await Leases.AdvanceAsync(session, lease, logged.Facts.Position, token);
        }, cancel);
        subjects.Add(logged.Facts.Subject);
        Held(error, consumer.Name, logged.Facts.Type, logged.Facts.Position);
    }

    public Task QueueBehindAsync(DbSession session, LoggedEvent logged, CancellationToken cancel) => session.ExecuteAsync($"""
        insert into platform_held_events (consumer, position, subject, state, attempts, due_at, first_failed_at)
        values ({consumer.Name}, {logged.Facts.Position}, {logged.Facts.Subject}, {HeldState.Waiting}, {0L}, {0L}, {clock.GetUtcNow()})
        """, cancel);

    /// <summary>Tries again what is due: of each subject the first event only. Answers whether something went through, so that the next may follow.</summary>
    public async Task<bool> RetryDueAsync(Lease lease, CancellationToken cancel)
    {
        if (subjects.Count == 0) return false;
        var went = 0;
        foreach (var (logged, attempts) in await DueAsync(cancel))
        {
            try
            {
                await patience.KeepAsync(limit => RetryAsync(lease, logged, limit), cancel);
                went++;
            }
            catch (Exception e) when (e is not LeaseLostException && !cancel.IsCancellationRequested)
            {
                await PostponeAsync(lease, logged, attempts + 1, e, cancel);
            }
        }
        await LoadAsync(cancel);
        return went > 0;
    }

    private Task<List<(LoggedEvent Logged, int Attempts)>> DueAsync(CancellationToken cancel) => sessions.RunAsync(new Facts(), async (services, token) =>
    {
        var types = services.GetRequiredService<EventTypes>();
        return await services.GetRequiredService<DbSession>().QueryAsync($"""
            select {LoggedEvent.Columns:raw}, attempts from (
              select e.*, h.attempts from platform_held_events h join events e on e.position = h.position
               where h.consumer = {consumer.Name}
                 and (h.state = {HeldState.Waiting} or (h.state = {HeldState.Retrying} and h.due_at <= {clock.GetUtcNow()}))
                 and not exists (select 1 from platform_held_events earlier
                                  where earlier.consumer = h.consumer and earlier.subject = h.subject and earlier.position < h.position)) due
             order by position limit {RetriesPerStep}
            """, row => (LoggedEvent.Read(row, types), row.GetInt32(12)), token);
    }, cancel);

    private async Task RetryAsync(Lease lease, LoggedEvent logged, CancellationToken cancel)
    {
        if (consumer.CallsOutside)
            await sessions.RunAsync(consumer.FactsOf(logged.Facts), (services, token) => consumer.HandleAsync(services, [logged], token), cancel);
        await sessions.RunAsync(new Facts(), async (services, token) =>
        {
            var session = services.GetRequiredService<DbSession>();
            if (!consumer.CallsOutside)
            {
                await consumer.HandleAsync(services, [logged], token);
                await session.SaveAsync(token);
            }
            await session.ExecuteAsync($"delete from platform_held_events where consumer = {consumer.Name} and position = {logged.Facts.Position}", token);
            await Leases.AssertHeldAsync(session, lease, token);
        }, cancel);
    }

    private async Task PostponeAsync(Lease lease, LoggedEvent logged, int attempts, Exception error, CancellationToken cancel)
    {
        var state = attempts > Pauses.Length ? HeldState.Parked : HeldState.Retrying;
        var due = state == HeldState.Parked ? DateTimeOffset.MinValue : clock.GetUtcNow() + Pauses[attempts - 1];
        await sessions.RunAsync(new Facts(), async (services, token) =>
        {
            var session = services.GetRequiredService<DbSession>();
            await session.ExecuteAsync($"""
                update platform_held_events set state = {state}, attempts = {attempts}, due_at = {due}, error = {error.ToString()}
                 where consumer = {consumer.Name} and position = {logged.Facts.Position}
                """, token);
            await Leases.AssertHeldAsync(session, lease, token);
        }, cancel);
        if (state == HeldState.Parked) Parked(error, consumer.Name, logged.Facts.Type, logged.Facts.Position, attempts);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Consumer} could not handle {Type} at {Position}; it is tried again, others go on.")]
    private partial void Held(Exception error, string consumer, string type, long position);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Consumer} gave up on {Type} at {Position} after {Attempts} attempts; a person retries or drops it.")]
    private partial void Parked(Exception error, string consumer, string type, long position, int attempts);
}

/// <summary>Why an event is held: it failed and is tried again, it waits behind another of its subject, or it waits for a person.</summary>
public enum HeldState
{
    Retrying,
    Waiting,
    Parked,
}
