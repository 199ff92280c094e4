using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Security.Cryptography;
using Hilo.Client;
using Hilo.Platform;
using QRCoder;

namespace Hilo.Server.Demo;

/// <summary>A working shop with invented data beside stand-ins of the outside systems. Binds to loopback unless told otherwise.</summary>
internal sealed class DemoMode
{
    private const int FirstPort = 5080;
    private readonly int port;
    private readonly int? lanPort;

    private DemoMode(int port, int? lanPort) => (this.port, this.lanPort) = (port, lanPort);

    private string Local => $"http://localhost:{port}";

    /// <summary>Fills in what a shop would configure: addresses, mail, the card gateway, where pictures come from.</summary>
    /// <param name="urls">Only the port of the first one counts: a demo binds to loopback.</param>
    public static DemoMode Prepare(WebApplicationBuilder builder, string? urls, bool isOpenToNetwork)
    {
        var shop = urls is null ? FreePort(FirstPort) : new Uri(urls.Split(';')[0]).Port;
        var demo = new DemoMode(shop, isOpenToNetwork ? FreePort(shop + 1) : null);
        var smtp = FreePort(2525);
        var lan = demo.lanPort is { } secure ? $"https://{LanAddress()}:{secure}" : null;
        var secret = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Hilo:Data"] = builder.Configuration["Hilo:Data"] ?? Path.Combine("data", "demo"),
            ["Hilo:Demo"] = "true",
            ["Hilo:Sandbox"] = "true",
            ["Hilo:PublicUrl"] = lan ?? demo.Local,
            ["Sandbox:SmtpPort"] = $"{smtp}",
            ["Sandbox:PublicAddress"] = lan,
            ["Mail:Smtp:Host"] = "127.0.0.1",
            ["Mail:Smtp:Port"] = $"{smtp}",
            ["Mail:Smtp:From"] = "Casa Retama <hola@casaretama.example>",
            ["Payments:Card:BaseUrl"] = $"http://127.0.0.1:{shop}/sandbox/gateway",
            ["Payments:Card:ReturnBase"] = lan ?? demo.Local,
            ["Payments:Card:HookBase"] = $"http://127.0.0.1:{shop}",
            ["Payments:Card:Secret"] = secret,
            ["Sandbox:GatewaySecret"] = secret,
            ["Pictures:StandIn"] = $"http://127.0.0.1:{shop}/sandbox/pictures/",
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.ListenLocalhost(shop);
            if (demo.lanPort is { } open) kestrel.ListenAnyIP(open, listen => listen.UseHttps(DemoCertificate.Make(LanAddress())));
        });
        return demo;
    }

    /// <summary>Says where everything is, at once, and lets the shop's data and history grow behind it.</summary>
    public async Task WelcomeAsync(WebApplication app, CancellationToken cancel)
    {
        var links = app.Services.GetRequiredService<DemoSignIn>();
        var home = lanPort is { } open ? $"https://{LanAddress()}:{open}" : Local;
        var owner = await links.LinkAsync("lucia@casaretama.example", "Lucía Ferreyra", StaffRole.Owner, "/oficina", cancel: cancel);
        var office = await links.LinkAsync("marcos@casaretama.example", "Marcos Paz", StaffRole.Office, "/oficina", cancel: cancel);
        var floor = await links.LinkAsync("nadia@casaretama.example", "Nadia Sosa", StaffRole.Store, "/piso", cancel: cancel);
        var demo = new DemoShop(new Uri(Local.Replace("localhost", "127.0.0.1", StringComparison.Ordinal)), owner, app.Services.GetRequiredService<ILogger<DemoShop>>());
        _ = Task.Run(() => demo.FillAsync(app.Lifetime.ApplicationStopping), CancellationToken.None);
        await demo.Opened.WaitAsync(cancel);
        Console.WriteLine(
            $"""

              Casa Retama, an invented shop, is open. Its catalog and some weeks of orders are being made right now.

                Shop              {home}/
                Back office       {home}{owner}     (owner)
                                  {home}{office}     (office)
                Store floor       {home}{floor}
                Mail catcher      {home}/sandbox/mail
                Card gateway      {home}/sandbox/gateway
                API               {home}/openapi/v1.json

              Ctrl+C closes it. Its data stays in {HiloProgram.DataFolder(app.Configuration)}.

            """);
        if (lanPort is not null)
        {
            using var qr = QRCodeGenerator.GenerateQrCode(home, QRCodeGenerator.ECCLevel.M);
            using var drawn = new AsciiQRCode(qr);
            Console.WriteLine(drawn.GetGraphicSmall());
            Console.WriteLine("  The certificate is this demo's own: the phone asks once whether to trust it.");
        }
    }

    private static int FreePort(int from)
    {
        var taken = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(l => l.Port).ToHashSet();
        return Enumerable.Range(from, 200).First(candidate => !taken.Contains(candidate));
    }

    private static string LanAddress() =>
        NetworkInterface.GetAllNetworkInterfaces()
            .Where(n => n.OperationalStatus == OperationalStatus.Up && n.NetworkInterfaceType != NetworkInterfaceType.Loopback)
            .SelectMany(n => n.GetIPProperties().UnicastAddresses)
            .Select(a => a.Address)
            .FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(a))?.ToString() ?? "127.0.0.1";
}
