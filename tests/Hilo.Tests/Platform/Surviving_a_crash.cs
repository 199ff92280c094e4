using Hilo.Platform;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Hilo.Tests.Platform;

public class Surviving_a_crash
{
    [Theory, EveryDatabase]
    public async Task Leaves_nothing_of_a_transaction_that_was_cut_off(Database database)
    {
        await using var node = await Node.OnAsync(database, s => s.AddNotes());
        await node.DoAsync(services => WriteAsync(services, "kept"));

        string after = node.ConnectionString;
        try
        {
            await node.DoAsync(async services =>
            {
                await WriteAsync(services, "lost");
                await services.GetRequiredService<DbSession>().FlushEventsAsync(CancellationToken.None);
                after = await CutAsync(node, services.GetRequiredService<DbSession>());
            });
        }
        catch (NpgsqlException)
        {
            Assert.Equal(Dialect.Postgres, database.Dialect);
        }

        await using var restarted = new Node(after, s => s.AddNotes());
        Assert.Equal(["kept"], await restarted.QueryAsync($"select text from notes_notes", r => r.GetString(0)));
        Assert.Equal([1L], await restarted.QueryAsync($"select count(*) from events", r => r.GetInt64(0)));
        await restarted.DoAsync(services => WriteAsync(services, "next"));
        Assert.Equal([2L], await restarted.QueryAsync($"select count(*) from events", r => r.GetInt64(0)));
    }

    [Theory, EveryDatabase]
    public async Task A_copy_of_a_running_database_goes_on_numbering_and_listening(Database database)
    {
        await using var old = await (await Node.OnAsync(database, Modules)).StartAsync();
        await old.DoAsync(services => WriteAsync(services, "before"));
        await old.SettleAsync();

        var restored = await database.EmptyAsync();
        await CopyAsync(old, restored);
        // The old one goes on, and the copy knows nothing of it.
        await old.DoAsync(services => WriteAsync(services, "elsewhere"));
        await using var node = await new Node(restored, Modules).StartAsync();
        await node.DoAsync(services => WriteAsync(services, "after"));
        await node.SettleAsync();

        Assert.Equal([1L, 2L], await node.QueryAsync($"select position from events order by position", r => r.GetInt64(0)));
        Assert.Equal(["before", "after"], await node.QueryAsync($"select n.text from events e join notes_notes n on n.id = e.subject order by e.position", r => r.GetString(0)));
        Assert.Equal(2, (await node.QueryAsync($"select 1 from notes_seen", _ => 1)).Count);
    }

    private static void Modules(IServiceCollection services) => services.AddNotes().AddSingleton<Faults>().On<NoteWritten, WhenNoteWritten>()
        // The copy brings the leases of its original along, which nobody renews.
        .AddSingleton(new LeaseTerm(TimeSpan.FromSeconds(2)));

    private static async Task WriteAsync(IServiceProvider services, string text)
    {
        var db = services.GetRequiredService<NotesDb>();
        var note = new Note { Id = IId<NoteId>.New(), Text = text };
        db.Add(note);
        db.Publish(new NoteWritten(note.Id, 1));
        await db.SaveChangesAsync();
    }

    // SQLite: the files as they are on disk at this moment. PostgreSQL: the server ends the connection.
    private static async Task<string> CutAsync(Node node, DbSession session)
    {
        if (node.Database.Dialect == Dialect.Sqlite)
        {
            var copy = SqliteFiles.New();
            foreach (var part in (string[])["", "-wal"])
                File.Copy(SqliteFiles.PathOf(node.ConnectionString) + part, SqliteFiles.PathOf(copy) + part);
            return copy;
        }
        var backend = (await session.QueryAsync($"select pg_backend_pid()", r => r.GetInt32(0), CancellationToken.None))[0];
        await node.QueryAsync($"select pg_terminate_backend({backend})", r => r.GetBoolean(0));
        return node.ConnectionString;
    }

    /// <summary>As an operator copies: <c>pg_dump</c> and <c>pg_restore</c>, or <c>vacuum into</c>.</summary>
    private static async Task CopyAsync(Node from, string to)
    {
        if (from.Database.Dialect == Dialect.Sqlite)
        {
            await using var connection = new SqliteConnection(from.ConnectionString + ";Pooling=False");
            await connection.OpenAsync();
            await using var copy = connection.CreateCommand();
            copy.CommandText = "vacuum into $file";
            copy.Parameters.AddWithValue("$file", SqliteFiles.PathOf(to));
            await copy.ExecuteNonQueryAsync();
            return;
        }
        var binaries = PostgresCluster.Binaries ?? throw new InvalidOperationException("pg_dump is missing: install Debian's postgresql.");
        var (source, target) = (new NpgsqlConnectionStringBuilder(from.ConnectionString), new NpgsqlConnectionStringBuilder(to));
        var dump = Path.Combine(Path.GetTempPath(), $"{target.Database}.dump");
        await PostgresCluster.ExecuteAsync(Path.Combine(binaries, "pg_dump"), "-h", source.Host!, "-U", source.Username!, "-Fc", "-f", dump, source.Database!);
        await PostgresCluster.ExecuteAsync(Path.Combine(binaries, "pg_restore"), "-h", target.Host!, "-U", target.Username!, "-d", target.Database!, dump);
        File.Delete(dump);
    }
}
