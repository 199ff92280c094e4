using Hilo.Client;
using Hilo.Platform;

namespace Hilo.Server.Demo;

/// <summary>The people whose hands make the demo's history: clients of the public API that live at the history's time.</summary>
internal sealed class DemoHands(Uri server, string secret, DemoClock clock, DemoSignIn links) : IDisposable
{
    // A session that nobody uses for sixteen hours ends: staff comes in every morning.
    private static readonly TimeSpan Shift = TimeSpan.FromHours(9);
    private readonly Dictionary<string, (HiloClient Client, DateTimeOffset Since)> atWork = new(StringComparer.Ordinal);

    /// <summary>Somebody with a browser, signed in nowhere.</summary>
    public HttpClient Browser { get; } = Open(server, secret);

    public HiloClient Shopper { get; } = new(Open(server, secret));

    public Task<HiloClient> OwnerAsync(CancellationToken cancel) => ComeInAsync(DemoStaff.Owner, cancel);

    public Task<HiloClient> OfficeAsync(CancellationToken cancel) => ComeInAsync(DemoStaff.Office, cancel);

    public Task<HiloClient> FloorAsync(CancellationToken cancel) => ComeInAsync(DemoStaff.Floor, cancel);

    public void Dispose() => Browser.Dispose();

    private async Task<HiloClient> ComeInAsync(DemoStaff who, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (atWork.TryGetValue(who.Email, out var known) && now - known.Since < Shift) return known.Client;
        var link = await who.LinkAsync(links, cancel);
        using var answer = await Browser.GetAsync(new Uri(link, UriKind.Relative), cancel);
        var cookie = answer.Headers.GetValues("Set-Cookie").First(c => c.Contains("hilo-staff", StringComparison.Ordinal)).Split(';')[0];
        var client = Shopper.With("Cookie", cookie);
        atWork[who.Email] = (client, now);
        return client;
    }

    private static HttpClient Open(Uri server, string secret)
    {
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = server };
        http.DefaultRequestHeaders.Add(DemoTime.Header, secret);
        return http;
    }
}

/// <summary>Who works at the invented shop.</summary>
internal sealed record DemoStaff(string Email, string Name, StaffRole Role, string Home)
{
    public static readonly DemoStaff Owner = new("lucia@casaretama.example", "Lucía Ferreyra", StaffRole.Owner, "/oficina");
    public static readonly DemoStaff Office = new("marcos@casaretama.example", "Marcos Paz", StaffRole.Office, "/oficina");
    public static readonly DemoStaff Floor = new("nadia@casaretama.example", "Nadia Sosa", StaffRole.Store, "/piso");

    public static IReadOnlyList<DemoStaff> All => [Owner, Office, Floor];

    public Task<string> LinkAsync(DemoSignIn links, CancellationToken cancel) => links.LinkAsync(Email, Name, Role, Home, cancel: cancel);
}
