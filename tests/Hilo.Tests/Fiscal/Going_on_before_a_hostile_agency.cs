using System.Diagnostics;
using Hilo.Invoicing;
using Hilo.Platform;
using Hilo.Sandbox.Agency;
using Hilo.Tests.Quality;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Fiscal;

/// <summary>The agency comes and goes, loses answers and refuses tickets; hubs end at any moment, and documents are made under a CAEA meanwhile. <c>HILO_CONTINGENCY_SALES</c> says how many.</summary>
public class Going_on_before_a_hostile_agency
{
    private static readonly int Count = int.TryParse(Environment.GetEnvironmentVariable("HILO_CONTINGENCY_SALES"), System.Globalization.CultureInfo.InvariantCulture, out var count) ? count : 60;

    private static readonly AgencyFaultPlan Bad = new()
    {
        LoseAnswersOf100 = 15,
        DropOf100 = 8,
        ErrorOf100 = 6,
        ExpiredTicketsOf100 = 3,
    };

    [Theory, EveryDatabase]
    public async Task Gives_every_sale_one_document_and_tells_the_agency_of_each_once(Database database)
    {
        var dice = new Random(Seed.Taken);
        await using var market = await Market.OpenAsync(database, batch: 8, new RunningClock(new DateTimeOffset(2026, 11, 20, 15, 0, 0, TimeSpan.Zero)), contingency: 20);
        market.Faults.Seed(Seed.Taken);
        var (watch, lives) = (Stopwatch.StartNew(), 0);
        await using (var first = market.Hub())
        await using (var second = market.Hub())
        {
            await LiveAsync(first, 3_000);
            for (var sold = 0; sold < Count; sold += 10)
            {
                await market.SellAsync(10, dice);
                await market.ReadAsync();
                // Outages of two rounds: what is on its way in the first is in doubt, what comes in the second has to be made without the agency. The hubs die in them as well.
                market.Faults.Plan = sold % 40 < 20 ? new AgencyFaultPlan { IsDown = true } : Bad;
                for (var round = 0; round < 3; round++)
                {
                    await Task.WhenAll(LiveAsync(first, dice.Next(60, 900)), LiveAsync(second, dice.Next(60, 900)));
                    lives += 2;
                }
            }
            await market.CancelSomeAsync(dice, of: 6);
            await market.ReadAsync();
            market.Faults.Plan = Bad;
            var draining = Stopwatch.StartNew();
            while (await market.OpenAsync() + await market.UntoldAsync() is > 0 and var left)
            {
                Assert.True(draining.Elapsed < TimeSpan.FromSeconds(150 + Count), $"Seed {Seed.Taken}: {left} are left. {await WhatWaitsAsync(market)}");
                await Task.WhenAll(LiveAsync(first, dice.Next(200, 2_000)), LiveAsync(second, dice.Next(200, 2_000)));
                lives += 2;
            }
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"Seed {Seed.Taken}: {Count} sales, {lives} lives of hubs, {watch.Elapsed.TotalSeconds:0.0} s");
        await ProveAsync(market);
    }

    private static async Task LiveAsync(Node hub, int milliseconds)
    {
        using var end = new CancellationTokenSource(milliseconds);
        await using var scope = hub.Services.CreateAsyncScope();
        try
        {
            while (!end.IsCancellationRequested)
            {
                await scope.ServiceProvider.GetRequiredService<KeepCaeas>().SweepAsync(end.Token);
                await scope.ServiceProvider.GetRequiredService<IssueDocuments>().SweepAsync(end.Token);
                await scope.ServiceProvider.GetRequiredService<ReportContingency>().SweepAsync(end.Token);
                await Task.Delay(15, end.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException || end.IsCancellationRequested)
        {
            // Dead.
        }
    }

    private static async Task ProveAsync(Market market)
    {
        var documents = await market.DocumentsAsync();
        Assert.Empty(await market.ViolationsAsync());
        foreach (var (id, sale) in market.Sales)
        {
            var mine = documents.Where(d => d.OrderId == id && d.State == FiscalDocumentState.Authorized).ToList();
            var owed = sale.IsOver ? 0 : sale.Lines.Sum(l => l.Gross.Minor - l.CanceledGross.Minor) + sale.Shipping.Sum(s => s.Gross.Minor);
            var rejected = documents.Where(d => d.OrderId == id && d.State == FiscalDocumentState.Rejected).ToList();
            // What rounds to no VAT at all cannot be authorized, and says so.
            Assert.All(rejected, d => Assert.Equal(10018, d.AgencyNotes[0].Code));
            if (rejected.Count == 0) Assert.True(owed == mine.Sum(d => d.Kind == FiscalDocumentKind.CreditNote ? -d.TotalMinor : d.TotalMinor), $"Seed {Seed.Taken}, {sale.Number}");
            Assert.True(mine.Count(d => d.Kind == FiscalDocumentKind.Invoice) <= 1, $"Seed {Seed.Taken}, {sale.Number}");
        }

        // Number by number, the agency knows what we know; every series is 1, 2, 3 … on both points.
        var ours = documents.Where(d => d.State == FiscalDocumentState.Authorized).Select(d => (d.Frozen.Point, d.Frozen.Type, Number: d.Number!.Value, d.Cae, d.TotalMinor)).Order().ToList();
        Assert.Equal(market.Agency.All.Select(v => (v.Point, v.Type, v.Number, (string?)v.Cae, (long)(v.Total * 100))).Order(), ours);
        foreach (var series in ours.GroupBy(v => (v.Point, v.Type))) Assert.Equal(Enumerable.Range(1, series.Count()).Select(n => (long)n), series.Select(v => v.Number).Order());
        Assert.Contains(documents, d => d.CaeaId is not null);
        Assert.All(documents.Where(d => d.CaeaId is not null), d => Assert.Equal((ReportState.Reported, 20), (d.Report, d.Frozen.Point)));
    }

    private static async Task<string> WhatWaitsAsync(Market market) => string.Join("; ",
        (await market.DocumentsAsync()).Where(d => d.State != FiscalDocumentState.Authorized || d.Report is not (null or ReportState.Reported)).Take(5).Select(d => $"{d.Kind} {d.Number} {d.State} {d.Report} {d.ReportNotes}").Concat(
            (await market.SeriesAsync()).Where(s => s.WaitingFor is not null || s.BlockedFor is not null).Select(s => $"{s.Point}/{s.VoucherType} at {s.LastNumber} waits for {s.WaitingFor}, blocked for {s.BlockedFor}")));
}
