using System.Data.Common;
using Hilo.Platform;
using Npgsql;

namespace Hilo.Orders;

/// <summary>Writes many rows of one table: one statement with arrays on PostgreSQL, one prepared statement run per row on SQLite. The columns are said once for both.</summary>
internal sealed class TableWriter<T>(string table, params IReadOnlyList<Column<T>> columns)
{
    private readonly string postgres =
        $"insert into {table} ({string.Join(", ", columns.Select(c => c.Name))}) select * from unnest({string.Join(", ", columns.Select((c, i) => $"${i + 1}::{c.PostgresType}[]"))})";

    private readonly string sqlite =
        $"insert into {table} ({string.Join(", ", columns.Select(c => c.Name))}) values ({string.Join(", ", columns.Select((_, i) => $"${i + 1}"))})";

    public NpgsqlBatchCommand ForPostgres(IReadOnlyList<T> rows)
    {
        var command = new NpgsqlBatchCommand(postgres);
        foreach (var column in columns) command.Parameters.Add(column.Values(rows));
        return command;
    }

    public async Task WriteToSqliteAsync(DbSession session, IReadOnlyList<T> rows, CancellationToken cancel)
    {
        if (rows.Count == 0) return;
        await using var command = session.CreateCommand();
        command.CommandText = sqlite;
        var parameters = new DbParameter[columns.Count];
        for (var i = 0; i < parameters.Length; i++)
        {
            parameters[i] = command.CreateParameter();
            parameters[i].ParameterName = $"${i + 1}";
            command.Parameters.Add(parameters[i]);
        }
        foreach (var row in rows)
        {
            for (var i = 0; i < parameters.Length; i++) parameters[i].Value = columns[i].SqliteValue(row);
            await command.ExecuteNonQueryAsync(cancel);
        }
    }
}

/// <summary>One column: its type on PostgreSQL and how a row gives its value.</summary>
internal abstract record Column<T>(string Name, string PostgresType)
{
    public abstract NpgsqlParameter Values(IReadOnlyList<T> rows);

    public abstract object SqliteValue(T row);
}

internal sealed record Uuid<T>(string Name, Func<T, Guid?> Value) : Column<T>(Name, "uuid")
{
    public override NpgsqlParameter Values(IReadOnlyList<T> rows) => new NpgsqlParameter<Guid?[]> { TypedValue = Columns.Of(rows, Value) };

    public override object SqliteValue(T row) => Value(row) is { } id ? id.ToByteArray(bigEndian: true) : DBNull.Value;
}

internal sealed record Long<T>(string Name, Func<T, long?> Value) : Column<T>(Name, "bigint")
{
    public override NpgsqlParameter Values(IReadOnlyList<T> rows) => new NpgsqlParameter<long?[]> { TypedValue = Columns.Of(rows, Value) };

    public override object SqliteValue(T row) => Value(row) is { } number ? number : DBNull.Value;
}

internal sealed record Int<T>(string Name, Func<T, int?> Value) : Column<T>(Name, "integer")
{
    public override NpgsqlParameter Values(IReadOnlyList<T> rows) => new NpgsqlParameter<int?[]> { TypedValue = Columns.Of(rows, Value) };

    public override object SqliteValue(T row) => Value(row) is { } number ? number : DBNull.Value;
}

internal sealed record Text<T>(string Name, Func<T, string?> Value) : Column<T>(Name, "text")
{
    public override NpgsqlParameter Values(IReadOnlyList<T> rows) => new NpgsqlParameter<string?[]> { TypedValue = Columns.Of(rows, Value) };

    public override object SqliteValue(T row) => (object?)Value(row) ?? DBNull.Value;
}

internal static class Columns
{
    public static TValue[] Of<T, TValue>(IReadOnlyList<T> rows, Func<T, TValue> value)
    {
        var values = new TValue[rows.Count];
        for (var i = 0; i < values.Length; i++) values[i] = value(rows[i]);
        return values;
    }
}
