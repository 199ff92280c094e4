using Hilo.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Platform;

internal sealed record WriteNote(NoteId Id, int Number);

/// <summary>Refuses negative numbers; the database itself refuses 13.</summary>
internal sealed class WriteNotes(DbSession session, EventLog log) : IGroupHandler<WriteNote, int>
{
    public async Task<IReadOnlyList<Result<int>>> HandleAsync(IReadOnlyList<WriteNote> group, CancellationToken cancel)
    {
        var answers = new List<Result<int>>();
        foreach (var write in group)
        {
            if (write.Number < 0)
            {
                answers.Add(new Problem("note.negative", "No."));
                continue;
            }
            var state = write.Number == 13 ? "impossible" : "open";
            await session.ExecuteAsync($"""
                insert into notes_notes (id, text, state, price_minor, price_currency, weight, written_at, is_urgent, version)
                values ({write.Id}, '', {state}, 0, 'ARS', 0, 0, {false}, {write.Number})
                """, cancel);
            answers.Add(write.Number);
        }
        await log.AppendAsync(group.Where(w => w.Number >= 0).Select(w => new NoteWritten(w.Id, w.Number)), cancel);
        return answers;
    }
}

public class Committing_in_groups
{
    [Theory, EveryDatabase]
    public async Task Answers_everyone_and_fails_only_the_poisoned(Database database)
    {
        await using var node = await OpenAsync(database);
        var lane = node.Services.GetRequiredService<Lane<WriteNote, int>>();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 400).Select(async i =>
        {
            var number = i % 40 == 7 ? 13 : i % 10 == 3 ? -i : i;
            try
            {
                return (await lane.SubmitAsync(new WriteNote(IId<NoteId>.New(), number), null, CancellationToken.None)).Refused(out var problem, out _) ? problem.Code : "written";
            }
            catch (Exception e) when (e is System.Data.Common.DbException)
            {
                return "error";
            }
        }));

        Assert.Equal([("error", 10), ("note.negative", 40), ("written", 350)], outcomes.GroupBy(o => o).Select(g => (g.Key, g.Count())).Order());
        Assert.Equal([350L], await node.QueryAsync($"select count(*) from notes_notes", r => r.GetInt64(0)));
        Assert.Equal([350L], await node.QueryAsync($"select count(*) from events", r => r.GetInt64(0)));
    }

    [Theory, EveryDatabase]
    public async Task Gives_a_repeated_key_its_first_answer_in_the_same_group_and_later(Database database)
    {
        await using var node = await OpenAsync(database);
        var lane = node.Services.GetRequiredService<Lane<WriteNote, int>>();
        LaneKey<int> Key(int hash) => new("shopper:1 POST /notes", "k1", [(byte)hash], answer => new StoredAnswer(201, "application/json", [42]));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => TryAsync(Key(1))));
        var later = await TryAsync(Key(2));

        Assert.Equal(1, outcomes.Count(o => o is null));
        Assert.All(outcomes.Append(later).OfType<KeyAlreadyUsedException>(), used => Assert.Equal((201, 1, 42), (used.Answer!.Status, used.RequestHash[0], used.Answer.Body[0])));
        Assert.Equal(20, outcomes.Append(later).OfType<KeyAlreadyUsedException>().Count());
        Assert.Equal([1L], await node.QueryAsync($"select count(*) from notes_notes", r => r.GetInt64(0)));

        async Task<KeyAlreadyUsedException?> TryAsync(LaneKey<int> key)
        {
            try
            {
                await lane.SubmitAsync(new WriteNote(IId<NoteId>.New(), 5), key, CancellationToken.None);
                return null;
            }
            catch (KeyAlreadyUsedException used)
            {
                return used;
            }
        }
    }

    [Theory, EveryDatabase]
    public async Task A_refusal_may_leave_its_key_free(Database database)
    {
        await using var node = await OpenAsync(database);
        var lane = node.Services.GetRequiredService<Lane<WriteNote, int>>();
        var key = new LaneKey<int>("s", "k", [1], answer => answer.Refused(out _, out _) ? null : new StoredAnswer(201, "text/plain", []));

        Assert.True((await lane.SubmitAsync(new WriteNote(IId<NoteId>.New(), -1), key, CancellationToken.None)).Refused(out _, out _));
        Assert.False((await lane.SubmitAsync(new WriteNote(IId<NoteId>.New(), 1), key, CancellationToken.None)).Refused(out _, out _));
    }

    [Fact]
    public async Task Is_busy_when_the_database_does_not_answer_in_time()
    {
        await using var node = await OpenAsync(Database.Sqlite, deadlineSeconds: 1);
        var lane = node.Services.GetRequiredService<Lane<WriteNote, int>>();
        Task<Result<int>> taken, queued;
        using (await node.Database.WriteTurnAsync(CancellationToken.None))
        {
            taken = lane.SubmitAsync(new WriteNote(IId<NoteId>.New(), 1), null, CancellationToken.None);
            Assert.NotSame(taken, await Task.WhenAny(taken, Task.Delay(TimeSpan.FromSeconds(0.5))));
            queued = lane.SubmitAsync(new WriteNote(IId<NoteId>.New(), 2), null, CancellationToken.None);
            Assert.True((await queued).Refused(out var problem, out _));
            Assert.Equal(("server.busy", 503), (problem.Code, problem.Status));
        }

        Assert.False((await taken).Refused(out _, out var number));
        Assert.Equal(1, number);
        Assert.Equal([1L], await node.QueryAsync($"select version from notes_notes", r => r.GetInt64(0)));
    }

    [Theory, PostgresOnly]
    public async Task Knows_whether_a_commit_happened_when_its_answer_was_lost(Database database)
    {
        await using var node = await OpenAsync(database);
        var sure = new SureCommit(node.Database);
        string committed = "", aborted = "";
        await node.DoAsync(async s => committed = await XidAsync(s.GetRequiredService<DbSession>()));
        await Assert.ThrowsAsync<InvalidOperationException>(() => node.DoAsync(async s =>
        {
            aborted = await XidAsync(s.GetRequiredService<DbSession>());
            throw new InvalidOperationException();
        }));

        Assert.True(await sure.WasCommittedAsync(committed));
        Assert.False(await sure.WasCommittedAsync(aborted));
    }

    private static async Task<string> XidAsync(DbSession session) =>
        (await session.ChangeAsync($"select pg_current_xact_id()::text", r => r.GetString(0), CancellationToken.None))[0];

    private static Task<Node> OpenAsync(Database database, double deadlineSeconds = 60) => Node.OnAsync(database, services => services
        .AddNotes().AddSingleton(new LaneLimits(1_000, TimeSpan.FromSeconds(deadlineSeconds))).AddLane<WriteNote, int, WriteNotes>());
}
