using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Platform;

/// <summary>The two databases that Hilo runs on.</summary>
public enum Dialect
{
    Sqlite,
    Postgres,
}

/// <summary>The database that one connection string chose. Everything that differs between the two when connecting lives behind it.</summary>
public interface IDatabase : IAsyncDisposable
{
    Dialect Dialect { get; }

    /// <summary>SQL for the database's own time in UTC ticks: leases of several nodes compare one clock.</summary>
    string NowSql { get; }

    /// <summary>Closed on PostgreSQL until used, so that reads hold a pooled connection only while they run; open on SQLite.</summary>
    DbConnection Rent();

    /// <summary>Takes a rented connection back, whatever its state.</summary>
    ValueTask ReturnAsync(DbConnection connection);

    /// <summary>SQLite has one writer: whoever waits in this process is served first come, first served. Null where writers need no turn.</summary>
    ValueTask<WriteTurn?> WriteTurnAsync(CancellationToken cancel);

    /// <summary>Starts a write transaction, on the connection of the turn or, where there is none, on a rented one.</summary>
    ValueTask<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancel);

    /// <summary>Chooses the EF Core provider, without a connection: sessions bring theirs.</summary>
    void Configure(DbContextOptionsBuilder options);
}

/// <summary>The right to write, and the connection to write with. Disposing hands it to whoever waits longest.</summary>
/// <remarks>Always the same connection: SQLite forgets the pages that a connection has in memory as soon as another one writes.</remarks>
public sealed class WriteTurn(DbConnection connection, SemaphoreSlim turn) : IDisposable
{
    private SemaphoreSlim? held = turn;

    public DbConnection Connection => connection;

    public void Dispose() => Interlocked.Exchange(ref held, null)?.Release();
}
