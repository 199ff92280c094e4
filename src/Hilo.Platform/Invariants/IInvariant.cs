namespace Hilo.Platform;

/// <summary>Something that is true of the data at every moment. The capability that owns the tables owns the invariant; <c>hilo check</c>, tests and operators run them all.</summary>
public interface IInvariant
{
    /// <summary>A sentence: <c>Allocated units equal the open allocations of every level</c>.</summary>
    string Name { get; }

    /// <summary>One line per violation, with the ids and numbers that prove it; at most a hundred. Reads only.</summary>
    Task<IReadOnlyList<string>> ViolationsAsync(DbSession session, CancellationToken cancel);
}

public static class InvariantRegistration
{
    public static IServiceCollection AddInvariant<T>(this IServiceCollection services) where T : class, IInvariant => services.AddScoped<IInvariant, T>();

    /// <summary>An invariant that is one query: each row it finds is a violation, told by its first column.</summary>
    public static IServiceCollection AddInvariant(this IServiceCollection services, string name, Func<DbSession, Sql> violations) =>
        services.AddSingleton<IInvariant>(new Query(name, violations));

    private sealed class Query(string name, Func<DbSession, Sql> violations) : IInvariant
    {
        public string Name => name;

        public async Task<IReadOnlyList<string>> ViolationsAsync(DbSession session, CancellationToken cancel) =>
            await session.QueryAsync(violations(session), row => row.IsDBNull(0) ? "" : Convert.ToString(row.GetValue(0), System.Globalization.CultureInfo.InvariantCulture)!, cancel);
    }
}
