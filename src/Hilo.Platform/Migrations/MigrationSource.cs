using System.Reflection;

namespace Hilo.Platform;

/// <summary>The numbered scripts that one capability carries in its assembly.</summary>
public sealed record MigrationSource(string Module, Assembly Assembly);

public static class MigrationRegistration
{
    /// <summary>Adds the scripts of an assembly; named twice they still run once.</summary>
    public static IServiceCollection AddMigrations(this IServiceCollection services, Assembly assembly, string module)
    {
        if (!services.Any(s => s.ImplementationInstance is MigrationSource known && known.Assembly == assembly))
            services.AddSingleton(new MigrationSource(module, assembly));
        return services;
    }
}
