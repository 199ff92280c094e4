using System.Globalization;

namespace Hilo.Server.Demo;

/// <summary>
/// The business time of a demo: real time plus what was moved on <c>/demo/clock</c>. While the shop's history is being made, everything but the
/// visitors stands weeks back, so that sweepers, mails and events of those weeks get their own dates. Leases use the database's time, timers the real one.
/// </summary>
internal sealed class DemoClock(string dataFolder) : TimeProvider, IDisposable
{
    private readonly string file = Path.Combine(dataFolder, "demo-clock");
    private readonly AsyncLocal<bool> visits = new();
    private readonly SemaphoreSlim entry = new(1);
    private readonly SemaphoreSlim turn = new(1);
    private long moved = ReadMoved(Path.Combine(dataFolder, "demo-clock"));
    private long back;
    private int visitors;
    private int inside;

    /// <summary>What a visitor's clock shows.</summary>
    public DateTimeOffset Present => System.GetUtcNow().AddTicks(Interlocked.Read(ref moved));

    public TimeSpan Moved => new(Interlocked.Read(ref moved));

    /// <summary>History is being made: visitors and the rest live at different times.</summary>
    public bool IsBack => Interlocked.Read(ref back) != 0;

    public override DateTimeOffset GetUtcNow() =>
        visits.Value || Volatile.Read(ref inside) > 0 ? Present : Present.AddTicks(Interlocked.Read(ref back));

    /// <summary>From here on this flow of calls is a visitor's.</summary>
    public void BeVisitor() => visits.Value = true;

    /// <summary>Kept in the data folder: business time never runs backwards when the demo starts again.</summary>
    public void Move(TimeSpan by)
    {
        var total = Interlocked.Add(ref moved, by.Ticks);
        File.WriteAllText(file, total.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Stands at this moment of the past, but never before the moment that it already stands at.</summary>
    public void StandAt(DateTimeOffset moment)
    {
        var wanted = Math.Min(0, (moment - Present).Ticks);
        if (!IsBack || wanted > Interlocked.Read(ref back)) Interlocked.Exchange(ref back, wanted);
    }

    public void Arrive() => Interlocked.Exchange(ref back, 0);

    /// <summary>What a visitor changes happens at the visitor's time everywhere, also in lanes; history waits meanwhile. Visitors do not wait for each other.</summary>
    public async Task<IDisposable> VisitAsync(CancellationToken cancel)
    {
        await entry.WaitAsync(cancel);
        try
        {
            if (visitors == 0) await turn.WaitAsync(cancel);
            visitors++;
        }
        finally
        {
            entry.Release();
        }
        visits.Value = true;
        Interlocked.Increment(ref inside);
        return new Leaving(Leave);
    }

    /// <summary>One step of the history, between visitors.</summary>
    public async Task<IDisposable> TellAsync(CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        return new Leaving(() => turn.Release());
    }

    public void Dispose()
    {
        entry.Dispose();
        turn.Dispose();
    }

    private void Leave()
    {
        Interlocked.Decrement(ref inside);
        entry.Wait();
        try
        {
            if (--visitors == 0) turn.Release();
        }
        finally
        {
            entry.Release();
        }
    }

    private static long ReadMoved(string file) =>
        File.Exists(file) && long.TryParse(File.ReadAllText(file), CultureInfo.InvariantCulture, out var ticks) ? ticks : 0;

    private sealed class Leaving(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
