using System.Diagnostics;
using System.Globalization;
using Hilo.Client;

// One story after the other: each has servers and browsers of its own, and the other tests run beside them. Two at a time wait for each other more than they gain.
[assembly: CollectionBehavior(MaxParallelThreads = 1)]

namespace Hilo.Journeys.Crashes;

/// <summary>The server is killed while people buy. Whatever was answered must be there, once.</summary>
public class Losing_the_process_on_Sqlite(ITestOutputHelper output)
{
    [Fact, Trait("Needs", "Processes")]
    public Task Loses_nothing_that_was_answered_and_doubles_nothing() => Lives.SpendAsync(Database.Sqlite, output);
}

/// <summary>The server, the database or both are.</summary>
public class Losing_the_process_on_Postgres(ITestOutputHelper output)
{
    [Theory, PostgresOnly, Trait("Needs", "Processes")]
    public Task Loses_nothing_that_was_answered_and_doubles_nothing(Database database) => Lives.SpendAsync(database, output);
}

/// <summary>As many lives as asked for, one after the other, in one shop.</summary>
internal static class Lives
{
    /// <summary>A few on a developer's machine; <c>.ci/run</c> and <c>tests/crash</c> set <c>HILO_CRASH_ROUNDS</c>.</summary>
    private static readonly int Rounds = Number("HILO_CRASH_ROUNDS") ?? 2;

    public static async Task SpendAsync(Database database, ITestOutputHelper output)
    {
        var seed = Number("HILO_SEED") ?? Random.Shared.Next();
        output.WriteLine($"HILO_SEED={seed}");
        var watch = Stopwatch.StartNew();
        await using var shop = await CrashingShop.OpenAsync(database, seed);
        for (var round = 1; round <= Rounds; round++)
        {
            try
            {
                await shop.LiveAndDieAsync();
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Round {round} of HILO_SEED={seed}: {e.Message}\n{shop.Said}", e);
            }
        }
        await shop.SettlesAsync();
        output.WriteLine($"{database}: {Rounds} crashes in {watch.Elapsed.TotalSeconds:0} s ({shop.Crashes}); {shop.Ledger}; every order, movement, mail and peso compared");
        if (Environment.GetEnvironmentVariable("HILO_CRASH_LOG") is { Length: > 0 } log)
            await File.AppendAllTextAsync(log, string.Create(CultureInfo.InvariantCulture, $"{database}\t{Rounds}\t{seed}\t{watch.Elapsed.TotalSeconds:0}\t{shop.Crashes}\t{shop.Ledger}\t{Environment.GetEnvironmentVariable("HILO_CRASH_COMMIT")}\t{TimeProvider.System.GetUtcNow():s}\n"));
    }

    private static int? Number(string variable) => int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;
}
