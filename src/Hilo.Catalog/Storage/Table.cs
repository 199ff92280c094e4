using System.Globalization;
using Hilo.Platform;
using Npgsql;

namespace Hilo.Catalog;

/// <summary>Writes many rows of one table: one statement for all of them on PostgreSQL, one prepared statement run per row on SQLite.</summary>
internal sealed class Table<T>(string name, params Column<T>[] columns)
{
    private readonly string names = string.Join(", ", columns.Select(c => c.Name));

    public Task InsertAsync(DbSession session, IReadOnlyCollection<T> rows, CancellationToken cancel) => session.Dialect == Dialect.Postgres
        ? RunSetAsync(session, rows, columns, $"insert into {name} ({names}) select * from {Unnest(columns)}", cancel)
        : RunEachAsync(session, rows, columns, $"insert into {name} ({names}) values ({string.Join(", ", columns.Select((_, i) => $"${i + 1}"))})", cancel);

    /// <summary>Writes the named columns of rows that exist; the first column of the table is its key.</summary>
    public Task UpdateAsync(DbSession session, IReadOnlyCollection<T> rows, CancellationToken cancel, params string[] only)
    {
        Column<T>[] written = [columns[0], .. only.Length == 0 ? columns.Skip(1) : columns.Where(c => only.Contains(c.Name))];
        var sets = written.Skip(1).ToList();
        return session.Dialect == Dialect.Postgres
            ? RunSetAsync(session, rows, written, $"update {name} t set {string.Join(", ", sets.Select(c => $"{c.Name} = u.{c.Name}"))} from {Unnest(written)} where t.{columns[0].Name} = u.{columns[0].Name}", cancel)
            : RunEachAsync(session, rows, written, $"update {name} set {string.Join(", ", sets.Select((c, i) => $"{c.Name} = ${i + 2}"))} where {columns[0].Name} = $1", cancel);
    }

    /// <summary>Takes rows away by all their columns.</summary>
    public Task DeleteAsync(DbSession session, IReadOnlyCollection<T> rows, CancellationToken cancel) => session.Dialect == Dialect.Postgres
        ? RunSetAsync(session, rows, columns, $"delete from {name} t using {Unnest(columns)} where {string.Join(" and ", columns.Select(c => $"t.{c.Name} = u.{c.Name}"))}", cancel)
        : RunEachAsync(session, rows, columns, $"delete from {name} where {string.Join(" and ", columns.Select((c, i) => $"{c.Name} = ${i + 1}"))}", cancel);

    private static string Unnest(Column<T>[] written) =>
        $"unnest({string.Join(", ", written.Select((c, i) => $"${i + 1}::{c.Type}[]"))}) as u({string.Join(", ", written.Select(c => c.Name))})";

    private static async Task RunSetAsync(DbSession session, IReadOnlyCollection<T> rows, Column<T>[] written, string sql, CancellationToken cancel)
    {
        if (rows.Count == 0) return;
        await session.BeginAsync(cancel);
        await using var command = session.CreateCommand();
        command.CommandText = sql;
        foreach (var column in written) command.Parameters.Add(new NpgsqlParameter { Value = column.ArrayOf(rows) });
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static async Task RunEachAsync(DbSession session, IReadOnlyCollection<T> rows, Column<T>[] written, string sql, CancellationToken cancel)
    {
        if (rows.Count == 0) return;
        await session.BeginAsync(cancel);
        await using var command = session.CreateCommand();
        command.CommandText = sql;
        var parameters = written.Select((_, i) =>
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"${i + 1}";
            command.Parameters.Add(parameter);
            return parameter;
        }).ToArray();
        foreach (var row in rows)
        {
            for (var i = 0; i < written.Length; i++) parameters[i].Value = SqlValues.ForSqlite(written[i].Value(row)) ?? DBNull.Value;
            await command.ExecuteNonQueryAsync(cancel);
        }
    }
}

/// <param name="Type">PostgreSQL's: uuid, text, bigint, integer, boolean or bytea.</param>
internal sealed record Column<T>(string Name, string Type, Func<T, object?> Value)
{
    public Array ArrayOf(IEnumerable<T> rows)
    {
        var values = rows.Select(r => SqlValues.ForPostgres(Value(r)));
        return Type switch
        {
            "uuid" => values.Select(v => (Guid?)v).ToArray(),
            "bigint" => values.Select(v => v is null ? (long?)null : Convert.ToInt64(v, CultureInfo.InvariantCulture)).ToArray(),
            "integer" => values.Select(v => v is null ? (int?)null : Convert.ToInt32(v, CultureInfo.InvariantCulture)).ToArray(),
            "boolean" => values.Select(v => (bool?)v).ToArray(),
            "bytea" => values.Select(v => (byte[]?)v).ToArray(),
            _ => values.Select(v => (string?)v).ToArray(),
        };
    }
}
