using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Platform;

/// <summary>One file, one writer at a time, readers never wait (WAL).</summary>
internal sealed class SqliteDatabase : IDatabase
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly string connectionString;
    private readonly ConcurrentBag<RememberingConnection> idle = [];
    private readonly SemaphoreSlim turn = new(1, 1);
    private RememberingConnection? writer;
    private bool closed;

    public SqliteDatabase(string connectionString)
    {
        // Own bag of connections instead of the provider's pool: pragmas are set once per physical connection.
        var builder = new SqliteConnectionStringBuilder(connectionString) { Pooling = false, ForeignKeys = true };
        this.connectionString = builder.ToString();
        if (Path.GetDirectoryName(Path.GetFullPath(builder.DataSource)) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
    }

    public Dialect Dialect => Dialect.Sqlite;

    public string NowSql => "(621355968000000000 + cast(unixepoch('subsec') * 1000 as integer) * 10000)";

    public DbConnection Rent() => idle.TryTake(out var connection) ? connection : Open(cacheMegabytes: 2);

    public ValueTask ReturnAsync(DbConnection connection)
    {
        var returned = (RememberingConnection)connection;
        if (closed || returned.State != ConnectionState.Open) returned.Dispose();
        else idle.Add(returned);
        return ValueTask.CompletedTask;
    }

    public async ValueTask<WriteTurn?> WriteTurnAsync(CancellationToken cancel)
    {
        // The semaphore hands over in order of arrival, so nobody starves; busy_timeout would wait by sleeping.
        if (!await turn.WaitAsync(Patience, cancel))
            throw new TimeoutException($"Nobody gave the write turn back within {Patience.TotalSeconds:0} s: a second session inside an open transaction waits for itself.");
        try
        {
            if (writer is not { State: ConnectionState.Open })
            {
                writer?.Dispose();
                writer = Open(cacheMegabytes: 64);
            }
            return new WriteTurn(writer, turn);
        }
        catch
        {
            turn.Release();
            throw;
        }
    }

    public ValueTask<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancel) =>
        new(((SqliteConnection)connection).BeginTransaction(IsolationLevel.Serializable, deferred: false));

    public void Configure(DbContextOptionsBuilder options) => options.UseSqlite();

    public ValueTask DisposeAsync()
    {
        closed = true;
        while (idle.TryTake(out var connection)) connection.Dispose();
        writer?.Dispose();
        return ValueTask.CompletedTask;
    }

    private RememberingConnection Open(int cacheMegabytes)
    {
        var connection = new RememberingConnection(connectionString);
        connection.Open();
        using var pragmas = connection.CreateCommand();
        // FULL: money is recorded here, and a commit that was answered must survive a power cut.
        // busy_timeout is for other processes only, such as the command line beside a running server.
        pragmas.CommandText = $"""
            pragma busy_timeout = 5000; pragma journal_mode = wal; pragma synchronous = full; pragma temp_store = memory;
            pragma cache_size = {-1024 * cacheMegabytes}; pragma wal_autocheckpoint = 4000;
            """;
        pragmas.ExecuteNonQuery();
        return connection;
    }
}
