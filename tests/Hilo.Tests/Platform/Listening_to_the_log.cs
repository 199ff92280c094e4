using Hilo.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Platform;

public class Listening_to_the_log
{
    private readonly Faults faults = new();
    private readonly TestClock clock = new();

    [Theory, EveryDatabase]
    public async Task Sees_every_event_once_and_those_of_a_subject_in_order(Database database)
    {
        await using var node = await (await Node.OnAsync(database, Modules, clock)).StartAsync();
        var notes = Enumerable.Range(0, 10).Select(_ => IId<NoteId>.New()).ToList();

        // Each writer owns two notes, so that the order in which their events happened is known.
        await Task.WhenAll(notes.Chunk(2).Select(async own =>
        {
            for (var i = 0; i < 40; i++) await PublishAsync(node, own[i % 2], i);
        }));
        await node.SettleAsync();

        var seen = await SeenAsync(node);
        Assert.Equal(200, seen.Count);
        foreach (var note in notes) Assert.Equal(seen.Where(s => s.Note == note).Select(s => s.Number).Order(), seen.Where(s => s.Note == note).Select(s => s.Number));
        Assert.Equal(200, seen.Select(s => s.Position).Distinct().Count());
    }

    [Theory, EveryDatabase]
    public async Task Resumes_where_it_stopped(Database database)
    {
        var connectionString = await database.FreshAsync(Modules);
        var note = IId<NoteId>.New();
        await using (var first = await new Node(connectionString, Modules, clock).StartAsync())
        {
            await PublishAsync(first, note, 1);
            await first.SettleAsync();
        }
        await using var second = await new Node(connectionString, Modules, clock).StartAsync();
        await PublishAsync(second, note, 2);
        await second.SettleAsync();

        Assert.Equal([1, 2], (await SeenAsync(second)).Select(s => s.Number));
    }

    [Theory, EveryDatabase]
    public async Task Sets_a_failing_event_aside_with_those_of_its_subject_behind_it_while_others_go_on(Database database)
    {
        await using var node = await (await Node.OnAsync(database, Modules, clock)).StartAsync();
        var (broken, fine) = (IId<NoteId>.New(), IId<NoteId>.New());
        faults.Break(broken);

        await PublishAsync(node, broken, 1);
        await PublishAsync(node, broken, 2);
        await PublishAsync(node, fine, 3);
        await node.SettleAsync();

        Assert.Equal([3], (await SeenAsync(node)).Select(s => s.Number));
        var held = await HeldAsync(node);
        Assert.Equal([HeldState.Retrying, HeldState.Waiting], held.Select(h => h.State));
        Assert.Contains("the printer is on fire", held[0].Error);

        faults.Mend(broken);
        clock.Advance(TimeSpan.FromSeconds(2));
        await UntilAsync(node, async () => (await HeldAsync(node)).Count == 0);

        Assert.Equal([3, 1, 2], (await SeenAsync(node)).Select(s => s.Number));
    }

    [Theory, EveryDatabase]
    public async Task Parks_what_keeps_failing_until_a_person_retries_or_drops_it(Database database)
    {
        await using var node = await (await Node.OnAsync(database, Modules, clock)).StartAsync();
        var broken = IId<NoteId>.New();
        faults.Break(broken);
        await PublishAsync(node, broken, 1);
        await PublishAsync(node, broken, 2);
        await node.SettleAsync();

        for (var failure = 1; failure <= HeldQueue.Pauses.Length; failure++)
        {
            clock.Advance(TimeSpan.FromHours(1));
            await UntilAsync(node, async () => (await HeldAsync(node))[0].Attempts > failure);
        }
        var parked = (await HeldAsync(node))[0];
        Assert.Equal((HeldState.Parked, HeldQueue.Pauses.Length + 1), (parked.State, parked.Attempts));

        await node.DoAsync(async s => Assert.True(await s.GetRequiredService<HeldEvents>().RetryAsync(parked.Consumer, parked.Position, CancellationToken.None)));
        await UntilAsync(node, async () => (await HeldAsync(node))[0] is { State: HeldState.Retrying, Attempts: 1 });
        await node.DoAsync(async s => Assert.True(await s.GetRequiredService<HeldEvents>().DropAsync(parked.Consumer, parked.Position, CancellationToken.None)));
        faults.Mend(broken);
        await UntilAsync(node, async () => (await HeldAsync(node)).Count == 0);

        Assert.Equal([2], (await SeenAsync(node)).Select(s => s.Number));
    }

    [Theory, EveryDatabase]
    public async Task A_stale_holder_cannot_commit(Database database)
    {
        await using var node = await Node.OnAsync(database, Modules, clock);
        var stale = await node.Services.GetRequiredService<Leases>().TakeAsync("consumer:notes", CancellationToken.None);
        await node.DoAsync(s => s.GetRequiredService<DbSession>().ExecuteAsync($"update platform_leases set lease_until = 0", CancellationToken.None));
        await using var other = new Node(node.ConnectionString, Modules, clock);
        var current = await other.Services.GetRequiredService<Leases>().TakeAsync("consumer:notes", CancellationToken.None);
        Assert.NotNull(current);
        Assert.Null(await node.Services.GetRequiredService<Leases>().TakeAsync("consumer:notes", CancellationToken.None));

        await Assert.ThrowsAsync<LeaseLostException>(() => node.DoAsync(async s =>
        {
            var session = s.GetRequiredService<DbSession>();
            await session.ExecuteAsync($"insert into notes_seen (event_id, note_id, number, position, nth) values ({IId<EventId>.New()}, {IId<NoteId>.New()}, 1, 1, 1)", CancellationToken.None);
            await Leases.AdvanceAsync(session, stale!, 10, CancellationToken.None);
        }));

        Assert.Empty(await SeenAsync(node));
        Assert.False(await node.Services.GetRequiredService<Leases>().RenewAsync(stale!, CancellationToken.None));
    }

    private void Modules(IServiceCollection services) => services.AddNotes().AddSingleton(faults).On<NoteWritten, WhenNoteWritten>();

    private static Task PublishAsync(Node node, NoteId note, int number) => node.DoAsync(services =>
    {
        services.GetRequiredService<DbSession>().Publish(new NoteWritten(note, number));
        return Task.CompletedTask;
    });

    private static Task<List<(NoteId Note, int Number, long Position)>> SeenAsync(Node node) =>
        node.QueryAsync($"select note_id, number, position from notes_seen order by nth", r => (r.Id<NoteId>(0), r.GetInt32(1), r.GetInt64(2)));

    private static Task<List<HeldEvent>> HeldAsync(Node node) =>
        node.DoAsync(s => s.GetRequiredService<HeldEvents>().ListAsync(null, 100, CancellationToken.None));

    // The loop looks when woken; nothing here depends on how long that takes.
    private static async Task UntilAsync(Node node, Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await holds())
        {
            node.Services.GetRequiredService<LogSignals>().Numbered.Raise();
            await Task.Delay(5, patience.Token);
        }
    }
}
