using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;

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
        // The framework still prepares keys of its own at start, which nothing uses: they are forgotten and not left in a home folder.
        services.Configure<KeyManagementOptions>(options => options.XmlRepository = new Forgotten());
        services.AddSingleton(p => new SignedLinks(p.GetRequiredService<KeyRing>(), p.GetRequiredService<TimeProvider>()));
        return services;
    }

    private sealed class Forgotten : IXmlRepository
    {
        private readonly List<XElement> elements = [];

        public IReadOnlyCollection<XElement> GetAllElements() => [.. elements];

        public void StoreElement(XElement element, string friendlyName) => elements.Add(element);
    }
}
