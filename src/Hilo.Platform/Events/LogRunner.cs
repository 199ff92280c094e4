using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hilo.Platform;

/// <summary>Runs what lives on the log in this process: sequencer, consumers, followers, and the bell to the other nodes.</summary>
internal sealed class LogRunner(
    IDatabase database, IEnumerable<Subscription> subscriptions, IEnumerable<ReadAhead> readers, IEnumerable<ModuleStorage> modules, HeadStart headStart,
    EventTypes types, Leases leases, SessionScopes sessions, LogSignals signals, LogProgress progress, ConsumerPatience patience, TimeProvider clock, ILoggerFactory logs) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly List<Task> running = [];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (database is PostgresDatabase postgres)
        {
            var sequencer = new Sequencer(leases, sessions, signals, logs.CreateLogger<Sequencer>());
            Run(sequencer.RunAsync);
            Run(new Bell(postgres, signals, leases, sequencer, logs.CreateLogger<Bell>()).RunAsync);
        }
        foreach (var loop in await headStart.LoadedAsync(cancellationToken)) Run(loop.RunAsync);
        foreach (var consumer in Consumer.From(subscriptions, readers, modules, types))
        {
            progress.Expect(consumer.Name);
            Run(new ConsumerLoop(consumer, leases, sessions, signals, progress, patience, clock, logs.CreateLogger<ConsumerLoop>()).RunAsync);
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stop.CancelAsync();
        await Task.WhenAll(running).WaitAsync(cancellationToken);
    }

    public void Dispose() => stop.Dispose();

    private void Run(Func<CancellationToken, Task> loop) => running.Add(Task.Run(() => loop(stop.Token), CancellationToken.None));
}
