using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace Hilo.Bench;

/// <summary>The agency and the mail server, in a process beside the measured one.</summary>
internal sealed class StandInsProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly HttpClient http;

    private StandInsProcess(Process process, Uri address, int smtp)
    {
        this.process = process;
        http = new HttpClient { BaseAddress = new Uri(address, "sandbox/") };
        Settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Mail__Smtp__Host"] = "127.0.0.1",
            ["Mail__Smtp__Port"] = $"{smtp}",
            ["Mail__Smtp__From"] = "Bench <hello@bench.example>",
            ["Arca__Sandbox__Base"] = new Uri(address, "sandbox/arca").ToString(),
        };
    }

    /// <summary>What the measured server must know to meet them.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; }

    public static async Task<StandInsProcess> StartAsync(string program, CancellationToken cancel)
    {
        var (address, smtp) = (new Uri($"http://127.0.0.1:{ServerProcess.FreePort()}"), ServerProcess.FreePort());
        var start = new ProcessStartInfo(program, ["sandbox", "--urls", address.ToString(), "--smtp-port", $"{smtp}"]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment["Sandbox__MostMails"] = $"{int.MaxValue}";
        var standIns = new StandInsProcess(Process.Start(start)!, address, smtp);
        // It says where it listens once it does.
        await standIns.process.StandardOutput.ReadLineAsync(cancel);
        _ = standIns.process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        return standIns;
    }

    public async Task<string> CertifyAsync(string signingRequest, CancellationToken cancel)
    {
        using var signed = await http.PostAsync("arca/certificates", new StringContent(signingRequest), cancel);
        return await signed.Content.ReadAsStringAsync(cancel);
    }

    public async Task SlowAgencyAsync(int delayMs, CancellationToken cancel) =>
        (await http.PutAsJsonAsync("arca/faults", new { delayMs }, cancel)).EnsureSuccessStatusCode();

    public async Task<int> VouchersAsync(CancellationToken cancel) => (await http.GetFromJsonAsync<JsonElement>("arca/vouchers", cancel)).GetArrayLength();

    public async Task<IReadOnlyList<CaughtMail>> MailsAsync(CancellationToken cancel) => (await http.GetFromJsonAsync<List<CaughtMail>>("mail/messages", cancel))!;

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}

/// <summary>As the stand-in of the mail server tells it.</summary>
internal sealed record CaughtMail(IReadOnlyList<string> To, DateTimeOffset ReceivedAt, int Deliveries, IReadOnlyList<CaughtPart> Parts)
{
    public bool HasPdf => Parts.Any(p => p.ContentType == "application/pdf");
}

internal sealed record CaughtPart(string ContentType);
