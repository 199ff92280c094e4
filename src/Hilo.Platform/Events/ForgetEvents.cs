namespace Hilo.Platform;

/// <summary>Lets the oldest part of the log go, where <c>Log:KeepDays</c> says how long it stays; without it the log is kept for ever.</summary>
/// <remarks>Enough below some ten million rows. Only what every consumer has read, and nothing that waits for a person.</remarks>
internal sealed class ForgetEvents(DbSession session, IConfiguration configuration, TimeProvider clock) : ISweep
{
    private const int Batch = 500;

    public async Task<int> SweepAsync(CancellationToken cancel)
    {
        if (configuration.GetValue<int?>("Log:KeepDays") is not { } days) return 0;
        var old = clock.GetUtcNow().AddDays(-days);
        // The age is asked of the oldest rows alone: positions grow with time, and there is no other index to look at.
        return await session.ExecuteAsync($"""
            delete from events where position in (
              select position from (select position, recorded_at from events where position is not null order by position limit {Batch}) oldest
               where recorded_at < {old}
                 and position <= (select min(position) from platform_leases where name like {Consumer.LeasePrefix + "%"})
                 and position < coalesce((select min(position) from platform_held_events), {long.MaxValue}))
            """, cancel);
    }
}
