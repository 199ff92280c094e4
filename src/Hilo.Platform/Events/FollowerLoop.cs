using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Hilo.Platform;

/// <summary>Feeds one in-memory follower. Every node has its own and nothing is stored.</summary>
internal sealed partial class FollowerLoop(IFollowLog follower, SessionScopes sessions, LogSignals signals, ILogger<FollowerLoop> log)
{
    private const int PageSize = 500;
    private long position;

    /// <summary>Loads the state; the program serves afterwards.</summary>
    public async Task StartAsync(CancellationToken cancel)
    {
        position = await sessions.RunAsync(new Facts(), (services, token) => services.GetRequiredService<EventLog>().HeadAsync(token), cancel);
        await follower.StartAsync(cancel);
    }

    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var (seen, began) = (signals.Numbered.Version, Stopwatch.GetTimestamp());
                var page = await sessions.RunAsync(new Facts(), (services, token) =>
                    services.GetRequiredService<EventLog>().ReadAsync(position, PageSize, null, token), stop);
                if (page.Count > 0)
                {
                    await follower.FollowAsync(page, stop);
                    position = page[^1].Facts.Position;
                }
                if (page.Count == PageSize) continue;
                await signals.Numbered.WaitAsync(seen, TimeSpan.FromSeconds(1), stop);
                await LogSignals.PaceAsync(began, LogSignals.FollowEvery, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                Stumbled(e, follower.GetType().Name);
                await Task.WhenAny(Task.Delay(TimeSpan.FromSeconds(1), stop));
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Follower} stumbled over the log and tries the same events again in a second.")]
    private partial void Stumbled(Exception exception, string follower);
}
