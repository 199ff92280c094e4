using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Hilo.Platform;

/// <summary>A PostgreSQL 15 or newer, shared by any number of nodes.</summary>
internal sealed class PostgresDatabase : IDatabase
{
    // A server as it is installed takes 100 in all, which four nodes share; a rush that may open as many as it likes is refused by it.
    internal const int PoolSize = 24;

    public PostgresDatabase(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString)
        {
            // The program has some hundreds of statements; those that come twice on a connection stay planned.
            MaxAutoPrepare = 200,
            AutoPrepareMinUsages = 2,
            NoResetOnClose = true,
            ApplicationName = "hilo",
        };
        // Npgsql's own builder says that it contains every name it knows, given or not.
        var given = new DbConnectionStringBuilder { ConnectionString = connectionString };
        if (!given.ContainsKey("Maximum Pool Size") && !given.ContainsKey("MaxPoolSize")) builder.MaxPoolSize = PoolSize;
        // A forgotten transaction must not hold locks, and hide its events, for ever.
        builder.Options ??= "-c idle_in_transaction_session_timeout=10s";
        ConnectionString = builder.ToString();
        Source = NpgsqlDataSource.Create(builder);
    }

    /// <summary>With the password, for the dedicated connections that listen and notify.</summary>
    internal string ConnectionString { get; }

    internal NpgsqlDataSource Source { get; }

    public Dialect Dialect => Dialect.Postgres;

    public string NowSql => "(621355968000000000 + (extract(epoch from clock_timestamp()) * 10000000)::bigint)";

    public DbConnection Rent() => Source.CreateConnection();

    public ValueTask ReturnAsync(DbConnection connection) => connection.DisposeAsync();

    public ValueTask<WriteTurn?> WriteTurnAsync(CancellationToken cancel) => new((WriteTurn?)null);

    public async ValueTask<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancel)
    {
        if (connection.State != ConnectionState.Open) await connection.OpenAsync(cancel);
        return await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancel);
    }

    public void Configure(DbContextOptionsBuilder options) => options.UseNpgsql();

    public ValueTask DisposeAsync() => Source.DisposeAsync();
}
