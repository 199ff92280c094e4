using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Hilo.Platform;

/// <summary>Hands what is new in the log to whoever watches it now. One reader per process, however many streams; nobody who watches holds a session.</summary>
public sealed class LiveLog : IFollowLog
{
    private readonly ConcurrentDictionary<LiveWatch, LiveWatch> watches = new();

    public int Watching => watches.Count;

    public Task StartAsync(CancellationToken cancel) => Task.CompletedTask;

    public Task FollowAsync(IReadOnlyList<LoggedEvent> happened, CancellationToken cancel)
    {
        foreach (var watch in watches.Keys)
            foreach (var one in happened) watch.Offer(one);
        return Task.CompletedTask;
    }

    /// <summary>From now on; ends when it is disposed of.</summary>
    public LiveWatch Watch(Func<LoggedEvent, bool> wants)
    {
        var watch = new LiveWatch(wants, w => watches.TryRemove(w, out _));
        watches[watch] = watch;
        return watch;
    }
}

/// <summary>What one stream has not taken yet. One that takes too slowly loses events and is told so.</summary>
public sealed class LiveWatch : IDisposable
{
    private const int Waiting = 500;
    private readonly Func<LoggedEvent, bool> wants;
    private readonly Action<LiveWatch> end;
    private readonly Channel<LoggedEvent> waiting = Channel.CreateBounded<LoggedEvent>(new BoundedChannelOptions(Waiting) { SingleReader = true, SingleWriter = true });
    private int missed;

    internal LiveWatch(Func<LoggedEvent, bool> wants, Action<LiveWatch> end) => (this.wants, this.end) = (wants, end);

    /// <summary>Ends when something waits, or with false when the time is over.</summary>
    public async Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(atMost);
        try
        {
            return await waiting.Reader.WaitToReadAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Everything that waits, and whether some was lost before it.</summary>
    public (List<LoggedEvent> Events, bool Missed) Take()
    {
        var lost = Interlocked.Exchange(ref missed, 0) == 1;
        var taken = new List<LoggedEvent>();
        while (waiting.Reader.TryRead(out var one)) taken.Add(one);
        return (taken, lost);
    }

    public void Dispose() => end(this);

    internal void Offer(LoggedEvent one)
    {
        if (wants(one) && !waiting.Writer.TryWrite(one)) Interlocked.Exchange(ref missed, 1);
    }
}
