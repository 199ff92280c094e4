using Hilo.Client;
using Hilo.Platform;

namespace Hilo.Server;

/// <summary>Gives pages a client of the API that calls this very process, as the visitor of the page.</summary>
public static class InProcessClient
{
    public static IServiceCollection AddInProcessClient(this IServiceCollection services)
    {
        services.AddScoped(provider => new HttpClient(provider.GetRequiredService<DoorHandler>(), disposeHandler: false) { BaseAddress = new Uri("http://hilo.internal/") });
        services.AddScoped(provider => new HiloClient(provider.GetRequiredService<HttpClient>()));
        return services;
    }
}
