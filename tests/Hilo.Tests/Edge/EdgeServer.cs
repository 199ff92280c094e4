using Hilo.Client;
using Hilo.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hilo.Tests.Edge;

/// <summary>The HTTP edge on a real port, with the endpoints that a test gives it and no database.</summary>
internal sealed class EdgeServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private EdgeServer(WebApplication app)
    {
        this.app = app;
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };
    }

    public HttpClient Http { get; }

    public HiloClient Client => new(Http);

    public IServiceProvider Services => app.Services;

    public static async Task<EdgeServer> OpenAsync(Action<RouteGroupBuilder> endpoints, Action<WebApplicationBuilder>? build = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection([new("Security:AttemptsPerMinute", "5")]);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddHttpEdge().AddValidation();
        build?.Invoke(builder);
        var opened = builder.Build();
        opened.UseHttpEdge();
        endpoints(opened.MapApi());
        opened.CheckEndpoints();
        await opened.StartAsync();
        return new EdgeServer(opened);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }
}
