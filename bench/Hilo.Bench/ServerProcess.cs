using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Hilo.Client;

namespace Hilo.Bench;

/// <summary>A server of its own on loopback, with an empty database and one owner.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const string Password = "a long enough password";
    private readonly Process process;
    private readonly string data;

    private ServerProcess(Process process, string data, Uri address) => (this.process, this.data, Address) = (process, data, address);

    public Uri Address { get; }

    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public long PeakMemory
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
    }

    public static async Task<ServerProcess> StartAsync(string program, string? connection, CancellationToken cancel, IReadOnlyDictionary<string, string>? settings = null)
    {
        var folder = Directory.CreateTempSubdirectory("hilo-bench-").FullName;
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo(program, ["serve", "--urls", address.ToString(), "--data", folder]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["ConnectionStrings__Hilo"] = connection ?? $"Data Source={Path.Combine(folder, "hilo.db")}";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment["Payments__Card__Provider"] = "approving";
        start.Environment["Security__AllowHttp"] = "true";
        foreach (var (name, value) in settings ?? new Dictionary<string, string>()) start.Environment[name] = value;
        var server = new ServerProcess(Process.Start(start)!, folder, address);
        // The link of the first owner is the last thing that a fresh server prints.
        while (await server.process.StandardOutput.ReadLineAsync(cancel) is { } line)
        {
            if (!line.Contains("/setup/", StringComparison.Ordinal)) continue;
            server.SetupToken = line[(line.LastIndexOf('/') + 1)..].Trim();
            break;
        }
        _ = server.process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        return server;
    }

    private string SetupToken { get; set; } = "";

    public async Task<HiloClient> OwnerAsync(CancellationToken cancel)
    {
        var guest = HiloClient.At(Address);
        (await guest.Staff.SetPasswordAsync(new SetPasswordRequest(SetupToken, Password, "owner@bench.example", "Owner"), cancel)).Must();
        var session = (await guest.Staff.SignInAsync(new OpenStaffSessionRequest("owner@bench.example", Password, Bearer: true), cancel)).Must();
        return HiloClient.At(Address, session.Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(data, recursive: true);
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

internal static class Results
{
    public static T Must<T>(this Result<T> result) => result.Refused(out var problem, out var value) ? throw new HiloProblemException(problem) : value;
}
