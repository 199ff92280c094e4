using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text;
using Npgsql;

namespace Hilo.Platform;

/// <summary>A statement written as an interpolated string, in which every hole is a parameter and never text.</summary>
/// <remarks>Ids, instants, quantities and enums, also in arrays, are stored as <see cref="ModuleDb"/> stores them. Money is no parameter: pass its minor units.
/// A fixed fragment such as <see cref="DbSession.NowSql"/> is put in as <c>{session.NowSql:raw}</c>.</remarks>
[InterpolatedStringHandler]
public sealed class Sql(int literalLength, int formattedCount)
{
    private readonly StringBuilder text = new(literalLength + formattedCount * 3);
    private readonly List<object?> values = new(formattedCount);

    public void AppendLiteral(string literal) => text.Append(literal);

    public void AppendFormatted<T>(T value)
    {
        values.Add(value);
        text.Append('$').Append(values.Count);
    }

    /// <summary>Only for fragments of our own, never for anything that came from outside.</summary>
    public void AppendFormatted(string fragment, string format)
    {
        if (format != "raw") throw new FormatException($"'{format}' is no way to write SQL.");
        text.Append(fragment);
    }

    internal void FillIn(DbCommand command, Dialect dialect)
    {
        command.CommandText = text.ToString();
        for (var i = 0; i < values.Count; i++)
        {
            if (dialect == Dialect.Postgres)
            {
                command.Parameters.Add(new NpgsqlParameter { Value = SqlValues.ForPostgres(values[i]) ?? DBNull.Value });
                continue;
            }
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"${i + 1}";
            parameter.Value = SqlValues.ForSqlite(values[i]) ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }
    }
}
