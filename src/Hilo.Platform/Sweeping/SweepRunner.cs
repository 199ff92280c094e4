using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hilo.Platform;

/// <summary>Runs every registered sweeper at its interval, from the moment the program answers: dozens of first runs at once would hold up the first caller.</summary>
internal sealed partial class SweepRunner(IEnumerable<Sweep> registered, Sweeps sweeps, Leases leases, SessionScopes sessions, ILogger<SweepRunner> log)
    : IHostedLifecycleService, IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private Task running = Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        running = Task.WhenAll(registered.Select(sweep => Task.Run(() => RunAsync(sweep), CancellationToken.None)));
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stop.CancelAsync();
        await running.WaitAsync(cancellationToken);
    }

    public void Dispose() => stop.Dispose();

    private async Task RunAsync(Sweep sweep)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                if (sweep.OnEveryNode) await sweeps.RunAsync(sweep.Sweeper, stop.Token);
                else await RunLeasedAsync(sweep);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                Failed(e, sweep.Sweeper.Name);
            }
            await Task.WhenAny(Task.Delay(sweep.Every, stop.Token));
        }
    }

    private async Task RunLeasedAsync(Sweep sweep)
    {
        if (await leases.TakeAsync(sweep.LeaseName, stop.Token) is not { } lease) return;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
        var renewing = leases.KeepAsync(lease, over);
        try
        {
            // The position is when it last finished: with many nodes it still runs once per interval.
            if (lease.TakenAt.UtcTicks - lease.Position < sweep.Every.Ticks / 2) return;
            await sweeps.RunAsync(sweep.Sweeper, over.Token);
            await sessions.RunAsync(new Facts(), (services, token) =>
                Leases.AdvanceAsync(services.GetRequiredService<DbSession>(), lease, lease.TakenAt.UtcTicks, token), over.Token);
        }
        finally
        {
            await over.CancelAsync();
            await renewing;
            await leases.ReturnAsync(lease, CancellationToken.None);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Sweeper} failed and runs again at its next time.")]
    private partial void Failed(Exception exception, string sweeper);
}
