using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Hilo.Client;

namespace Hilo.Journeys.Crashes;

/// <summary>The program as a process of its own, which may be killed at any moment and started again on what it left.</summary>
internal sealed class HiloProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Dictionary<string, string> settings;
    private readonly string data;
    private readonly StringBuilder said = new();
    private readonly HttpClient health;
    private Process? process;

    public HiloProcess(string data, IReadOnlyDictionary<string, string> settings)
    {
        this.data = data;
        Address = new Uri($"http://127.0.0.1:{Ports.Take()}/");
        this.settings = new Dictionary<string, string>(settings, StringComparer.Ordinal)
        {
            ["Hilo__PublicUrl"] = Address.ToString(),
            ["Payments__Card__ReturnBase"] = Address.ToString(),
            ["Payments__Card__HookBase"] = Address.ToString(),
            ["Security__AllowHttp"] = "true",
            ["Security__AttemptsPerMinute"] = "1000000",
            ["Logging__LogLevel__Default"] = "Warning",
            // A life lasts seconds: nothing in it is worth compiling twice.
            ["DOTNET_TieredPGO"] = "0",
            ["DOTNET_TC_CallCounting"] = "0",
            ["DOTNET_gcServer"] = "0",
        };
        health = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
    }

    public Uri Address { get; }

    /// <summary>Everything the process printed, over all its lives.</summary>
    public string Said
    {
        get { lock (said) return said.ToString(); }
    }

    public bool IsRunning => process is { HasExited: false };

    /// <summary>Starts without waiting until it answers.</summary>
    public void Launch()
    {
        process?.Dispose();
        process = Run(["serve", "--urls", Address.ToString().TrimEnd('/'), "--data", data]);
    }

    /// <summary>Starts and waits for the first answer.</summary>
    public async Task StartAsync()
    {
        Launch();
        await AnswersAsync();
    }

    public async Task AnswersAsync()
    {
        var since = Stopwatch.StartNew();
        while (true)
        {
            if (process!.HasExited) throw new InvalidOperationException($"The server ended with {process.ExitCode}:\n{Said}");
            try
            {
                using var answer = await health.GetAsync("health/live");
                if (answer.StatusCode == HttpStatusCode.OK) return;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException && since.Elapsed < Patience)
            {
                // Not yet.
            }
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
    }

    /// <summary>SIGKILL: not one more instruction.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, and waits for the farewell.</summary>
    public async Task StopAsync()
    {
        if (process is not { HasExited: false }) return;
        await PostgresCluster.ExecuteAsync("kill", "-TERM", process.Id.ToString(CultureInfo.InvariantCulture));
        await process.WaitForExitAsync();
    }

    /// <summary>Runs a command of the program beside or after the server. Answers its exit code and what it printed.</summary>
    public async Task<(int Code, string Printed)> CommandAsync(params string[] arguments)
    {
        using var command = Run([.. arguments, "--data", data], keep: false);
        var printed = await command.StandardOutput.ReadToEndAsync();
        await command.WaitForExitAsync();
        return (command.ExitCode, printed);
    }

    /// <summary>The link of the first owner, used: answers the owner's token.</summary>
    public async Task<string> OwnerTokenAsync()
    {
        const string password = "una clave bastante larga";
        var since = Stopwatch.StartNew();
        while (!Said.Contains("/setup/", StringComparison.Ordinal) && since.Elapsed < Patience) await Task.Delay(TimeSpan.FromMilliseconds(20));
        var text = Said;
        var token = text[(text.LastIndexOf("/setup/", StringComparison.Ordinal) + "/setup/".Length)..].Split('\n')[0].Trim();
        var guest = Client();
        (await guest.Staff.SetPasswordAsync(new SetPasswordRequest(token, password, "duena@tienda.example", "Dueña"))).Value();
        return (await guest.Staff.SignInAsync(new OpenStaffSessionRequest("duena@tienda.example", password, Bearer: true))).Value().Token!;
    }

    public HiloClient Client(string? bearer = null)
    {
        // Nobody waits longer than a person would.
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(30) };
        if (bearer is not null) http.DefaultRequestHeaders.Authorization = new("Bearer", bearer);
        return new HiloClient(http);
    }

    public async ValueTask DisposeAsync()
    {
        health.Dispose();
        if (process is { HasExited: false }) await KillAsync();
        process?.Dispose();
    }

    private Process Run(string[] arguments, bool keep = true)
    {
        var start = new ProcessStartInfo(ServerProgram.File, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        var started = Process.Start(start)!;
        started.ErrorDataReceived += (_, line) => Keep(line.Data);
        started.BeginErrorReadLine();
        if (!keep) return started;
        started.OutputDataReceived += (_, line) => Keep(line.Data);
        started.BeginOutputReadLine();
        return started;
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        lock (said) said.AppendLine(line);
    }
}
