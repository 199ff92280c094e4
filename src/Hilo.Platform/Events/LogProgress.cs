using System.Collections.Concurrent;

namespace Hilo.Platform;

/// <summary>How far the consumers of this process are, to the event; checkpoints in the database move in larger steps.</summary>
public sealed class LogProgress(LogHealth health)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);
    private readonly ConcurrentDictionary<string, long> reached = new(StringComparer.Ordinal);
    private readonly Signal moved = new();

    /// <summary>Waits until everything committed before this call, and everything that it sets off, has been handled or set aside by the consumers of this process.</summary>
    public async Task SettledAsync(CancellationToken cancel)
    {
        while (true)
        {
            var seen = moved.Version;
            var positions = reached.Values.ToArray();
            // Read after the positions: what a reaction published is then in the head.
            var state = await health.ReadAsync(cancel);
            if (state.Unnumbered == 0 && Array.TrueForAll(positions, position => position >= state.Head)) return;
            await moved.WaitAsync(seen, Poll, cancel);
        }
    }

    internal void Expect(string consumer) => reached.TryAdd(consumer, -1);

    internal void Reached(string consumer, long position)
    {
        if (reached.TryGetValue(consumer, out var before) && before == position) return;
        reached[consumer] = position;
        moved.Raise();
    }
}
