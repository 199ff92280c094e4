using System.Data.Common;
using Hilo.Platform;

namespace Hilo.Invoicing;

/// <param name="Fence">Grows with every holder: what a stale one still wants to write does not commit.</param>
internal sealed record SeriesLease(Guid SeriesId, long Fence);

internal sealed class SeriesLostException(SeriesLease lease) : Exception($"The series {lease.SeriesId} was taken over by another node.");

/// <summary>One writer per series, across nodes. Time is the database's.</summary>
internal sealed class SeriesLeases(SessionScopes sessions, IConfiguration configuration)
{
    private static readonly Facts Nobody = new() { Actor = "sweeper:IssueDocuments" };
    private readonly Guid me = IId<SessionId>.New().Value;

    private TimeSpan Term { get; } = TimeSpan.FromSeconds(configuration.GetValue<double?>("Hilo:LeaseSeconds") ?? 15);

    /// <summary>Null while another node holds it.</summary>
    public Task<SeriesLease?> TakeAsync(Guid series, CancellationToken cancel) => sessions.RunAsync(Nobody, async (services, token) =>
    {
        var session = services.GetRequiredService<DbSession>();
        var taken = await session.ChangeAsync(
            $"""
            update invoicing_series set holder = {me}, fence = fence + 1, lease_until = {session.NowSql:raw} + {Term.Ticks}
             where id = {series} and lease_until < {session.NowSql:raw} returning fence
            """, row => new SeriesLease(series, row.GetInt64(0)), token);
        return taken.SingleOrDefault();
    }, cancel);

    /// <summary>In the transaction of what the holder writes: holds the series until it commits.</summary>
    /// <exception cref="SeriesLostException">Somebody else took over.</exception>
    public async Task AssertAsync(DbSession session, SeriesLease lease, CancellationToken cancel)
    {
        var held = await session.ExecuteAsync($"update invoicing_series set lease_until = {session.NowSql:raw} + {Term.Ticks} where id = {lease.SeriesId} and fence = {lease.Fence}", cancel);
        if (held != 1) throw new SeriesLostException(lease);
    }

    /// <summary>Renews while the agency thinks. Ends without a word when the series is lost: the next write finds out.</summary>
    private async Task KeepAsync(SeriesLease lease, CancellationToken over)
    {
        try
        {
            using var timer = new PeriodicTimer(Term / 3);
            while (await timer.WaitForNextTickAsync(over))
                await sessions.RunAsync(Nobody, (services, token) => AssertAsync(services.GetRequiredService<DbSession>(), lease, token), over);
        }
        catch (Exception e) when (e is OperationCanceledException or SeriesLostException or DbException)
        {
            // Over, or not renewed: then it ends by itself.
        }
    }

    /// <summary>Nobody cancels an authorization: a server that stops gives it some seconds more.</summary>
    public async Task<T> HoldAsync<T>(SeriesLease lease, Func<CancellationToken, Task<T>> call, TimeSpan farewell, CancellationToken stop)
    {
        using var over = new CancellationTokenSource();
        using var patience = new CancellationTokenSource();
        await using var stopping = stop.Register(() => patience.CancelAfter(farewell));
        var keeping = KeepAsync(lease, over.Token);
        try
        {
            return await call(patience.Token);
        }
        finally
        {
            await over.CancelAsync();
            await keeping;
        }
    }

    public Task ReturnAsync(SeriesLease lease) => sessions.RunAsync(Nobody, (services, token) => services.GetRequiredService<DbSession>().ExecuteAsync(
        $"update invoicing_series set holder = {(Guid?)null}, lease_until = {0L} where id = {lease.SeriesId} and fence = {lease.Fence}", token), CancellationToken.None);
}
