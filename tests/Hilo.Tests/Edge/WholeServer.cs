using Hilo.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hilo.Tests;

/// <summary>The program as it ships, every capability mapped, on a real port and a fresh database.</summary>
internal sealed class WholeServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private WholeServer(WebApplication app)
    {
        this.app = app;
        Http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()),
        };
    }

    public HttpClient Http { get; }

    public IServiceProvider Services => app.Services;

    /// <summary>Every endpoint of the API.</summary>
    public IReadOnlyList<RouteEndpoint> Endpoints => [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>().Where(Hilo.Platform.EndpointCheck.IsOfTheApi)];

    public static async Task<WholeServer> OpenAsync(Database database)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(
        [
            new("ConnectionStrings:Hilo", await database.WholeAsync()),
            new("Hilo:Data", Directory.CreateTempSubdirectory("hilo-whole-").FullName),
            new("Security:AttemptsPerMinute", "100000"),
        ]);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddHilo();
        builder.Logging.ClearProviders();
        var opened = builder.Build().MapHilo();
        await opened.StartAsync();
        return new WholeServer(opened);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
