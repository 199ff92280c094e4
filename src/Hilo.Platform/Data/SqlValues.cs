using System.Collections;
using System.Collections.Concurrent;
using System.Data.Common;
using System.Linq.Expressions;
using Microsoft.Data.Sqlite;

namespace Hilo.Platform;

/// <summary>Values on their way into hand-written SQL and back: the same storage as <see cref="StorageConventions"/>.</summary>
public static class SqlValues
{
    private static readonly ConcurrentDictionary<Type, Func<object, Guid>?> IdReaders = new();

    /// <summary>What PostgreSQL stores for a value; arrays and lists become arrays, for <c>unnest</c> and <c>= any</c>.</summary>
    public static object? ForPostgres(object? value) => value switch
    {
        null => null,
        string or byte[] or Array and (Guid[] or Guid?[] or long[] or long?[] or int[] or short[] or string[] or bool[]) => value,
        IEnumerable many => ArrayOf(many),
        _ => Plain(value),
    };

    /// <summary>What SQLite stores for a value.</summary>
    public static object? ForSqlite(object? value) => value switch
    {
        null => null,
        Guid id => id.ToByteArray(bigEndian: true),
        _ => Plain(value) is Guid id ? id.ToByteArray(bigEndian: true) : Plain(value),
    };

    extension(DbDataReader row)
    {
        public Guid Uuid(int column) => row is SqliteDataReader
            ? new Guid(row.GetFieldValue<byte[]>(column), bigEndian: true)
            : row.GetGuid(column);

        public Guid? UuidOrNull(int column) => row.IsDBNull(column) ? null : row.Uuid(column);

        public T Id<T>(int column) where T : struct, IId<T> => T.From(row.Uuid(column));

        public T? IdOrNull<T>(int column) where T : struct, IId<T> => row.IsDBNull(column) ? null : row.Id<T>(column);

        public DateTimeOffset Instant(int column) => new(row.GetInt64(column), TimeSpan.Zero);

        public DateTimeOffset? InstantOrNull(int column) => row.IsDBNull(column) ? null : row.Instant(column);

        public Quantity Quantity(int column) => new(row.GetInt64(column));

        public Money Money(int column, Currency currency) => new(row.GetInt64(column), currency);

        public T Word<T>(int column) where T : struct, Enum => Words.Parse<T>(row.GetString(column));

        public string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);

        public long? Number(int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
    }

    private static object Plain(object value) => value switch
    {
        string or long or int or short or bool or byte[] or double or Guid => value,
        DateTimeOffset at => at.UtcTicks,
        Hilo.Quantity quantity => quantity.Thousandths,
        Currency currency => currency.Code,
        Enum word => Words.Of(word),
        Hilo.Money => throw new ArgumentException("Money has two parts: pass Minor and, where it is stored, Currency.", nameof(value)),
        _ => IdReaders.GetOrAdd(value.GetType(), ReaderOf) is { } read ? read(value) : value,
    };

    private static Array ArrayOf(IEnumerable many)
    {
        var plain = many.Cast<object?>().Select(v => v is null ? null : Plain(v)).ToArray();
        var some = Array.Find(plain, v => v is not null);
        return some switch
        {
            null => EmptyOf(many, plain.Length),
            Guid => plain.Contains(null) ? plain.Select(v => (Guid?)v).ToArray() : plain.Select(v => (Guid)v!).ToArray(),
            long => plain.Contains(null) ? plain.Select(v => (long?)v).ToArray() : plain.Select(v => (long)v!).ToArray(),
            int => plain.Select(v => (int?)v).ToArray(),
            short => plain.Select(v => (short?)v).ToArray(),
            bool => plain.Select(v => (bool?)v).ToArray(),
            string => plain.Select(v => (string?)v).ToArray(),
            byte[] => plain.Select(v => (byte[]?)v).ToArray(),
            _ => throw new ArgumentException($"Lists of {some.GetType().Name} have no column type."),
        };
    }

    // Without a value only the static type of the list tells what it holds.
    private static Array EmptyOf(IEnumerable many, int length)
    {
        var declared = many.GetType().GetInterfaces().Append(many.GetType())
            .First(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>)).GetGenericArguments()[0];
        var kind = Nullable.GetUnderlyingType(declared) ?? declared;
        if (kind == typeof(string) || kind.IsEnum || kind == typeof(Currency)) return new string?[length];
        if (kind == typeof(DateTimeOffset) || kind == typeof(Quantity) || kind == typeof(long)) return new long?[length];
        if (kind == typeof(int)) return new int?[length];
        if (kind == typeof(short)) return new short?[length];
        if (kind == typeof(bool)) return new bool?[length];
        if (kind == typeof(byte[])) return new byte[]?[length];
        return new Guid?[length];
    }

    private static Func<object, Guid>? ReaderOf(Type type)
    {
        if (!Array.Exists(type.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>))) return null;
        var boxed = Expression.Parameter(typeof(object));
        return Expression.Lambda<Func<object, Guid>>(Expression.Property(Expression.Convert(boxed, type), "Value"), boxed).Compile();
    }
}
