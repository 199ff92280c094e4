using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Hilo.Platform;

/// <summary>What a capability stores and under which prefix.</summary>
public sealed record ModuleStorage(Type Context, string TablePrefix)
{
    public Assembly Assembly => Context.Assembly;
}

public static class ModuleStorageRegistration
{
    /// <summary>Gives a capability its tables: a context that joins the session of its scope, and the migrations embedded in its assembly.</summary>
    /// <param name="tablePrefix">Every table is named <c>prefix_…</c>; it also names the capability's consumer, so it never changes.</param>
    public static IServiceCollection AddModuleDb<T>(this IServiceCollection services, string tablePrefix) where T : ModuleDb
    {
        services.AddSingleton(new ModuleStorage(typeof(T), tablePrefix));
        services.AddMigrations(typeof(T).Assembly, tablePrefix);
        services.AddPooledDbContextFactory<T>((provider, options) => provider.GetRequiredService<IDatabase>().Configure(options));
        // Registered over the pool's own scoped context: ours joins the session.
        services.RemoveAll<T>();
        services.AddScoped(provider =>
        {
            var db = provider.GetRequiredService<IDbContextFactory<T>>().CreateDbContext();
            db.Join(provider.GetRequiredService<DbSession>());
            return db;
        });
        return services;
    }
}
