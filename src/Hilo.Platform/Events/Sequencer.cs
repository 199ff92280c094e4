using Microsoft.Extensions.Logging;

namespace Hilo.Platform;

/// <summary>Gives committed events their positions, in order of insertion. PostgreSQL only: there sequence numbers become visible out of order.</summary>
/// <remarks>Events of one subject are inserted while its row is locked, so of two of them the earlier one is committed before the later one is inserted:
/// whatever moment the sequencer looks at, it never sees the later one alone.</remarks>
internal sealed class Sequencer(Leases leases, SessionScopes sessions, LogSignals signals, ILogger<Sequencer> log)
    : LeasedLoop("sequencer", leases, signals.Written, LogSignals.NumberEvery, log)
{
    private const int Batch = 5_000;
    private static readonly Facts Nobody = new();

    protected override async Task<bool> StepAsync(Lease lease, CancellationToken cancel)
    {
        var numbered = await NumberAsync(lease, cancel);
        if (numbered > 0) signals.EventsNumbered();
        return numbered == Batch;
    }

    private Task<int> NumberAsync(Lease lease, CancellationToken cancel) => sessions.RunAsync(Nobody, async (services, token) =>
    {
        var session = services.GetRequiredService<DbSession>();
        if ((await session.QueryAsync($"select 1 from events where position is null limit 1", _ => true, token)).Count == 0) return 0;
        // Locked first and read then: the second statement sees everything that an earlier holder numbered.
        var last = await session.ChangeAsync(
            $"select position from platform_leases where name = {lease.Name} and fence = {lease.Fence} for update", row => row.GetInt64(0), token);
        if (last.Count == 0) throw new LeaseLostException(lease);
        var numbered = await session.ExecuteAsync($"""
            with batch as (select seq, {last[0]} + row_number() over (order by seq) as place
                             from (select seq from events where position is null order by seq limit {Batch}) waiting)
            update events e set position = b.place from batch b where e.seq = b.seq
            """, token);
        await Leases.AdvanceAsync(session, lease, last[0] + numbered, token);
        return numbered;
    }, cancel);
}
