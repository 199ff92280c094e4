using System.Data.Common;
using Microsoft.Extensions.Logging;

namespace Hilo.Platform;

/// <summary>Brings the database to the form that this program needs.</summary>
/// <remarks>Any number of nodes may start together: one applies, the others wait and find nothing to do. All of it is one transaction,
/// so a bad script leaves nothing behind.</remarks>
public sealed partial class Migrations(IDatabase database, IEnumerable<MigrationSource> sources, TimeProvider clock, ILogger<Migrations> log)
{
    // Any number, the same for every node of one database.
    private const long LockKey = 4_918_207_331;

    /// <returns>How many scripts were applied by this call.</returns>
    public async Task<int> ApplyAsync(CancellationToken cancel)
    {
        var connection = database.Rent();
        try
        {
            using var turn = await database.WriteTurnAsync(cancel);
            await using var transaction = await database.BeginAsync(connection, cancel);
            var applied = await ApplyAsync(new Runner(connection, transaction), cancel);
            await transaction.CommitAsync(cancel);
            return applied;
        }
        finally
        {
            await database.ReturnAsync(connection);
        }
    }

    private async Task<int> ApplyAsync(Runner runner, CancellationToken cancel)
    {
        if (database.Dialect == Dialect.Postgres) await runner.ExecuteAsync($"select pg_advisory_xact_lock({LockKey})", cancel);
        await runner.ExecuteAsync($"""
            create table if not exists platform_migrations (
              module text not null, name text not null, checksum text not null, applied_at bigint not null, primary key (module, name))
            """, cancel);
        var known = await runner.KnownAsync(cancel);
        var count = 0;
        foreach (var script in sources.SelectMany(source => MigrationScript.Of(source, database.Dialect)))
        {
            var checksum = Convert.ToHexStringLower(script.Checksum);
            if (known.TryGetValue((script.Module, script.Name), out var before))
            {
                if (before != checksum) throw new MigrationException(script, "was changed after it had been applied: write a new migration instead.");
                continue;
            }
            await ApplyAsync(runner, script, checksum, cancel);
            count++;
        }
        return count;
    }

    private async Task ApplyAsync(Runner runner, MigrationScript script, string checksum, CancellationToken cancel)
    {
        try
        {
            await runner.ExecuteAsync(script.Sql, cancel);
        }
        catch (DbException e)
        {
            throw new MigrationException(script, $"failed: {e.Message}", e);
        }
        await runner.ExecuteAsync($"""
            insert into platform_migrations (module, name, checksum, applied_at)
            values ('{script.Module}', '{script.Name}', '{checksum}', {clock.GetUtcNow().UtcTicks})
            """, cancel);
        Applied(script.Module, script.Name);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Applied migration {Module}/{Name}.")]
    private partial void Applied(string module, string name);

    private sealed class Runner(DbConnection connection, DbTransaction transaction)
    {
        public async Task ExecuteAsync(string sql, CancellationToken cancel)
        {
            await using var command = Command(sql);
            await command.ExecuteNonQueryAsync(cancel);
        }

        public async Task<Dictionary<(string, string), string>> KnownAsync(CancellationToken cancel)
        {
            await using var command = Command("select module, name, checksum from platform_migrations");
            await using var rows = await command.ExecuteReaderAsync(cancel);
            var known = new Dictionary<(string, string), string>();
            while (await rows.ReadAsync(cancel)) known.Add((rows.GetString(0), rows.GetString(1)), rows.GetString(2));
            return known;
        }

        private DbCommand Command(string sql)
        {
            var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = sql;
            command.CommandTimeout = 0;
            return command;
        }
    }
}

/// <summary>Says which script stopped the start.</summary>
public sealed class MigrationException : Exception
{
    internal MigrationException(MigrationScript script, string what, Exception? cause = null)
        : base($"Migration {script.Module}/{script.Name} {what}", cause)
    {
    }
}
