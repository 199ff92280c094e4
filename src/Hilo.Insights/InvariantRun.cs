using System.Diagnostics;
using Hilo.Platform;

namespace Hilo.Insights;

/// <summary>Runs every invariant of every capability: for <c>hilo check</c>, for tests after each story, for operators.</summary>
public sealed class InvariantRun(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const int MostLines = 100;

    /// <summary>Each in its own session, so that one broken query does not hide the others.</summary>
    public async Task<InvariantReport> RunAsync(CancellationToken cancel)
    {
        var outcomes = new List<InvariantOutcome>();
        var count = 0;
        await using (var scope = scopes.CreateAsyncScope()) count = scope.ServiceProvider.GetServices<IInvariant>().Count();
        for (var i = 0; i < count; i++) outcomes.Add(await RunOneAsync(i, cancel));
        return new InvariantReport(outcomes.TrueForAll(o => o.Holds), clock.GetUtcNow(), [.. outcomes.OrderBy(o => o.Holds).ThenBy(o => o.Name, StringComparer.Ordinal)]);
    }

    private async Task<InvariantOutcome> RunOneAsync(int index, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var invariant = scope.ServiceProvider.GetServices<IInvariant>().ElementAt(index);
        var started = Stopwatch.GetTimestamp();
        IReadOnlyList<string> violations;
        try
        {
            violations = await invariant.ViolationsAsync(scope.ServiceProvider.GetRequiredService<DbSession>(), cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // An invariant that cannot be asked does not hold.
            violations = [$"could not be checked: {e.Message}"];
        }
        return new InvariantOutcome(invariant.Name, violations.Count == 0, [.. violations.Take(MostLines)], (int)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }
}
