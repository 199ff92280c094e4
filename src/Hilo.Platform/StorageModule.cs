using System.Reflection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Hilo.Platform;

public static class StorageModule
{
    /// <summary>The database, its session, the migrations and the event log. One connection string chooses SQLite or PostgreSQL.</summary>
    /// <param name="lease">How long the work of a process that died waits for another one: 15 seconds unless given.</param>
    public static IServiceCollection AddHiloStorage(this IServiceCollection services, string connectionString, TimeSpan? lease = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IDatabase>(_ => Databases.Open(connectionString));
        services.AddMigrations(typeof(StorageModule).Assembly, "platform");
        services.AddSingleton<Migrations>();
        services.AddSingleton(provider => new HeadStart(
            provider.GetRequiredService<Migrations>(), provider.GetServices<IFollowLog>(), provider.GetRequiredService<SessionScopes>(),
            provider.GetRequiredService<LogSignals>(), provider.GetRequiredService<ILoggerFactory>()));
        services.AddHostedService<MigrateBeforeStart>();
        services.AddEvents(typeof(IEvent).Assembly);
        services.AddSingleton<EventTypes>();
        services.AddSingleton<EventWriter>();
        services.AddSingleton<LogSignals>();
        services.AddSingleton<SessionScopes>();
        services.AddScoped<DbSession>();
        services.AddScoped<EventLog>();
        services.AddScoped<HeldEvents>();
        services.AddSingleton(lease is { } length ? new LeaseTerm(length) : LeaseTerm.Usual);
        services.AddSingleton<Leases>();
        services.AddSingleton(ConsumerPatience.Usual);
        services.AddSingleton<LogHealth>();
        services.AddSingleton<LogProgress>();
        services.Follow<LiveLog>();
        services.AddSingleton<Sweeps>();
        services.AddHostedService<LogRunner>();
        services.AddHostedService<SweepRunner>();
        return services;
    }

    /// <summary>Registers the events that an assembly declares. Those of Hilo.Contracts are always registered.</summary>
    public static IServiceCollection AddEvents(this IServiceCollection services, Assembly assembly) =>
        services.AddSingleton(new EventAssembly(assembly));
}
