using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Payments.Inbox;

/// <summary>Applies webhooks as they arrive.</summary>
internal sealed partial class InboxWorker(InboxSignal signal, IServiceScopeFactory scopes, ILogger<InboxWorker> log) : BackgroundService
{
    private const int AtOnce = 4;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Parallel.ForEachAsync(signal.AllAsync(stoppingToken), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken }, async (id, cancel) =>
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<DbSession>().Facts = new Facts { Actor = "webhook" };
                await scope.ServiceProvider.GetRequiredService<ProviderInbox>().ApplyAsync(id, cancel);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Failed(log, e); // It is stored: the sweeper comes back to it.
            }
        });

    [LoggerMessage(Level = LogLevel.Warning, Message = "A webhook could not be applied now.")]
    private static partial void Failed(ILogger log, Exception exception);
}

/// <summary>Comes back to webhooks that failed, or that arrived at a node which stopped.</summary>
internal sealed class ApplyProviderEvents(PaymentsDb db, ProviderInbox inbox, TimeProvider clock) : ISweep
{
    public async Task<int> SweepAsync(CancellationToken cancel)
    {
        // A fresh one belongs to the worker of the node that took it.
        var now = clock.GetUtcNow();
        var left = now - TimeSpan.FromSeconds(10);
        var due = await db.ProviderEvents.AsNoTracking()
            .Where(e => e.DueAt != null && e.DueAt <= now && (e.State == ProviderEventState.Failing || e.DueAt <= left))
            .OrderBy(e => e.DueAt).Select(e => e.Id).Take(20).ToListAsync(cancel);
        foreach (var id in due) await inbox.ApplyAsync(id, cancel);
        return due.Count;
    }
}
