using System.Diagnostics;
using System.Globalization;
using Hilo.Invoicing;
using Hilo.Sandbox.Agency;
using Hilo.Tests.Quality;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Fiscal;

/// <summary>The agency was away, and everything sold meanwhile goes out by itself. <c>HILO_FISCAL_BACKLOG</c> says how much, <c>HILO_FISCAL_PACE</c> how many milliseconds it takes per call.</summary>
public class Draining_a_backlog
{
    private static readonly int Count = Number("HILO_FISCAL_BACKLOG", 120);
    private static readonly int Pace = Number("HILO_FISCAL_PACE", 20);
    private const int Batch = 100;

    [Theory, EveryDatabase]
    public async Task Goes_out_in_the_order_of_its_sales_at_the_pace_of_the_agency(Database database)
    {
        await using var market = await Market.OpenAsync(database, Batch);
        market.Faults.Plan = new AgencyFaultPlan { IsDown = true };
        await market.SellAsync(Count, new Random(Seed.Taken));
        await market.ReadAsync();
        await using var hub = market.Hub();
        await SweepAsync(hub);
        Assert.Equal(Count, (int)await market.OpenAsync());
        Assert.All(await market.SeriesAsync(), s => Assert.NotNull(s.WaitingFor));

        market.Faults.Plan = new AgencyFaultPlan { DelayMs = Pace };
        var watch = Stopwatch.StartNew();
        while (await market.OpenAsync() > 0)
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(120 + Count / 20), $"Seed {Seed.Taken}: {await market.OpenAsync()} still wait.");
            await SweepAsync(hub);
            await Task.Delay(5);
        }

        var documents = (await market.DocumentsAsync()).Where(d => d.State == FiscalDocumentState.Authorized).ToList();
        foreach (var series in documents.GroupBy(d => d.SeriesId))
        {
            var inOrder = series.OrderBy(d => d.Number).ToList();
            Assert.Equal(Enumerable.Range(1, inOrder.Count).Select(n => (long?)n), inOrder.Select(d => d.Number));
            Assert.True(inOrder.Zip(inOrder.Skip(1)).All(pair => pair.First.FactAt <= pair.Second.FactAt), $"Seed {Seed.Taken}");
        }
        Assert.Empty(await market.ViolationsAsync());
        var limit = documents.GroupBy(d => d.SeriesId).Max(s => (s.Count() + Batch - 1) / Batch) * Pace / 1_000.0;
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Seed {Seed.Taken}: {Count} sales in {watch.Elapsed.TotalSeconds:0.0} s before an agency of {Pace} ms, whose calls alone take {limit:0.0} s; {Environment.WorkingSet / 1_048_576} MB"));
    }

    private static async Task SweepAsync(Node hub)
    {
        await using var scope = hub.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IssueDocuments>().SweepAsync(CancellationToken.None);
    }

    private static int Number(string name, int usual) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : usual;
}
