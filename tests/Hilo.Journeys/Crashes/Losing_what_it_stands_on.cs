using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text.Json.Nodes;
using Hilo.Client;
using Hilo.Platform;
using Xunit.Sdk;
using Xunit.v3;

namespace Hilo.Journeys.Crashes;

/// <summary>The disk is full, or the database is gone for a while: buyers are told so plainly, nothing is lost, and everything goes on by itself.</summary>
public class Losing_what_it_stands_on
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>How long PostgreSQL stays away: <c>HILO_AWAY_SECONDS</c> for a long look.</summary>
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(int.TryParse(Environment.GetEnvironmentVariable("HILO_AWAY_SECONDS"), CultureInfo.InvariantCulture, out var seconds) ? seconds : 2);

    [Theory, SmallDisk]
    public async Task A_full_disk_refuses_with_words_and_goes_on_when_there_is_room(string folder)
    {
        await using var disk = await SmallDisk.MountAsync(folder, megabytes: 24);
        await using var world = await StandIns.OpenAsync();
        await using var server = new HiloProcess(folder, world.Settings);
        await server.StartAsync();
        var owner = server.Client(await server.OwnerTokenAsync());
        var goods = await Goods.InAsync(owner, 1_000);
        var crowd = new Crowd(owner, goods);
        await crowd.SeesAsync(() => crowd.Numbers.Count >= 20, Patience);

        disk.Fill();
        await crowd.SeesAsync(() => crowd.Refusals.Count >= 40, Patience);
        Assert.Equal(crowd.Numbers[0], (await owner.Orders.FindAsync(crowd.Numbers[0])).Value().Number);

        disk.MakeRoom();
        await GoesOnAsync(crowd, owner, world);
        await server.StopAsync();
        var (code, printed) = await server.CommandAsync("check");
        Assert.True(code == 0, printed);
    }

    [Theory, PostgresOnly, Trait("Needs", "Processes")]
    public async Task A_database_that_is_away_is_waited_for(Database database)
    {
        Assert.Equal(Dialect.Postgres, database.Dialect);
        var data = Directory.CreateTempSubdirectory("hilo-away-").FullName;
        await using var postgres = await OwnPostgres.StartAsync();
        await using var world = await StandIns.OpenAsync();
        await using var server = new HiloProcess(data, new Dictionary<string, string>(world.Settings, StringComparer.Ordinal)
        {
            ["ConnectionStrings__Hilo"] = postgres.ConnectionString,
            ["Hilo__LeaseSeconds"] = "2",
        });
        await server.StartAsync();
        var owner = server.Client(await server.OwnerTokenAsync());
        var goods = await Goods.InAsync(owner, 1_000);
        var crowd = new Crowd(owner, goods);
        await crowd.SeesAsync(() => crowd.Numbers.Count >= 20, Patience);

        await postgres.StopAsync();
        var away = Stopwatch.StartNew();
        using (var http = new HttpClient { BaseAddress = server.Address })
        {
            await crowd.SeesAsync(() => crowd.Refusals.Count >= 40, Patience);
            using var health = await http.GetAsync("health/ready");
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "database_unreachable"), (health.StatusCode, JsonNode.Parse(await health.Content.ReadAsStringAsync())!["status"]!.GetValue<string>()));
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("health/live")).StatusCode);
        }
        await crowd.SeesAsync(() => away.Elapsed >= Away, Away + Patience);
        await postgres.UpAsync();

        // Sequencer, consumers and sweepers find their way back without a restart.
        await GoesOnAsync(crowd, owner, world);
        await server.StopAsync();
        var (code, printed) = await server.CommandAsync("check");
        Assert.True(code == 0, printed);
        Directory.Delete(data, recursive: true);
    }

    /// <summary>People are served again; what they were told is there, once, and so are its mails; whoever was refused was told why.</summary>
    private static async Task GoesOnAsync(Crowd crowd, HiloClient owner, StandIns world)
    {
        var before = crowd.Numbers.Count;
        await crowd.SeesAsync(() => crowd.Numbers.Count >= before + 20, Patience);
        await crowd.LeavesAsync();
        Assert.All(crowd.Refusals, refused => Assert.Equal((503, "server.storage_unavailable"), (refused.Status, refused.Code)));
        Assert.Equal(crowd.Numbers, (await AllAsync(owner)).Order(StringComparer.Ordinal));
        await crowd.SeesAsync(() => world.Mails().Count == crowd.Numbers.Count, Patience);
    }

    private static async Task<List<string>> AllAsync(HiloClient owner)
    {
        var numbers = new List<string>();
        string? cursor = null;
        do
        {
            var page = (await owner.Orders.ListAsync(cursor: cursor)).Value();
            numbers.AddRange(page.Items.Select(o => o.Number));
            cursor = page.Next;
        }
        while (cursor is not null);
        return numbers;
    }
}

/// <summary>A disk in memory with little room. Only root may mount one.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private readonly string folder;

    private SmallDisk(string folder) => this.folder = folder;

    private string Filler => Path.Combine(folder, "filler");

    public static async Task<SmallDisk> MountAsync(string folder, int megabytes)
    {
        Directory.CreateDirectory(folder);
        await PostgresCluster.ExecuteAsync("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "hilo-small-disk", folder);
        return new SmallDisk(folder);
    }

    /// <summary>To the last byte, while others write too.</summary>
    public void Fill()
    {
        using var file = new FileStream(Filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (var zeros = new byte[64 * 1024]; zeros.Length > 0; zeros = new byte[zeros.Length / 2])
        {
            try
            {
                while (true) file.Write(zeros);
            }
            catch (IOException)
            {
                // No room for as much; perhaps for half of it.
            }
        }
    }

    public void MakeRoom() => File.Delete(Filler);

    public async ValueTask DisposeAsync()
    {
        // A process that was killed a moment ago may still hold its files.
        await PostgresCluster.ExecuteAsync("umount", "--lazy", folder);
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>A story on a small disk; skipped plainly where nobody may mount one.</summary>
/// <remarks>With <c>HILO_REQUIRE_ALL=1</c> that is a failure instead of a skip.</remarks>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SmallDiskAttribute : DataAttribute, ITraitAttribute
{
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Needs", "Processes")];

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([
            new TheoryDataRow<string>(Path.Combine(Path.GetTempPath(), $"hilo-small-disk-{Environment.ProcessId}"))
            {
                Skip = Environment.IsPrivilegedProcess || Environment.GetEnvironmentVariable("HILO_REQUIRE_ALL") == "1" ? null : "Only root may mount a small disk.",
            },
        ]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
