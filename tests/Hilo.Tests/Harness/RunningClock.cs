using System.Diagnostics;

namespace Hilo.Tests;

/// <summary>Time that begins where the story says, runs as fast as the real one, and can be moved on.</summary>
public sealed class RunningClock(DateTimeOffset start) : TimeProvider
{
    private readonly long origin = Stopwatch.GetTimestamp();
    private long moved;

    public override DateTimeOffset GetUtcNow() => start + Stopwatch.GetElapsedTime(origin) + TimeSpan.FromTicks(Interlocked.Read(ref moved));

    public void Advance(TimeSpan by) => Interlocked.Add(ref moved, by.Ticks);
}
