using Microsoft.Extensions.Hosting;

namespace Hilo.Platform;

/// <summary>Migrates before anything that runs in the background starts.</summary>
internal sealed class MigrateBeforeStart(HeadStart headStart) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => headStart.MigratedAsync(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
