using System.Collections.Concurrent;
using System.Diagnostics;
using Hilo.Client;

namespace Hilo.Bench;

/// <summary>One server, one warm-up, several measured runs, and the books compared at the end.</summary>
internal static class Measurement
{
    public static async Task<int> RunAsync(
        string name, Func<World, Random, CancellationToken, Task<Sale>> buy, string program, string? connection, int buyers, int seconds, int warmUp, int runs, CancellationToken cancel)
    {
        await using var server = await ServerProcess.StartAsync(program, connection, cancel);
        var world = await World.MakeAsync(server, cancel);
        var warm = await LoadAsync(world, buy, buyers, TimeSpan.FromSeconds(warmUp), cancel);
        long sold = warm.Units;
        var measured = new List<Load>();
        for (var run = 0; run < runs; run++)
        {
            var before = server.ProcessorTime;
            var load = await LoadAsync(world, buy, buyers, TimeSpan.FromSeconds(seconds), cancel);
            sold += load.Units;
            measured.Add(load with { ProcessorPerOrder = (server.ProcessorTime - before) / Math.Max(1, load.Orders) });
            Console.WriteLine($"{name}, {buyers} buyers, run {run + 1}: {measured[^1]}");
        }
        var median = measured.OrderBy(m => m.PerSecond).ElementAt(measured.Count / 2);
        var booked = await world.UnitsSoldAsync(cancel);
        Console.WriteLine($"median: {median}; peak memory of the server {server.PeakMemory / 1_048_576} MB");
        Console.WriteLine($"units: sold {sold}, booked {booked}{(sold == booked ? "" : " - THE BOOKS DO NOT MATCH")}");
        return sold == booked ? 0 : 1;
    }

    private static async Task<Load> LoadAsync(World world, Func<World, Random, CancellationToken, Task<Sale>> buy, int buyers, TimeSpan length, CancellationToken cancel)
    {
        var times = new ConcurrentBag<double>();
        var (units, errors) = (0L, 0);
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, buyers).Select(buyer => Task.Run(async () =>
        {
            var random = new Random(buyer);
            // A sale that began is finished, so that what the buyers counted is what the server booked.
            while (watch.Elapsed < length && !cancel.IsCancellationRequested)
            {
                var began = Stopwatch.GetTimestamp();
                try
                {
                    Interlocked.Add(ref units, (await buy(world, random, CancellationToken.None)).Units);
                    times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                }
                catch (HiloProblemException e)
                {
                    if (Interlocked.Increment(ref errors) == 1) await Console.Error.WriteLineAsync(e.Message);
                }
            }
        }, CancellationToken.None)));
        double[] sorted = [.. times.Order()];
        double At(double part) => sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * part))];
        return new Load(sorted.Length, units, errors, sorted.Length / watch.Elapsed.TotalSeconds, At(.50), At(.95), At(.99), default);
    }

    private sealed record Load(int Orders, long Units, int Errors, double PerSecond, double P50, double P95, double P99, TimeSpan ProcessorPerOrder)
    {
        public override string ToString() =>
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{PerSecond:0} orders/s, p50 {P50:0.0} ms, p95 {P95:0.0} ms, p99 {P99:0.0} ms, errors {Errors}, server {ProcessorPerOrder.TotalMicroseconds:0} us of processor an order");
    }
}
