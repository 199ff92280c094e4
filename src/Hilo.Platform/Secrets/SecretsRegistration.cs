using Microsoft.AspNetCore.DataProtection;

namespace Hilo.Platform;

public static class SecretsRegistration
{
    /// <param name="dataFolder">Where <c>keys.json</c> lives unless the configuration names another place.</param>
    public static IServiceCollection AddSecrets(this IServiceCollection services, string dataFolder)
    {
        services.AddSingleton(p => KeyRing.Open(p.GetRequiredService<IConfiguration>(), dataFolder));
        services.AddSingleton<Secrets>();
        services.AddSingleton<ISecrets>(p => p.GetRequiredService<Secrets>());
        services.AddSingleton<IDataProtectionProvider>(p => new FrameworkSecrets(p.GetRequiredService<Secrets>(), p.GetRequiredService<KeyRing>()));
        services.AddSingleton(p => new SignedLinks(p.GetRequiredService<KeyRing>(), p.GetRequiredService<TimeProvider>()));
        return services;
    }
}
