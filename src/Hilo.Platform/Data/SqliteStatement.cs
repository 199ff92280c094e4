using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Hilo.Platform;

/// <summary>A prepared statement of SQLite that changes rows, its values bound by number: what the provider does for each command (looking parameters up by name, a reader that reads nothing) costs more than the row.</summary>
/// <remarks>Kept by its connection, and like it for one caller at a time. Values are stored as in <see cref="SqlValues"/>.</remarks>
public sealed class SqliteStatement
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private readonly int[] places;

    internal SqliteStatement(sqlite3 database, string text)
    {
        this.database = database;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v3(database, text, raw.SQLITE_PREPARE_PERSISTENT, out statement), database);
        // SQLite numbers $1, $2 … in the order in which they come in the text, not by what they are called.
        places = [.. Enumerable.Range(1, raw.sqlite3_bind_parameter_count(statement)).Select(number => raw.sqlite3_bind_parameter_index(statement, $"${number}"))];
    }

    /// <param name="number">Of the parameter: 1 for <c>$1</c>.</param>
    public void Bind(int number, long? value) =>
        Check(value is { } whole ? raw.sqlite3_bind_int64(statement, places[number - 1], whole) : raw.sqlite3_bind_null(statement, places[number - 1]));

    /// <inheritdoc cref="Bind(int, long?)"/>
    public void Bind(int number, string? value) =>
        Check(value is null ? raw.sqlite3_bind_null(statement, places[number - 1]) : raw.sqlite3_bind_text(statement, places[number - 1], value));

    /// <inheritdoc cref="Bind(int, long?)"/>
    public void Bind(int number, byte[]? value) =>
        Check(value is null ? raw.sqlite3_bind_null(statement, places[number - 1]) : raw.sqlite3_bind_blob(statement, places[number - 1], value));

    /// <inheritdoc cref="Bind(int, long?)"/>
    public void Bind(int number, Guid? value)
    {
        Span<byte> bytes = stackalloc byte[16];
        Check(value is { } id && id.TryWriteBytes(bytes, bigEndian: true, out _)
            ? raw.sqlite3_bind_blob(statement, places[number - 1], bytes) : raw.sqlite3_bind_null(statement, places[number - 1]));
    }

    /// <summary>All values, each of any type that SQL of Hilo takes.</summary>
    public void Bind(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++) BindAny(i + 1, values[i]);
    }

    /// <summary>Runs it with what is bound. Answers how many rows it changed.</summary>
    /// <exception cref="SqliteException">A constraint or the disk refused it.</exception>
    public int Run()
    {
        try
        {
            var outcome = raw.sqlite3_step(statement);
            if (outcome == raw.SQLITE_ROW) throw new InvalidOperationException("A statement that answers rows is a query.");
            Check(outcome);
            return raw.sqlite3_changes(database);
        }
        finally
        {
            _ = raw.sqlite3_reset(statement);
        }
    }

    internal void Close() => statement.Dispose();

    private void BindAny(int number, object? value)
    {
        switch (SqlValues.ForSqlite(value))
        {
            case null: Bind(number, (string?)null); break;
            case string text: Bind(number, text); break;
            case byte[] bytes: Bind(number, bytes); break;
            case bool yes: Bind(number, yes ? 1L : 0L); break;
            case double real: Check(raw.sqlite3_bind_double(statement, places[number - 1], real)); break;
            case var whole: Bind(number, Convert.ToInt64(whole, System.Globalization.CultureInfo.InvariantCulture)); break;
        }
    }

    private void Check(int outcome)
    {
        if (outcome is not raw.SQLITE_OK and not raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(outcome, database);
    }
}
