using System.Diagnostics;
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

    [Theory, SmallDisk]
    public async Task A_full_disk_refuses_with_words_and_goes_on_when_there_is_room(string folder)
    {
        await using var disk = await SmallDisk.MountAsync(folder, megabytes: 24);
        await using var world = await StandIns.OpenAsync();
        await using var server = new HiloProcess(folder, world.Settings);
        await server.StartAsync();
        var owner = server.Client(await server.OwnerTokenAsync());
        var goods = await Goods.InAsync(owner, 1_000);
        var numbers = new List<string> { (await PlaceAsync(owner, goods)).Value().Number };

        disk.Fill();
        var refused = await UntilAsync(async () =>
        {
            var outcome = await PlaceAsync(owner, goods);
            if (outcome.Refused(out var problem, out var order)) return problem;
            numbers.Add(order.Number);
            return null;
        });
        Assert.Equal((503, "server.storage_unavailable"), (refused.Status, refused.Code));
        Assert.Equal(numbers[0], (await owner.Orders.FindAsync(numbers[0])).Value().Number);

        disk.MakeRoom();
        numbers.Add(await UntilAsync(async () => (await PlaceAsync(owner, goods)).Refused(out _, out var order) ? null : order.Number));

        Assert.Equal(numbers.Order(StringComparer.Ordinal), (await AllAsync(owner)).Order(StringComparer.Ordinal));
        await UntilAsync(() => Task.FromResult(world.Mails().Count == numbers.Count ? "told" : null));
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
        var numbers = new List<string> { (await PlaceAsync(owner, goods)).Value().Number };

        await postgres.StopAsync();
        using (var http = new HttpClient { BaseAddress = server.Address })
        {
            for (var i = 0; i < 20; i++)
            {
                var refused = (await PlaceAsync(owner, goods)).Problem();
                Assert.Equal((503, "server.storage_unavailable"), (refused.Status, refused.Code));
            }
            using var health = await http.GetAsync("health/ready");
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "database_unreachable"), (health.StatusCode, JsonNode.Parse(await health.Content.ReadAsStringAsync())!["status"]!.GetValue<string>()));
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("health/live")).StatusCode);
        }
        await postgres.UpAsync();

        numbers.Add(await UntilAsync(async () => (await PlaceAsync(owner, goods)).Refused(out _, out var order) ? null : order.Number));
        Assert.Equal(numbers.Order(StringComparer.Ordinal), (await AllAsync(owner)).Order(StringComparer.Ordinal));
        // Sequencer, consumers and sweepers found their way back without a restart.
        await UntilAsync(() => Task.FromResult(world.Mails().Count == numbers.Count ? "told" : null));
        await server.StopAsync();
        var (code, printed) = await server.CommandAsync("check");
        Assert.True(code == 0, printed);
        Directory.Delete(data, recursive: true);
    }

    private static Task<Result<OrderView>> PlaceAsync(HiloClient owner, Goods goods) => owner.Orders.PlaceAsync(new PlaceOrderRequest(
        goods.Phone.Id, [new PlaceOrderLine(Quantity.One, goods.Size("S").Id)], new CartDelivery(DeliveryKind.Pickup, goods.Palermo.Id),
        new CartContact("ana@ejemplo.com", "Ana"), new PlaceOrderPayment(Tender.Cash, Received: true)));

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

    private static async Task<T> UntilAsync<T>(Func<Task<T?>> happens) where T : class
    {
        var since = Stopwatch.StartNew();
        while (true)
        {
            if (await happens() is { } happened) return happened;
            Assert.True(since.Elapsed < Patience, "It did not happen.");
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
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

    /// <summary>Leaves a little room, so that the next writes meet the end of it.</summary>
    public void Fill()
    {
        var free = new DriveInfo(folder).AvailableFreeSpace;
        using var file = File.Create(Filler);
        var zeros = new byte[64 * 1024];
        for (var left = free - (128 * 1024); left > 0; left -= zeros.Length) file.Write(zeros);
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
