using Hilo.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Hilo.Tests.Platform;

public class Sharing_one_session
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Theory, EveryDatabase]
    public async Task Keeps_every_kind_of_value(Database database)
    {
        await using var node = await Node.OnAsync(database, s => s.AddNotes());
        var full = new Note
        {
            Id = IId<NoteId>.New(),
            Text = "ñandú",
            State = NoteState.HandedOver,
            Before = NoteState.Open,
            LocationId = IId<LocationId>.New(),
            Reference = IId<EventId>.New().Value,
            Price = Money.Ars(1234.5m),
            Weight = new Quantity(750),
            Tare = new Quantity(-1),
            WrittenAt = Noon,
            HandedOverAt = Noon.AddTicks(7),
            IsUrgent = true,
            Version = 3,
        };
        var bare = new Note { Id = IId<NoteId>.New(), WrittenAt = Noon };

        await node.DoAsync(async services =>
        {
            var db = services.GetRequiredService<NotesDb>();
            db.AddRange(full, bare);
            await db.SaveChangesAsync();
        });

        var (readFull, readBare) = await node.DoAsync(async services =>
        {
            var notes = services.GetRequiredService<NotesDb>().Notes;
            var urgent = await notes.SingleAsync(n => n.State == NoteState.HandedOver && n.Weight == new Quantity(750) && n.HandedOverAt > Noon && n.Price.Minor > 100);
            return (urgent, await notes.FindAsync(bare.Id));
        });
        Assert.Equivalent(full, readFull, strict: true);
        Assert.Equivalent(bare, readBare, strict: true);
        Assert.Equal(["handed_over", "open"], await node.QueryAsync($"select state from notes_notes order by state", r => r.GetString(0)));
        Assert.Equal([full.LocationId!.Value], await node.QueryAsync($"select location_id from notes_notes where id = {full.Id}", r => r.Id<LocationId>(0)));
    }

    [Fact]
    public async Task Whoever_waits_reads_with_nobodys_connection_and_goes_on_afterwards()
    {
        await using var node = await Node.OnAsync(Database.Sqlite, s => s.AddNotes());
        await using var waiting = node.Services.CreateAsyncScope();
        var (session, notes) = (waiting.ServiceProvider.GetRequiredService<DbSession>(), waiting.ServiceProvider.GetRequiredService<NotesDb>().Notes);
        Assert.Empty(await notes.ToListAsync());
        var connection = session.Connection;

        await session.RestAsync();
        await node.DoAsync(async services =>
        {
            // The very connection that the other one gave back, until this one writes.
            Assert.Same(connection, services.GetRequiredService<DbSession>().Connection);
            services.GetRequiredService<NotesDb>().Add(new Note { Id = IId<NoteId>.New(), WrittenAt = Noon });
            await services.GetRequiredService<NotesDb>().SaveChangesAsync();
        });
        session.Resume();

        Assert.Single(await notes.ToListAsync());
    }

    [Theory]
    [InlineData("", PostgresDatabase.PoolSize)]
    [InlineData(";Maximum Pool Size=7", 7)]
    [InlineData(";MaxPoolSize=7", 7)]
    [InlineData(";maximum pool size=100", 100)]
    public async Task A_node_takes_its_share_of_the_connections_or_what_it_is_given(string given, int taken)
    {
        await using var database = new PostgresDatabase($"Host=127.0.0.1;Database=hilo{given}");

        Assert.Equal(taken, new NpgsqlConnectionStringBuilder(database.ConnectionString).MaxPoolSize);
    }

    [Theory, EveryDatabase]
    public async Task Commits_the_change_and_its_event_together_or_not_at_all(Database database)
    {
        await using var node = await Node.OnAsync(database, s => s.AddNotes());

        await node.DoAsync(services => WriteAsync(services, 1));
        await Assert.ThrowsAsync<InvalidOperationException>(() => node.DoAsync(async services =>
        {
            await WriteAsync(services, 2);
            throw new InvalidOperationException("the power went");
        }));

        Assert.Equal([1L], await node.QueryAsync($"select count(*) from notes_notes", r => r.GetInt64(0)));
        Assert.Equal(["notes.written"], await node.QueryAsync($"select type from events", r => r.GetString(0)));
    }

    [Theory, EveryDatabase]
    public async Task Refuses_to_commit_what_nobody_saved(Database database)
    {
        await using var node = await Node.OnAsync(database, s => s.AddNotes());

        await Assert.ThrowsAsync<InvalidOperationException>(() => node.DoAsync(services =>
        {
            services.GetRequiredService<NotesDb>().Add(new Note { Id = IId<NoteId>.New(), WrittenAt = Noon });
            return Task.CompletedTask;
        }));
    }

    [Theory, EveryDatabase]
    public async Task Serves_many_writers_at_once(Database database)
    {
        await using var node = await Node.OnAsync(database, s => s.AddNotes());

        await Task.WhenAll(Enumerable.Range(0, 16).Select(async writer =>
        {
            for (var i = 0; i < 20; i++) await node.DoAsync(services => WriteAsync(services, writer * 100 + i));
        }));

        Assert.Equal([320L], await node.QueryAsync($"select count(*) from notes_notes", r => r.GetInt64(0)));
        Assert.Equal([320L], await node.QueryAsync($"select count(distinct id) from events", r => r.GetInt64(0)));
    }

    [Theory, EveryDatabase]
    public async Task Continues_with_another_transaction_after_a_commit_or_a_rollback(Database database)
    {
        await using var node = await Node.OnAsync(database, s => s.AddNotes());

        await node.DoAsync(async services =>
        {
            var session = services.GetRequiredService<DbSession>();
            await WriteAsync(services, 1);
            await session.CommitAsync(CancellationToken.None);
            Assert.False(session.HasTransaction);
            await session.ExecuteAsync($"update notes_notes set text = {"lost"}", CancellationToken.None);
            await session.RollbackAsync(CancellationToken.None);
            await session.ExecuteAsync($"update notes_notes set version = version + 1", CancellationToken.None);
        });

        Assert.Equal([("1", 1L)], await node.QueryAsync($"select text, version from notes_notes", r => (r.GetString(0), r.GetInt64(1))));
    }

    private static async Task WriteAsync(IServiceProvider services, int number)
    {
        var db = services.GetRequiredService<NotesDb>();
        var note = new Note { Id = IId<NoteId>.New(), Text = $"{number}", WrittenAt = Noon };
        db.Add(note);
        db.Publish(new NoteWritten(note.Id, number));
        await db.SaveChangesAsync();
    }
}
