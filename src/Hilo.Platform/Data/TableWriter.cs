using Npgsql;

namespace Hilo.Platform;

/// <summary>Writes many rows of one table: one statement with arrays on PostgreSQL, one prepared statement run per row on SQLite. The columns are said once for both.</summary>
public sealed class TableWriter<T>(string table, params IReadOnlyList<Column<T>> columns)
{
    private readonly Column<T>[] all = [.. columns];
    // The first column tells the row.
    private readonly Column<T>[] changing = Changing(columns);
    private readonly string postgres = $"insert into {table} ({Names(columns)}) select * from unnest({Arrays(columns)})";
    private readonly string sqlite = $"insert into {table} ({Names(columns)}) values ({string.Join(", ", columns.Select((_, i) => $"${i + 1}"))})";
    private readonly string postgresUpdate =
        $"update {table} t set {string.Join(", ", Changing(columns).Skip(1).Select(c => $"{c.Name} = u.{c.Name}"))} from unnest({Arrays(Changing(columns))}) as u({Names(Changing(columns))}) where t.{columns[0].Name} = u.{columns[0].Name}";

    private readonly string sqliteUpdate =
        $"update {table} set {string.Join(", ", Changing(columns).Select((c, i) => $"{c.Name} = ${i + 1}").Skip(1))} where {columns[0].Name} = $1";

    /// <param name="conflict">What becomes of a row that exists already, such as <c>on conflict (a, b) do nothing</c>. Only SQL of our own.</param>
    public Task InsertAsync(DbSession session, IReadOnlyList<T> rows, CancellationToken cancel, string? conflict = null) =>
        rows.Count == 0 ? Task.CompletedTask
            : session.Dialect == Dialect.Postgres ? RunOnPostgresAsync(session, Join(postgres, conflict), all, rows, cancel)
            : EachOnSqliteAsync(session, Join(sqlite, conflict), all, rows, cancel);

    /// <summary>Sets what can change of rows that are named by the first column. The caller holds their locks.</summary>
    /// <exception cref="InvalidOperationException">A row was not there.</exception>
    public async Task UpdateAsync(DbSession session, IReadOnlyList<T> rows, CancellationToken cancel)
    {
        if (rows.Count == 0) return;
        var changed = session.Dialect == Dialect.Postgres
            ? await RunOnPostgresAsync(session, postgresUpdate, changing, rows, cancel)
            : await EachOnSqliteAsync(session, sqliteUpdate, changing, rows, cancel);
        if (changed != rows.Count) throw new InvalidOperationException($"{changed} of {rows.Count} rows of {table} were changed.");
    }

    /// <summary>The insert as part of a batch.</summary>
    public NpgsqlBatchCommand ForPostgres(IReadOnlyList<T> rows)
    {
        var command = new NpgsqlBatchCommand(postgres);
        foreach (var column in all) command.Parameters.Add(column.Values(rows));
        return command;
    }

    private static async Task<int> RunOnPostgresAsync(DbSession session, string sql, Column<T>[] columns, IReadOnlyList<T> rows, CancellationToken cancel)
    {
        await session.BeginAsync(cancel);
        await using var command = session.CreateCommand();
        command.CommandText = sql;
        foreach (var column in columns) command.Parameters.Add(column.Values(rows));
        return await command.ExecuteNonQueryAsync(cancel);
    }

    private static async Task<int> EachOnSqliteAsync(DbSession session, string sql, Column<T>[] columns, IReadOnlyList<T> rows, CancellationToken cancel)
    {
        var statement = await session.SqliteAsync(sql, cancel);
        var changed = 0;
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Length; i++) columns[i].Bind(statement, i + 1, row);
            changed += statement.Run();
        }
        return changed;
    }

    private static Column<T>[] Changing(IReadOnlyList<Column<T>> columns) => [columns[0], .. columns.Skip(1).Where(c => !c.IsFixed)];

    private static string Names(IReadOnlyList<Column<T>> columns) => string.Join(", ", columns.Select(c => c.Name));

    private static string Arrays(IReadOnlyList<Column<T>> columns) => string.Join(", ", columns.Select((c, i) => $"${i + 1}::{c.PostgresType}[]"));

    private static string Join(string sql, string? conflict) => conflict is null ? sql : $"{sql} {conflict}";
}

/// <summary>One column: its type on PostgreSQL and how a row gives its value.</summary>
public abstract record Column<T>(string Name, string PostgresType)
{
    /// <summary>Never changes after the row was written.</summary>
    public bool IsFixed { get; init; }

    internal abstract NpgsqlParameter Values(IReadOnlyList<T> rows);

    internal abstract void Bind(SqliteStatement statement, int number, T row);

    private protected static TValue[] All<TValue>(IReadOnlyList<T> rows, Func<T, TValue> value)
    {
        var values = new TValue[rows.Count];
        for (var i = 0; i < values.Length; i++) values[i] = value(rows[i]);
        return values;
    }
}

public sealed record Uuid<T>(string Name, Func<T, Guid?> Value) : Column<T>(Name, "uuid")
{
    internal override NpgsqlParameter Values(IReadOnlyList<T> rows) => new NpgsqlParameter<Guid?[]> { TypedValue = All(rows, Value) };

    internal override void Bind(SqliteStatement statement, int number, T row) => statement.Bind(number, Value(row));
}

public sealed record Long<T>(string Name, Func<T, long?> Value) : Column<T>(Name, "bigint")
{
    internal override NpgsqlParameter Values(IReadOnlyList<T> rows) => new NpgsqlParameter<long?[]> { TypedValue = All(rows, Value) };

    internal override void Bind(SqliteStatement statement, int number, T row) => statement.Bind(number, Value(row));
}

public sealed record Int<T>(string Name, Func<T, int?> Value) : Column<T>(Name, "integer")
{
    internal override NpgsqlParameter Values(IReadOnlyList<T> rows) => new NpgsqlParameter<int?[]> { TypedValue = All(rows, Value) };

    internal override void Bind(SqliteStatement statement, int number, T row) => statement.Bind(number, Value(row));
}

public sealed record Bool<T>(string Name, Func<T, bool> Value) : Column<T>(Name, "boolean")
{
    internal override NpgsqlParameter Values(IReadOnlyList<T> rows) => new NpgsqlParameter<bool[]> { TypedValue = All(rows, Value) };

    internal override void Bind(SqliteStatement statement, int number, T row) => statement.Bind(number, Value(row) ? 1L : 0L);
}

public sealed record Text<T>(string Name, Func<T, string?> Value) : Column<T>(Name, "text")
{
    internal override NpgsqlParameter Values(IReadOnlyList<T> rows) => new NpgsqlParameter<string?[]> { TypedValue = All(rows, Value) };

    internal override void Bind(SqliteStatement statement, int number, T row) => statement.Bind(number, Value(row));
}

public sealed record Bytes<T>(string Name, Func<T, byte[]> Value) : Column<T>(Name, "bytea")
{
    internal override NpgsqlParameter Values(IReadOnlyList<T> rows) => new NpgsqlParameter<byte[][]> { TypedValue = All(rows, Value) };

    internal override void Bind(SqliteStatement statement, int number, T row) => statement.Bind(number, Value(row));
}
