using Hilo.Client;
using Hilo.Platform;
using Hilo.Sandbox.Gateway;
using Hilo.Sandbox.Mail;
using Hilo.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hilo.Tests;

/// <summary>The whole program on a real port with the stand-ins inside: stories are told to it over HTTP.</summary>
public sealed class Shop : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly string data;
    private readonly Dictionary<StaffRole, HiloClient> people = [];

    private Shop(WebApplication app, string data)
    {
        (this.app, this.data) = (app, data);
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Guest = HiloClient.At(Address);
    }

    public Uri Address { get; }

    /// <summary>Somebody who is not signed in.</summary>
    public HiloClient Guest { get; }

    public IServiceProvider Services => app.Services;

    public MailCatcher Mail => app.Services.GetRequiredService<MailCatcher>();

    public GatewayFaults Gateway => app.Services.GetRequiredService<GatewayFaults>();

    /// <summary>Started on a fresh database. Addresses that the program calls itself need its port, so it takes one beforehand.</summary>
    public static Task<Shop> OpenAsync(Database database, TimeProvider? clock = null, params (string Name, string? Value)[] settings) => OpenAsync(database, clock, null, settings);

    /// <param name="services">What a story adds to the program.</param>
    public static async Task<Shop> OpenAsync(Database database, TimeProvider? clock, Action<IServiceCollection>? services, params (string Name, string? Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("hilo-shop-").FullName;
        var (port, smtp) = (Ports.Take(), Ports.Take());
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ConnectionStrings:Hilo"] = await database.WholeAsync(),
            ["Hilo:Data"] = folder,
            ["Hilo:Sandbox"] = "true",
            ["Hilo:PublicUrl"] = $"http://127.0.0.1:{port}",
            ["Security:AllowHttp"] = "true",
            ["Security:AttemptsPerMinute"] = "1000",
            ["Sandbox:SmtpPort"] = $"{smtp}",
            ["Mail:Smtp:Host"] = "127.0.0.1",
            ["Mail:Smtp:Port"] = $"{smtp}",
            ["Mail:Smtp:From"] = "Hilo <hola@tienda.example>",
            ["Payments:Card:BaseUrl"] = $"http://127.0.0.1:{port}/sandbox/gateway",
            ["Arca:Sandbox:Base"] = $"http://127.0.0.1:{port}/sandbox/arca",
            ["Pictures:StandIn"] = $"http://127.0.0.1:{port}/sandbox/pictures/",
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, s.Value)));
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.AddHilo();
        builder.Logging.ClearProviders();
        if (clock is not null) builder.Services.AddSingleton(clock);
        services?.Invoke(builder.Services);
        var opened = builder.Build().MapHilo();
        DemoSignIn.Map(opened);
        await opened.StartAsync();
        return new Shop(opened, folder);
    }

    /// <summary>A signed-in member of staff; the same one for the same role.</summary>
    public async Task<HiloClient> StaffAsync(StaffRole role = StaffRole.Owner)
    {
        if (people.TryGetValue(role, out var known)) return known;
        return people[role] = await SignInAsync(role, locations: null);
    }

    /// <summary>A clerk who works at these locations only.</summary>
    public Task<HiloClient> ClerkAtAsync(params LocationId[] locations) => SignInAsync(StaffRole.Store, locations);

    /// <summary>The address that signs somebody in with one click, for a browser.</summary>
    public async Task<Uri> SignInLinkAsync(StaffRole role, string then, IReadOnlyList<LocationId>? locations = null) =>
        new(Address, await Services.GetRequiredService<DemoSignIn>().LinkAsync($"{IId<StaffId>.New()}@tienda.example", $"{role}", role, then, locations));

    /// <summary>Does something with the services of the running program, in a session of its own, committed.</summary>
    public Task<T> DoAsync<T>(Func<IServiceProvider, Task<T>> work) =>
        Services.GetRequiredService<SessionScopes>().RunAsync(new Facts(), (services, _) => work(services), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    private async Task<HiloClient> SignInAsync(StaffRole role, IReadOnlyList<LocationId>? locations)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
        using var answer = await http.GetAsync(await SignInLinkAsync(role, "/", locations));
        var cookie = answer.Headers.GetValues("Set-Cookie").First(c => c.Contains("hilo-staff", StringComparison.Ordinal)).Split(';')[0];
        return HiloClient.At(Address).With("Cookie", cookie);
    }
}
