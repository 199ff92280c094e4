using Hilo.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Platform;

public class Numbering_events
{
    [Theory, EveryDatabase]
    public async Task Never_skips_the_event_of_a_slow_writer(Database database)
    {
        await using var node = await (await Node.OnAsync(database, Modules)).StartAsync();
        var slowHasWritten = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var fastAreDone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        // The slow writer draws its sequence number first and commits last. On SQLite the others simply wait for their turn.
        var slow = node.DoAsync(async services =>
        {
            var session = services.GetRequiredService<DbSession>();
            session.Publish(new NoteWritten(IId<NoteId>.New(), -1));
            await session.FlushEventsAsync(CancellationToken.None);
            slowHasWritten.SetResult();
            if (database.Dialect == Dialect.Postgres) await fastAreDone.Task;
        });
        await slowHasWritten.Task;
        for (var i = 0; i < 20; i++) await PublishAsync(node, IId<NoteId>.New(), i);
        if (database.Dialect == Dialect.Postgres) await UntilSeenAsync(node, 20);
        fastAreDone.SetResult();
        await slow;
        await node.SettleAsync();

        Assert.Equal(Enumerable.Range(-1, 21), (await SeenAsync(node)).Order());
    }

    [Theory, EveryDatabase]
    public async Task Keeps_the_order_in_which_a_subject_changed_however_many_write(Database database)
    {
        await using var node = await (await Node.OnAsync(database, Modules)).StartAsync();
        var subjects = Enumerable.Range(0, 20).Select(_ => IId<NoteId>.New()).ToList();
        foreach (var note in subjects)
            await node.DoAsync(s => s.GetRequiredService<DbSession>().ExecuteAsync($"""
                insert into notes_notes (id, text, state, price_minor, price_currency, weight, written_at, is_urgent, version) values ({note}, '', 'open', 0, 'ARS', 0, 0, {false}, 0)
                """, CancellationToken.None));

        // Each event carries the version that its own transaction gave to the row.
        await Task.WhenAll(Enumerable.Range(0, 16).Select(writer => Task.Run(async () =>
        {
            var random = new Random(writer);
            for (var i = 0; i < 40; i++)
            {
                var note = subjects[random.Next(subjects.Count)];
                await node.DoAsync(async services =>
                {
                    var session = services.GetRequiredService<DbSession>();
                    var version = await session.ChangeAsync($"update notes_notes set version = version + 1 where id = {note} returning version", r => r.GetInt32(0), CancellationToken.None);
                    session.Publish(new NoteWritten(note, version[0]));
                });
            }
        })));
        await node.SettleAsync();

        var log = await node.DoAsync(s => s.GetRequiredService<EventLog>().ReadAsync(0, 10_000, null, CancellationToken.None));
        Assert.Equal(Enumerable.Range(1, 640).Select(i => (long)i), log.Select(e => e.Facts.Position));
        foreach (var ofOne in log.Select(e => (NoteWritten)e.Event!).GroupBy(e => e.NoteId))
            Assert.Equal(Enumerable.Range(1, ofOne.Count()), ofOne.Select(e => e.Number));
    }

    [Theory, PostgresOnly]
    public async Task Is_taken_over_by_another_node_and_reaches_its_listeners(Database database)
    {
        var connectionString = await database.FreshAsync(Modules);
        var first = await new Node(connectionString, Modules).StartAsync();
        await PublishAsync(first, IId<NoteId>.New(), 1);
        await first.SettleAsync();
        await using var second = await new Node(connectionString, Modules).StartAsync();
        await PublishAsync(second, IId<NoteId>.New(), 2);
        await first.SettleAsync();
        await first.DisposeAsync();

        await PublishAsync(second, IId<NoteId>.New(), 3);
        await UntilSeenAsync(second, 3);

        Assert.Equal([1, 2, 3], (await SeenAsync(second)).Order());
    }

    [Theory, EveryDatabase]
    public async Task Finds_what_happened_to_a_subject_and_in_a_correlation_newest_first(Database database)
    {
        await using var node = await (await Node.OnAsync(database, Modules)).StartAsync();
        var (note, correlation) = (IId<NoteId>.New(), IId<EventId>.New().Value);
        var facts = new Facts { Actor = "staff:ana", CorrelationId = correlation, LocationId = IId<LocationId>.New() };
        foreach (var number in (int[])[1, 2])
            await node.Sessions.RunAsync(facts, (services, _) =>
            {
                services.GetRequiredService<DbSession>().Publish(new NoteWritten(note, number));
                return Task.CompletedTask;
            }, CancellationToken.None);
        await PublishAsync(node, IId<NoteId>.New(), 3);
        await node.SettleAsync();

        var found = await FindAsync(new EventSearch { Subject = note.Value, CorrelationId = correlation });
        Assert.Equal([2, 1], found.Select(e => ((NoteWritten)e.Event!).Number));
        Assert.All(found, e => Assert.Equal(("staff:ana", facts.LocationId, "notes.written"), (e.Facts.Actor, e.Facts.LocationId, e.Facts.Type)));
        Assert.Equal([1], (await FindAsync(new EventSearch { Subject = note.Value, Before = found[0].Facts.Position })).Select(e => ((NoteWritten)e.Event!).Number));
        Assert.Empty(await FindAsync(new EventSearch { Types = ["nothing.happened"] }));
        Assert.Equal(3, (await FindAsync(new EventSearch { Types = ["notes.written"] })).Count);

        Task<List<LoggedEvent>> FindAsync(EventSearch search) => node.DoAsync(s => s.GetRequiredService<EventLog>().FindAsync(search, CancellationToken.None));
    }

    private static void Modules(IServiceCollection services) => services.AddNotes().AddSingleton<Faults>().On<NoteWritten, WhenNoteWritten>();

    private static Task PublishAsync(Node node, NoteId note, int number) => node.DoAsync(services =>
    {
        services.GetRequiredService<DbSession>().Publish(new NoteWritten(note, number));
        return Task.CompletedTask;
    });

    private static Task<List<int>> SeenAsync(Node node) => node.QueryAsync($"select number from notes_seen order by nth", r => r.GetInt32(0));

    private static async Task UntilSeenAsync(Node node, int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await SeenAsync(node)).Count < count) await Task.Delay(5, patience.Token);
    }
}
