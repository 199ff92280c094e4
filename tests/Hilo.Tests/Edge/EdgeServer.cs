using Hilo.Client;
using Hilo.Insights;
using Hilo.Platform;
using Hilo.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hilo.Tests.Edge;

/// <summary>The HTTP edge and the platform's own endpoints on a real port, beside the endpoints that a test gives it.</summary>
internal sealed class EdgeServer : IAsyncDisposable
{
    public const string Password = Visitors.Password;
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

    /// <inheritdoc cref="Visitors.HasStaffAsync"/>
    public Task<StaffId> HasStaffAsync(string email, StaffRole role, IReadOnlyList<LocationId>? locations = null) =>
        new Visitors(Services).HasStaffAsync(email, role, locations);

    /// <summary>A signed-in member of staff, by bearer token.</summary>
    public async Task<HiloClient> SignedInAsync(StaffRole role, IReadOnlyList<LocationId>? locations = null) =>
        Client.With("Authorization", await new Visitors(Services).StaffAsync(role, locations));

    /// <summary>A signed-in shopper, by cookie.</summary>
    public async Task<HiloClient> ShopperAsync(CustomerId customer) => Client.With("Cookie", await new Visitors(Services).ShopperAsync(customer));

    public static async Task<EdgeServer> OpenAsync(Action<RouteGroupBuilder>? endpoints = null, Database? database = null, TimeProvider? clock = null, int attemptsPerMinute = 5,
        Action<WebApplicationBuilder>? build = null, Action<WebApplication>? pages = null)
    {
        var data = Directory.CreateTempSubdirectory("hilo-edge-").FullName;
        var connection = await (database ?? Database.Sqlite).FreshAsync(services => services.AddPlatform(data));
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection([new("Security:AttemptsPerMinute", $"{attemptsPerMinute}")]);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        builder.Services.AddHiloStorage(connection).AddHttpEdge().AddPlatform(data).AddInsights().AddInProcessClient().AddValidation();
        build?.Invoke(builder);
        var opened = builder.Build();
        opened.UseHttpEdge();
        var api = opened.MapApi().MapPlatform().MapInsights();
        DemoSignIn.Map(opened);
        pages?.Invoke(opened);
        endpoints?.Invoke(api);
        opened.CheckEndpoints();
        await opened.StartAsync();
        return new EdgeServer(opened);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
