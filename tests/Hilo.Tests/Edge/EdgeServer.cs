using Hilo.Client;
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
    public const string Password = "una clave larga";
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

    /// <summary>A signed-in member of staff, by bearer token.</summary>
    public async Task<HiloClient> SignedInAsync(StaffRole role, IReadOnlyList<LocationId>? locations = null)
    {
        var email = $"{role}-{IId<StaffId>.New()}@hilo.test";
        await app.Services.GetRequiredService<SessionScopes>().RunAsync(new Facts(), async (services, cancel) =>
        {
            var db = services.GetRequiredService<PlatformDb>();
            db.Staff.Add(new Staff
            {
                Id = IId<StaffId>.New(),
                Email = Staff.Fold(email),
                Name = "Ana",
                Role = role,
                Locations = locations,
                PasswordHash = services.GetRequiredService<Passwords>().Hash(Password),
                JoinedAt = TimeProvider.System.GetUtcNow(),
            });
            await db.SaveChangesAsync(cancel);
            var opened = await services.GetRequiredService<StaffSignIn>()
                .OpenAsync(db.Staff.Local.Single(), SessionKind.Bearer, null, new DefaultHttpContext(), cancel);
            email = opened.Token!;
        }, CancellationToken.None);
        return Client.With("Authorization", $"Bearer {email}");
    }

    public static async Task<EdgeServer> OpenAsync(Action<RouteGroupBuilder>? endpoints = null, Database? database = null, Action<WebApplicationBuilder>? build = null)
    {
        var data = Directory.CreateTempSubdirectory("hilo-edge-").FullName;
        var connection = await (database ?? Database.Sqlite).FreshAsync(services => services.AddPlatform(data));
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection([new("Security:AttemptsPerMinute", "5")]);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddHiloStorage(connection).AddHttpEdge().AddPlatform(data).AddInProcessClient().AddValidation();
        build?.Invoke(builder);
        var opened = builder.Build();
        opened.UseHttpEdge();
        var api = opened.MapApi().MapPlatform();
        DemoSignIn.Map(opened);
        endpoints?.Invoke(api);
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
