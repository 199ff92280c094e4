using System.Collections.Concurrent;

namespace Hilo.Platform;

/// <summary>Work on many due things, each for itself.</summary>
public static class Due
{
    /// <summary>One that fails holds up no other: all are tried, <paramref name="atOnce"/> at a time, and what failed is thrown at the end.</summary>
    /// <exception cref="AggregateException">With what each failed one threw.</exception>
    public static async Task EachAsync<T>(IReadOnlyCollection<T> due, Func<T, CancellationToken, Task> work, CancellationToken cancel, int atOnce = 1)
    {
        var failed = new ConcurrentQueue<Exception>();
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancel }, async (one, token) =>
        {
            try
            {
                await work(one, token);
            }
            catch (Exception e) when (!token.IsCancellationRequested)
            {
                failed.Enqueue(e);
            }
        });
        if (!failed.IsEmpty) throw new AggregateException($"{failed.Count} of {due.Count} failed; the others are done.", failed);
    }
}
