using Hilo.Platform;
using Microsoft.Extensions.Logging;

namespace Hilo.Invoicing;

/// <summary>Takes every series that has something to do, as its only writer, and works it off. A slow or blocked series holds up no other.</summary>
internal sealed partial class IssueDocuments(SessionScopes sessions, SeriesLeases leases, SeriesWriter writer, TimeProvider clock, ILogger<IssueDocuments> log) : ISweep
{
    private const int AtOnce = 8;
    private static readonly Facts Sweeper = new() { Actor = "sweeper:IssueDocuments" };

    public async Task<int> SweepAsync(CancellationToken cancel)
    {
        var settled = 0;
        await Parallel.ForEachAsync(await DueAsync(cancel), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (series, token) =>
        {
            if (await leases.TakeAsync(series, token) is not { } lease) return;
            try
            {
                Interlocked.Add(ref settled, await writer.WriteAsync(lease, token));
            }
            catch (SeriesLostException lost)
            {
                Lost(log, lost.Message);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // Whatever was in flight is found again by its number.
                Stumbled(log, e, series);
                throw;
            }
            finally
            {
                await leases.ReturnAsync(lease);
            }
        });
        return settled;
    }

    private Task<List<Guid>> DueAsync(CancellationToken cancel) => sessions.RunAsync(Sweeper, (services, token) =>
    {
        var session = services.GetRequiredService<DbSession>();
        return session.QueryAsync(
            $"""
            select s.id from invoicing_series s
             where s.blocked_for is null and s.next_try_at <= {clock.GetUtcNow()} and s.lease_until < {session.NowSql:raw}
               and exists (select 1 from invoicing_documents d where d.series_id = s.id and d.state <> 'authorized' and d.state in ('queued', 'prepared', 'sending', 'unknown', 'reconciling'))
            """, row => row.Uuid(0), token);
    }, cancel);

    [LoggerMessage(LogLevel.Warning, "{Why}")]
    private static partial void Lost(ILogger log, string why);

    [LoggerMessage(LogLevel.Error, "Writing the series {Series} stumbled and goes on at the next turn.")]
    private static partial void Stumbled(ILogger log, Exception exception, Guid series);
}
