namespace Hilo.Platform;

/// <summary>Wakes whoever waits in this process. A signal given while nobody waits is kept for the next one who does, through <see cref="Version"/>.</summary>
internal sealed class Signal
{
    private TaskCompletionSource next = New();
    private long version;

    /// <summary>Read before looking at the database; passing it to the wait makes sure that nothing in between is slept through.</summary>
    public long Version => Interlocked.Read(ref version);

    public void Raise()
    {
        Interlocked.Increment(ref version);
        Interlocked.Exchange(ref next, New()).TrySetResult();
    }

    /// <summary>Ends when the signal was raised after <paramref name="seen"/> was read, or when <paramref name="atMost"/> has passed.</summary>
    public async Task WaitAsync(long seen, TimeSpan atMost, CancellationToken cancel)
    {
        var raised = Volatile.Read(ref next).Task;
        if (Version != seen) return;
        await Task.WhenAny(raised, Task.Delay(atMost, cancel));
        cancel.ThrowIfCancellationRequested();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
