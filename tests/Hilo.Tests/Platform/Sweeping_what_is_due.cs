using Hilo.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Platform;

/// <summary>Hands over two notes at a time.</summary>
internal sealed class HandOverNotes(DbSession session, SweepWatch watch) : ISweep
{
    public async Task<int> SweepAsync(CancellationToken cancel)
    {
        watch.Enter();
        var done = await session.ExecuteAsync($"""
            update notes_notes set state = {NoteState.HandedOver} where id in (select id from notes_notes where state = {NoteState.Open} limit 2)
            """, cancel);
        watch.Leave();
        return done;
    }
}

/// <summary>Counts runs and remembers whether two ever overlapped.</summary>
internal sealed class SweepWatch
{
    private int inside;
    private int runs;

    public int Runs => runs;

    public bool Overlapped { get; private set; }

    public void Enter()
    {
        Interlocked.Increment(ref runs);
        if (Interlocked.Increment(ref inside) > 1) Overlapped = true;
    }

    public void Leave() => Interlocked.Decrement(ref inside);
}

public class Sweeping_what_is_due
{
    private readonly SweepWatch watch = new();

    [Theory, EveryDatabase]
    public async Task Runs_again_at_once_until_nothing_is_due(Database database)
    {
        await using var node = await Node.OnAsync(database, Modules);
        await WriteAsync(node, 5);

        Assert.Equal(5, await node.Services.GetRequiredService<Sweeps>().RunAsync<HandOverNotes>(CancellationToken.None));

        Assert.Equal(["handed_over"], await node.QueryAsync($"select distinct state from notes_notes", r => r.GetString(0)));
        Assert.Equal(4, watch.Runs);
    }

    [Theory, EveryDatabase]
    public async Task Runs_on_one_node_at_a_time_and_once_per_interval(Database database)
    {
        await using var node = await Node.OnAsync(database, Modules);
        await WriteAsync(node, 6);
        var nodes = Enumerable.Range(0, 4).Select(_ => new Node(node.ConnectionString, Modules)).ToList();

        await Task.WhenAll(nodes.Select(n => n.StartAsync()));
        await UntilAsync(async () => (await node.QueryAsync($"select 1 from notes_notes where state = 'open'", _ => 1)).Count == 0);
        foreach (var one in nodes) await one.DisposeAsync();

        // Three pairs and the look that finds nothing, although four nodes started at the same moment.
        Assert.Equal((4, false), (watch.Runs, watch.Overlapped));
    }

    [Fact]
    public async Task One_that_fails_holds_up_no_other()
    {
        var done = new List<int>();

        var failed = await Assert.ThrowsAsync<AggregateException>(() => Due.EachAsync([1, 2, 3, 4], (number, _) =>
        {
            if (number % 2 == 1) throw new InvalidOperationException($"{number} is odd.");
            done.Add(number);
            return Task.CompletedTask;
        }, CancellationToken.None));

        Assert.Equal([2, 4], done);
        Assert.Equal(["1 is odd.", "3 is odd."], failed.InnerExceptions.Select(e => e.Message));
    }

    private void Modules(IServiceCollection services) => services.AddNotes().AddSingleton(watch).Every<HandOverNotes>(TimeSpan.FromMinutes(5));

    private static Task WriteAsync(Node node, int count) => node.DoAsync(async services =>
    {
        var db = services.GetRequiredService<NotesDb>();
        for (var i = 0; i < count; i++) db.Add(new Note { Id = IId<NoteId>.New() });
        await db.SaveChangesAsync();
    });

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await holds()) await Task.Delay(5, patience.Token);
    }
}
