using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace Hilo.Platform;

/// <summary>The registered server, with a second way in for calls from inside the process: the same pipeline, no socket.</summary>
internal sealed class Door(IServer inner) : IServer
{
    private Func<IFeatureCollection, Task>? run;

    public IFeatureCollection Features => inner.Features;

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken) where TContext : notnull
    {
        run = async features =>
        {
            var context = application.CreateContext(features);
            try
            {
                await application.ProcessRequestAsync(context);
                // While the context lives: what waits for the start of the answer may look at it.
                await features.GetRequiredFeature<IHttpResponseBodyFeature>().CompleteAsync();
                application.DisposeContext(context, null);
            }
            catch (Exception e)
            {
                application.DisposeContext(context, e);
                throw;
            }
        };
        return inner.StartAsync(application, cancellationToken);
    }

    public Task RunAsync(IFeatureCollection features) =>
        (run ?? throw new InvalidOperationException("The server has not started."))(features);

    public Task StopAsync(CancellationToken cancellationToken) => inner.StopAsync(cancellationToken);

    public void Dispose() => inner.Dispose();
}

internal static class DoorRegistration
{
    /// <summary>Wraps the server that the host registered; the host registers it before the application's own services.</summary>
    public static void AddDoor(this IServiceCollection services)
    {
        var server = services.LastOrDefault(s => s.ServiceType == typeof(IServer))
            ?? throw new InvalidOperationException("AddHttpEdge comes after the host has registered its server.");
        services.Remove(server);
        services.AddSingleton(provider => new Door((IServer)(server.ImplementationInstance
            ?? server.ImplementationFactory?.Invoke(provider)
            ?? ActivatorUtilities.CreateInstance(provider, server.ImplementationType!))));
        services.AddSingleton<IServer>(provider => provider.GetRequiredService<Door>());
        services.AddScoped(provider => new DoorHandler(provider.GetRequiredService<Door>(), provider.GetRequiredService<IHttpContextAccessor>()));
    }
}
