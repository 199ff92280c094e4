using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Hilo.Platform;

/// <summary>A statement written as an interpolated string, in which every hole is a parameter and never text.</summary>
/// <remarks>Ids, instants, quantities and enums, also in arrays, are stored as <see cref="ModuleDb"/> stores them. Money is no parameter: pass its minor units.
/// A fixed fragment such as <see cref="DbSession.NowSql"/> is put in as <c>{session.NowSql:raw}</c>.</remarks>
[InterpolatedStringHandler]
public sealed class Sql(int literalLength, int formattedCount)
{
    // Text before each value, so that one statement can be put into another and the parameters are numbered at the end.
    private readonly List<(string Text, bool HasValue, object? Value)> parts = new(formattedCount * 2 + literalLength / 64 + 1);

    /// <summary>The statement itself, where the compiler cannot see that one is wanted: <c>postgres ? Sql.Of($"…") : Sql.Of($"…")</c>.</summary>
    public static Sql Of(Sql sql) => sql;

    /// <summary>Goes on with more text and more parameters.</summary>
    public Sql Add(Sql more)
    {
        parts.AddRange(more.parts);
        return this;
    }

    public void AppendLiteral(string literal) => parts.Add((literal, false, null));

    /// <summary>A part of a statement inside another.</summary>
    public void AppendFormatted(Sql part) => Add(part);

    public void AppendFormatted<T>(T value) => parts.Add(("", true, value));

    /// <summary>Only for fragments of our own, never for anything that came from outside.</summary>
    public void AppendFormatted(string fragment, string format)
    {
        if (format != "raw") throw new FormatException($"'{format}' is no way to write SQL.");
        parts.Add((fragment, false, null));
    }

    internal void FillIn(DbCommand command, Dialect dialect)
    {
        var text = new StringBuilder();
        var count = 0;
        foreach (var (literal, hasValue, value) in parts)
        {
            text.Append(literal);
            if (!hasValue) continue;
            text.Append('$').Append(++count);
            command.Parameters.Add(dialect == Dialect.Postgres
                ? new NpgsqlParameter { Value = SqlValues.ForPostgres(value) ?? DBNull.Value }
                : new SqliteParameter($"${count}", SqlValues.ForSqlite(value) ?? DBNull.Value));
        }
        command.CommandText = text.ToString();
    }
}
