namespace Hilo.Platform;

/// <summary>How far one consumer is.</summary>
/// <param name="Lag">Positions between it and the head; events that it does not listen to count until the checkpoint moves, a few seconds later.</param>
/// <param name="Held">Events set aside for it, those that wait behind others included.</param>
/// <param name="IsHeld">Some node works for it now.</param>
/// <param name="NextRecordedAt">When the first event after its checkpoint was recorded; null when it is at the head. Old means that it is stuck.</param>
public sealed record ConsumerState(string Name, long Position, long Lag, int Held, int Parked, bool IsHeld, DateTimeOffset? NextRecordedAt);

/// <summary>The log at a glance.</summary>
/// <param name="OldestUnnumberedAt">When the oldest event that has no position yet was recorded; null when all have one. Old means that no sequencer runs.</param>
public sealed record LogState(long Head, int Unnumbered, DateTimeOffset? OldestUnnumberedAt, IReadOnlyList<ConsumerState> Consumers);

/// <summary>Tells whether the log flows: for the health page, metrics and operators.</summary>
public sealed class LogHealth(SessionScopes sessions)
{
    public Task<LogState> ReadAsync(CancellationToken cancel) => sessions.RunAsync(new Facts(), async (services, token) =>
    {
        var session = services.GetRequiredService<DbSession>();
        // One statement, one moment: an event between the head and the unnumbered ones would be in neither.
        var (head, unnumbered, oldest) = (await session.QueryAsync($"""
            select coalesce((select max(position) from events), 0),
                   (select count(*) from events where position is null), (select min(recorded_at) from events where position is null)
            """, row => (row.GetInt64(0), (int)row.GetInt64(1), row.InstantOrNull(2)), token))[0];
        var consumers = await session.QueryAsync($"""
            select l.name, l.position, l.holder is not null and l.lease_until >= {session.NowSql:raw},
                   (select count(*) from platform_held_events h where h.consumer = substr(l.name, {Consumer.LeasePrefix.Length + 1})),
                   (select count(*) from platform_held_events h where h.consumer = substr(l.name, {Consumer.LeasePrefix.Length + 1}) and h.state = {HeldState.Parked}),
                   (select e.recorded_at from events e where e.position > l.position order by e.position limit 1)
              from platform_leases l where l.name like {Consumer.LeasePrefix + "%"} order by l.name
            """, row => new ConsumerState(row.GetString(0)[Consumer.LeasePrefix.Length..], row.GetInt64(1), head - row.GetInt64(1),
                (int)row.GetInt64(3), (int)row.GetInt64(4), row.GetBoolean(2), row.InstantOrNull(5)), token);
        return new LogState(head, unnumbered, oldest, consumers);
    }, cancel);
}
