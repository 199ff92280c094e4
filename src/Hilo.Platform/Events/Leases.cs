using System.Data.Common;

namespace Hilo.Platform;

/// <summary>The right to do something that one node does at a time. The fence grows with every holder, so that a stale one cannot commit.</summary>
internal sealed record Lease(string Name, long Fence, long Position, DateTimeOffset TakenAt);

/// <summary>Somebody else holds the lease now: whatever was being done is rolled back.</summary>
internal sealed class LeaseLostException(Lease lease) : Exception($"The lease {lease.Name} was taken over by another node.");

/// <summary>How long a lease lasts without being renewed: as long nobody does the work of a process that died.</summary>
internal sealed record LeaseTerm(TimeSpan Length)
{
    public static readonly LeaseTerm Usual = new(TimeSpan.FromSeconds(15));

    public TimeSpan RenewEvery => Length / 3;
}

/// <summary>Takes, renews and returns leases. Time is the database's, so that nodes with different clocks agree.</summary>
internal sealed class Leases(SessionScopes sessions, LeaseTerm term)
{
    private static readonly Facts Nobody = new();

    /// <summary>This process.</summary>
    public Guid Holder { get; } = IId<SessionId>.New().Value;

    /// <summary>Null while another node holds it.</summary>
    public async Task<Lease?> TakeAsync(string name, CancellationToken cancel)
    {
        if (!await CouldTakeAsync(name, cancel)) return null;
        return await RunAsync(async session =>
        {
            await session.ExecuteAsync($"insert into platform_leases (name) values ({name}) on conflict (name) do nothing", cancel);
            var taken = await session.ChangeAsync($"""
                update platform_leases set holder = {Holder}, fence = fence + 1, lease_until = {session.NowSql:raw} + {term.Length.Ticks}
                 where name = {name} and (holder is null or holder = {Holder} or lease_until < {session.NowSql:raw})
                returning fence, position, {session.NowSql:raw}
                """, row => new Lease(name, row.GetInt64(0), row.GetInt64(1), row.Instant(2)), cancel);
            return taken.SingleOrDefault();
        }, cancel);
    }

    public Task<bool> RenewAsync(Lease lease, CancellationToken cancel) => RunAsync(async session =>
        await session.ExecuteAsync($"""
            update platform_leases set lease_until = {session.NowSql:raw} + {term.Length.Ticks} where name = {lease.Name} and fence = {lease.Fence} and holder = {Holder}
            """, cancel) == 1, cancel);

    /// <summary>Renews until <paramref name="over"/> ends, and ends it when the lease is lost or cannot be renewed.</summary>
    public async Task KeepAsync(Lease lease, CancellationTokenSource over)
    {
        try
        {
            using var timer = new PeriodicTimer(term.RenewEvery);
            while (await timer.WaitForNextTickAsync(over.Token))
                if (!await RenewAsync(lease, over.Token)) break;
        }
        catch (OperationCanceledException)
        {
            return;
        }
        catch (DbException)
        {
            // Without renewal the lease ends by itself: stop before somebody else starts.
        }
        await over.CancelAsync();
    }

    /// <summary>Lets the next node take over at once.</summary>
    public Task<bool> ReturnAsync(Lease lease, CancellationToken cancel) => RunAsync(async session =>
        await session.ExecuteAsync($"""
            update platform_leases set holder = null, lease_until = 0 where name = {lease.Name} and fence = {lease.Fence} and holder = {Holder}
            """, cancel) == 1, cancel);

    /// <summary>Moves the position in the transaction of the effects; a stale holder cannot commit them.</summary>
    /// <exception cref="LeaseLostException">Somebody else took over.</exception>
    public static async Task AdvanceAsync(DbSession session, Lease lease, long position, CancellationToken cancel)
    {
        var moved = await session.ExecuteAsync($"update platform_leases set position = {position} where name = {lease.Name} and fence = {lease.Fence}", cancel);
        if (moved != 1) throw new LeaseLostException(lease);
    }

    /// <summary>Holds the lease against take-over until the transaction ends, and leaves the position.</summary>
    /// <exception cref="LeaseLostException">Somebody else took over.</exception>
    public static async Task AssertHeldAsync(DbSession session, Lease lease, CancellationToken cancel)
    {
        var held = await session.ExecuteAsync($"update platform_leases set position = position where name = {lease.Name} and fence = {lease.Fence}", cancel);
        if (held != 1) throw new LeaseLostException(lease);
    }

    // A look before the attempt: idle nodes must not write every second.
    private Task<bool> CouldTakeAsync(string name, CancellationToken cancel) => RunAsync(async session =>
        (await session.QueryAsync($"select 1 from platform_leases where name = {name} and holder is not null and holder <> {Holder} and lease_until >= {session.NowSql:raw}",
            _ => true, cancel)).Count == 0, cancel);

    private Task<T> RunAsync<T>(Func<DbSession, Task<T>> work, CancellationToken cancel) =>
        sessions.RunAsync(Nobody, (services, _) => work(services.GetRequiredService<DbSession>()), cancel);
}
