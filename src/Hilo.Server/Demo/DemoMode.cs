using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Security.Cryptography;
using Hilo.Platform;
using QRCoder;

namespace Hilo.Server.Demo;

/// <summary>A working shop with invented data beside stand-ins of the outside systems. Binds to loopback unless told otherwise.</summary>
internal sealed class DemoMode
{
    private const int FirstPort = 5080;
    private readonly int port;
    private readonly int? lanPort;
    private readonly string dataFolder;
    private readonly DemoClock clock;
    private readonly string secret = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));

    private DemoMode(int port, int? lanPort, string dataFolder)
    {
        (this.port, this.lanPort, this.dataFolder) = (port, lanPort, dataFolder);
        clock = new DemoClock(Directory.CreateDirectory(dataFolder).FullName);
    }

    private string Local => $"http://localhost:{port}";

    /// <summary>Fills in what a shop would configure: addresses, mail, the card gateway, where pictures come from; and business time.</summary>
    /// <param name="urls">Only the port of the first one counts: a demo binds to loopback.</param>
    public static DemoMode Prepare(WebApplicationBuilder builder, string? urls, bool isOpenToNetwork)
    {
        var shop = urls is null ? FreePort(FirstPort) : new Uri(urls.Split(';')[0]).Port;
        var demo = new DemoMode(shop, isOpenToNetwork ? FreePort(shop + 1) : null, builder.Configuration["Hilo:Data"] ?? Path.Combine("data", "demo"));
        demo.Configure(builder.Configuration);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.ListenLocalhost(shop);
            if (demo.lanPort is { } open) kestrel.ListenAnyIP(open, listen => listen.UseHttps(DemoCertificate.Make(LanAddress())));
        });
        demo.AddTo(builder.Services);
        return demo;
    }

    /// <summary>Before the rest of the pipeline is mapped.</summary>
    public void Use(WebApplication app) => app.UseDemoTime(clock, secret);

    public static void Map(WebApplication app)
    {
        DemoSignIn.Map(app);
        DemoDesk.Map(app);
    }

    /// <summary>Says where everything is as soon as there are pages, and lets the shop's data and history grow behind it.</summary>
    public async Task WelcomeAsync(WebApplication app, CancellationToken cancel)
    {
        Console.WriteLine("\n  Opening Casa Retama, an invented clothing shop…");
        var isFull = DemoJournal.Find(dataFolder) is { Now.IsFinished: true };
        var shop = app.Services.GetRequiredService<DemoShop>();
        var filling = Task.Run(() => shop.FillAsync(app.Lifetime.ApplicationStopping), CancellationToken.None);
        await shop.Opened.WaitAsync(cancel);
        clock.BeVisitor();
        await SayWhereAsync(app, isFull, cancel);
        if (lanPort is not null) ShowCode(await DemoDesk.OpeningAsync(app.Services, $"https://{LanAddress()}:{lanPort}"));
        if (!isFull) _ = filling.ContinueWith(_ => SayFilled(shop), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private async Task SayWhereAsync(WebApplication app, bool isFull, CancellationToken cancel)
    {
        var home = lanPort is { } open ? $"https://{LanAddress()}:{open}" : Local;
        var links = app.Services.GetRequiredService<DemoSignIn>();
        Console.WriteLine(
            $"""
              It is open.{(isFull ? "" : " Its catalog and six weeks of orders are being made behind the pages; that takes about a minute.")}

                Start here        {await DemoDesk.OpeningAsync(app.Services, home)}
                                  who is who, a story to try, the clock and the faults

                Shop              {home}/
                Back office       {home}{await DemoStaff.Owner.LinkAsync(links, cancel)}     (Lucía, owner)
                                  {home}{await DemoStaff.Office.LinkAsync(links, cancel)}     (Marcos, office)
                Store floor       {home}{await DemoStaff.Floor.LinkAsync(links, cancel)}     (Nadia, clerk)
                Mail catcher      {home}/sandbox/mail
                Card gateway      {home}/sandbox/gateway
                API               {home}/openapi/v1.json

              Ctrl+C closes it. Its data stays in {HiloProgram.DataFolder(app.Configuration)}: delete that folder to begin anew.

            """);
    }

    private static void SayFilled(DemoShop shop)
    {
        if (shop.IsFull) Console.WriteLine("  Six weeks of orders are in.\n");
    }

    private static void ShowCode(string address)
    {
        using var qr = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.L);
        using var drawn = new AsciiQRCode(qr);
        Console.WriteLine(drawn.GetGraphicSmall());
        Console.WriteLine("  Scan it with a phone in the same network. The certificate is this demo's own: the phone asks once whether to trust it.\n");
    }

    private void Configure(ConfigurationManager configuration)
    {
        var smtp = AnyPort();
        var lan = lanPort is { } open ? $"https://{LanAddress()}:{open}" : null;
        var key = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Hilo:Data"] = dataFolder,
            ["Hilo:Demo"] = "true",
            ["Hilo:Sandbox"] = "true",
            ["Hilo:PublicUrl"] = lan ?? Local,
            ["Security:AttemptsPerMinute"] = "1200", // The history scans and follows links in a hurry, from the visitor's own address.
            ["Sandbox:SmtpPort"] = $"{smtp}",
            ["Sandbox:PublicAddress"] = lan,
            ["Sandbox:Folder"] = dataFolder,
            ["Mail:Smtp:Host"] = "127.0.0.1",
            ["Mail:Smtp:Port"] = $"{smtp}",
            ["Mail:Smtp:From"] = "Casa Retama <hola@casaretama.example>",
            ["Payments:Card:BaseUrl"] = $"http://127.0.0.1:{port}/sandbox/gateway",
            ["Payments:Card:ReturnBase"] = lan ?? Local,
            ["Payments:Card:HookBase"] = $"http://127.0.0.1:{port}",
            ["Payments:Card:Secret"] = key,
            ["Sandbox:GatewaySecret"] = key,
            ["Arca:Sandbox:Base"] = $"http://127.0.0.1:{port}/sandbox/arca",
            ["Pictures:StandIn"] = $"http://127.0.0.1:{port}/sandbox/pictures/",
        });
    }

    private void AddTo(IServiceCollection services)
    {
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(clock);
        services.AddSingleton(p => new DemoHands(new Uri($"http://127.0.0.1:{port}/"), secret, clock, p.GetRequiredService<DemoSignIn>()));
        services.AddSingleton(p => new DemoShop(
            p.GetRequiredService<DemoHands>(), clock, dataFolder, p.GetRequiredService<Sweeps>(), p.GetRequiredService<LogProgress>(), p.GetRequiredService<ILogger<DemoShop>>()));
    }

    private static int FreePort(int from)
    {
        var taken = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(l => l.Port).ToHashSet();
        return Enumerable.Range(from, 200).First(candidate => !taken.Contains(candidate));
    }

    /// <summary>Nobody types this one: the system chooses, so that demos that start together do not meet.</summary>
    private static int AnyPort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static string LanAddress() =>
        NetworkInterface.GetAllNetworkInterfaces()
            .Where(n => n.OperationalStatus == OperationalStatus.Up && n.NetworkInterfaceType != NetworkInterfaceType.Loopback)
            .SelectMany(n => n.GetIPProperties().UnicastAddresses)
            .Select(a => a.Address)
            .FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(a))?.ToString() ?? "127.0.0.1";
}
