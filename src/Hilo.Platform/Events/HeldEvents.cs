namespace Hilo.Platform;

/// <summary>One event that a consumer holds back, for the eyes of an operator.</summary>
public sealed record HeldEvent(
    string Consumer, long Position, string Type, Guid Subject, HeldState State, int Attempts, DateTimeOffset? DueAt, DateTimeOffset FirstFailedAt, string? Error);

/// <summary>What an operator may do about events that a consumer could not handle. Part of the session's transaction.</summary>
public sealed class HeldEvents(DbSession session)
{
    /// <summary>Oldest first.</summary>
    public Task<List<HeldEvent>> ListAsync(string? consumer, int limit, CancellationToken cancel) => session.QueryAsync($"""
        select h.consumer, h.position, e.type, h.subject, h.state, h.attempts, h.due_at, h.first_failed_at, h.error
          from platform_held_events h join events e on e.position = h.position
         where {consumer ?? ""} in ('', h.consumer) order by h.first_failed_at, h.position limit {limit}
        """, row => new HeldEvent(
            row.GetString(0), row.GetInt64(1), row.GetString(2), row.Uuid(3), row.Word<HeldState>(4), row.GetInt32(5),
            row.Word<HeldState>(4) == HeldState.Retrying ? row.Instant(6) : null, row.Instant(7), row.Text(8)), cancel);

    /// <summary>Tries it again now, with all its attempts before it. False when there is no such event.</summary>
    public async Task<bool> RetryAsync(string consumer, long position, CancellationToken cancel) => await session.ExecuteAsync($"""
        update platform_held_events set state = {HeldState.Retrying}, attempts = 0, due_at = 0 where consumer = {consumer} and position = {position}
        """, cancel) == 1;

    /// <summary>Gives it up for this consumer; those behind it go on. False when there is no such event.</summary>
    public async Task<bool> DropAsync(string consumer, long position, CancellationToken cancel) =>
        await session.ExecuteAsync($"delete from platform_held_events where consumer = {consumer} and position = {position}", cancel) == 1;
}
