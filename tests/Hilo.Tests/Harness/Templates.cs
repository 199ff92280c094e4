using System.Collections.Concurrent;
using Hilo.Platform;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Hilo.Tests;

/// <summary>Migrates once per set of modules and copies the result for every test.</summary>
internal static class Templates
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Made = new(StringComparer.Ordinal);
    private static readonly SemaphoreSlim OneCopy = new(1, 1);
    private static int count;

    public static async Task<string> CopyAsync(Database database, IReadOnlyList<MigrationSource> sources)
    {
        var key = $"{database}:{string.Join(',', sources.Select(s => s.Module))}";
        var template = await Made.GetOrAdd(key, _ => new Lazy<Task<string>>(() => MakeAsync(database, sources))).Value;
        if (database.Dialect == Dialect.Sqlite)
        {
            var copy = SqliteFiles.New();
            File.Copy(SqliteFiles.PathOf(template), SqliteFiles.PathOf(copy));
            return copy;
        }
        var name = $"hilo_copy_{Environment.ProcessId}_{Interlocked.Increment(ref count)}";
        // PostgreSQL refuses to copy a database that is being copied.
        await OneCopy.WaitAsync();
        try
        {
            await PostgresCluster.CreateAsync(name, new NpgsqlConnectionStringBuilder(template).Database);
        }
        finally
        {
            OneCopy.Release();
        }
        return await PostgresCluster.ConnectionToAsync(name);
    }

    private static async Task<string> MakeAsync(Database database, IReadOnlyList<MigrationSource> sources)
    {
        var connectionString = await database.EmptyAsync();
        await using (var opened = Databases.Open(connectionString))
        {
            await new Migrations(opened, sources, TimeProvider.System, NullLogger<Migrations>.Instance).ApplyAsync(CancellationToken.None);
        }
        if (database.Dialect == Dialect.Postgres) return connectionString;
        // The file is copied, not its write-ahead log.
        await using var connection = new SqliteConnection(connectionString + ";Pooling=False");
        await connection.OpenAsync();
        await using var truncate = connection.CreateCommand();
        truncate.CommandText = "pragma wal_checkpoint(truncate); pragma journal_mode = delete";
        await truncate.ExecuteNonQueryAsync();
        return connectionString;
    }
}
