namespace Hilo.Platform;

/// <summary>Runs sweepers by hand: the command line, tests and a demo whose clock was moved do not wait for the interval.</summary>
public sealed class Sweeps(SessionScopes sessions, IServiceProvider services)
{
    /// <summary>Sweeps until nothing is due any more. Answers how many were done.</summary>
    public Task<int> RunAsync<TSweeper>(CancellationToken cancel) where TSweeper : ISweep => RunAsync(typeof(TSweeper), cancel);

    /// <summary>The same for a registered sweeper of any capability, by the name that its lease and its events carry.</summary>
    public Task<int> RunAsync(string sweeper, CancellationToken cancel) => RunAsync(services.GetServices<Sweep>().Single(s => s.Sweeper.Name == sweeper).Sweeper, cancel);

    internal async Task<int> RunAsync(Type sweeper, CancellationToken cancel)
    {
        var total = 0;
        while (true)
        {
            var done = await OnceAsync(sweeper, cancel);
            if (done == 0) return total;
            total += done;
        }
    }

    private Task<int> OnceAsync(Type sweeper, CancellationToken cancel) => sessions.RunAsync(
        new Facts { Actor = $"sweeper:{sweeper.Name}" }, (services, token) => ((ISweep)services.GetRequiredService(sweeper)).SweepAsync(token), cancel);
}
