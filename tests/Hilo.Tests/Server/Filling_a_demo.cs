using Hilo.Insights;
using Hilo.Server;
using Hilo.Server.Demo;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Server;

public class Filling_a_demo
{
    private static readonly DateTimeOffset Afternoon = new(2026, 11, 28, 18, 30, 0, TimeSpan.Zero);

    /// <summary>Killed while the catalog is made and in the middle of the history: it goes on, and nothing is there twice.</summary>
    [Fact, Trait("Needs", "Processes")]
    public async Task Killed_again_and_again_it_goes_on_where_it_was()
    {
        var folder = Directory.CreateTempSubdirectory("hilo-demo-").FullName;
        using (var run = new DemoRun(folder))
        {
            run.Start();
            await run.UntilAsync(() => Count(folder, "catalog_products") > 8);
            await run.KillAsync();
            Assert.False(run.Journal!.Value.IsStocked);

            foreach (var steps in new[] { 8 })
            {
                run.Start();
                await run.UntilAsync(() => run.Journal is { } journal && journal.Done >= steps);
                await run.KillAsync();
            }
            Assert.False(run.Journal!.Value.IsFinished);
        }

        Assert.Equal(DemoCatalog.Products.Count, Count(folder, "catalog_products"));
        Assert.Equal(6, Count(folder, "inventory_locations"));
        Assert.Equal(3, Count(folder, "orders_sales_channels"));
        var journal = DemoJournal.Find(folder)!.Now;
        var placed = DemoPlan.Until(journal.EndsAt).Take(journal.Done).Count(s => s.Act == DemoAct.Place);
        // The step that was cut off may have placed its order before it was written down.
        Assert.InRange(Count(folder, "orders_orders"), journal.Sales.Count(s => s.Value.Number is not null), placed + 1);
        Assert.Empty(await BrokenAsync(folder));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void The_plan_is_the_same_for_the_same_last_day_and_ends_with_it()
    {
        var plan = DemoPlan.Until(Afternoon);

        Assert.Equal(plan, DemoPlan.Until(Afternoon));
        Assert.Equal(plan.OrderBy(s => s.At).Select(s => s.At), plan.Select(s => s.At));
        Assert.All(plan, step => Assert.InRange(step.At, Afternoon - TimeSpan.FromDays(DemoPlan.Days + 1), Afternoon));
    }

    [Fact]
    public void The_story_has_every_way_and_every_fate_and_regulars_on_three_channels()
    {
        var sales = DemoPlan.Until(Afternoon).Where(s => s.Act == DemoAct.Place).Select(s => s.Sale!).ToList();

        Assert.InRange(sales.Count, 100, 160);
        Assert.Equal(Enum.GetValues<DemoWay>(), sales.Select(s => s.Way).Distinct().Order());
        Assert.Equal(Enum.GetValues<DemoFate>(), sales.Select(s => s.Fate).Distinct().Order());
        Assert.True(sales.GroupBy(s => s.Person).Count(g => g.Select(s => s.Way switch { DemoWay.Counter => 0, DemoWay.PhoneShip => 1, _ => 2 }).Distinct().Count() == 3) >= 4);
    }

    [Fact]
    public void Each_color_shows_its_own_picture()
    {
        foreach (var product in DemoCatalog.Products)
        {
            var request = DemoPictures.Request(product, []);
            var shown = request.Variants.GroupBy(v => v.OptionValues![0]).ToDictionary(g => g.Key, g => Assert.Single(g.Select(v => v.PictureUrl).Distinct()));
            Assert.Equal(product.Colors.Length, shown.Values.Distinct().Count());
            Assert.All(shown.Values, url => Assert.Contains(url, request.PictureUrls!));
        }
    }

    private static long Count(string folder, string table)
    {
        var file = Path.Combine(folder, "hilo.db");
        if (!File.Exists(file)) return 0;
        try
        {
            using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names stand above.
            command.CommandText = $"select count(*) from {table}";
#pragma warning restore CA2100
            return (long)command.ExecuteScalar()!;
        }
        catch (SqliteException)
        {
            return 0; // Not migrated yet.
        }
    }

    private static async Task<IReadOnlyList<string>> BrokenAsync(string folder)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["Hilo:Data"] = folder;
        await using var app = builder.AddHilo().Build();
        var report = await app.Services.GetRequiredService<InvariantRun>().RunAsync(CancellationToken.None);
        return [.. report.Invariants.Where(i => i.Violations.Count > 0).Select(i => $"{i.Name}: {string.Join("; ", i.Violations)}")];
    }
}
