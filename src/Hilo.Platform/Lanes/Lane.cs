using System.Threading.Channels;
using Microsoft.Extensions.Hosting;

namespace Hilo.Platform;

/// <summary>A bounded queue and its loops: no timer, the group is whatever arrived during the last commit.</summary>
/// <remarks>One loop: two of them on PostgreSQL were measured and gained nothing (bench/RESULTS.md). Several in one process are for tests, whose groups then meet as those of several hubs do:
/// by row locks, taken in the same order everywhere.</remarks>
internal sealed class Lane<TCommand, TAnswer> : IHostedService
{
    private const int GroupSize = 128;

    private readonly LaneLimits limits;
    private readonly Channel<LaneItem<TCommand, TAnswer>> queue;
    private readonly LaneGroup<TCommand, TAnswer> groups;
    private readonly Task loops;

    public Lane(SessionScopes sessions, IDatabase database, LaneLimits limits)
    {
        this.limits = limits;
        queue = Channel.CreateBounded<LaneItem<TCommand, TAnswer>>(new BoundedChannelOptions(limits.Queued) { SingleReader = database.Dialect == Dialect.Sqlite });
        groups = new LaneGroup<TCommand, TAnswer>(sessions, database);
        loops = Task.WhenAll(Enumerable.Range(0, database.Dialect == Dialect.Sqlite ? 1 : limits.GroupsAtOnce).Select(_ => Task.Run(RunAsync)));
    }

    public async Task<Result<TAnswer>> SubmitAsync(TCommand command, LaneKey<TAnswer>? key, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var item = new LaneItem<TCommand, TAnswer>(command, key);
        if (!queue.Writer.TryWrite(item)) return EdgeProblems.Unavailable;
        try
        {
            return await item.Answered.WaitAsync(limits.Deadline, cancel);
        }
        catch (TimeoutException) when (item.Withdraw())
        {
            return EdgeProblems.Unavailable;
        }
        catch (TimeoutException)
        {
            return await item.Answered;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Withdrawn, or taken already: then it runs to its end, and the key gives its answer later.
            item.Withdraw();
            throw;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Finishes what is queued.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        queue.Writer.TryComplete();
        return loops.WaitAsync(cancellationToken);
    }

    private async Task RunAsync()
    {
        var group = new List<LaneItem<TCommand, TAnswer>>(GroupSize);
        while (await queue.Reader.WaitToReadAsync())
        {
            group.Clear();
            while (group.Count < GroupSize && queue.Reader.TryRead(out var item))
                if (item.Take()) group.Add(item);
            if (group.Count > 0) await groups.RunAsync(group);
        }
    }
}

/// <summary>When a lane says that it is busy, and how many groups it writes at once on a database with many writers.</summary>
internal sealed record LaneLimits(int Queued, TimeSpan Deadline, int GroupsAtOnce = 1)
{
    public static readonly LaneLimits Usual = new(Queued: 4_000, Deadline: TimeSpan.FromSeconds(5));
}
