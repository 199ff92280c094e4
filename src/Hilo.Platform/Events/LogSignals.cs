using System.Diagnostics;

namespace Hilo.Platform;

/// <summary>Tells this process that the log grew. A signal only shortens the wait: everybody who listens also looks each second.</summary>
public sealed class LogSignals(IDatabase database)
{
    /// <summary>A consumer that wrote its checkpoint for every commit would do most of its work for one or two events.</summary>
    internal static readonly TimeSpan HandleEvery = TimeSpan.FromMilliseconds(50);

    /// <summary>What people look at is fresh sooner.</summary>
    internal static readonly TimeSpan FollowEvery = TimeSpan.FromMilliseconds(10);

    internal static readonly TimeSpan NumberEvery = TimeSpan.FromMilliseconds(5);

    /// <summary>Rests until a step that began then may be followed by the next one.</summary>
    /// <param name="began">As of <see cref="Stopwatch.GetTimestamp"/>.</param>
    internal static Task PaceAsync(long began, TimeSpan pace, CancellationToken cancel) =>
        pace - Stopwatch.GetElapsedTime(began) is var rest && rest > TimeSpan.Zero ? Task.Delay(rest, cancel) : Task.CompletedTask;

    private int written;
    private int numbered;

    /// <summary>Committed, perhaps without position.</summary>
    internal Signal Written { get; } = new();

    /// <summary>Readable by position.</summary>
    internal Signal Numbered { get; } = new();

    /// <summary>Something to tell the other nodes.</summary>
    internal Signal Outgoing { get; } = new();

    internal void EventsWritten()
    {
        Written.Raise();
        if (database.Dialect == Dialect.Sqlite)
        {
            Numbered.Raise();
            return;
        }
        Volatile.Write(ref written, 1);
        Outgoing.Raise();
    }

    internal void EventsNumbered()
    {
        Numbered.Raise();
        Volatile.Write(ref numbered, 1);
        Outgoing.Raise();
    }

    internal (bool Written, bool Numbered) TakeOutgoing() => (Interlocked.Exchange(ref written, 0) == 1, Interlocked.Exchange(ref numbered, 0) == 1);
}
