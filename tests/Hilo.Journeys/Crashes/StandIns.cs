using System.Net.Http.Json;
using System.Text.Json;
using Hilo.Sandbox;
using Hilo.Sandbox.Agency;
using Hilo.Sandbox.Gateway;
using Hilo.Sandbox.Mail;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hilo.Journeys.Crashes;

/// <summary>The outside world, in the test's own process: it remembers what it was told, whoever of the others dies.</summary>
internal sealed class StandIns : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient http;
    private readonly Dictionary<string, CaughtMail> mails = new(StringComparer.Ordinal);

    private StandIns(WebApplication app, Uri address, int smtp)
    {
        this.app = app;
        Address = address;
        http = new HttpClient { BaseAddress = new Uri(address, "sandbox/gateway/") };
        Settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Mail__Smtp__Host"] = "127.0.0.1",
            ["Mail__Smtp__Port"] = $"{smtp}",
            ["Mail__Smtp__From"] = "Hilo <hola@tienda.example>",
            ["Mail__Smtp__TimeoutSeconds"] = "2",
            ["Payments__Card__BaseUrl"] = new Uri(address, "sandbox/gateway").ToString(),
            // The agency may commit late; here nobody waits minutes to rule that out.
            ["Arca__Sandbox__Base"] = new Uri(address, "sandbox/arca").ToString(),
            ["Arca__GraceSeconds"] = "2",
            ["Arca__BatchGraceSeconds"] = "2",
            ["Arca__AbsenceGapSeconds"] = "0.5",
            ["Arca__RetrySeconds"] = "0.5",
            ["Payments__Card__Secret"] = new SandboxOptions().GatewaySecret,
        };
    }

    public Uri Address { get; }

    public AgencyBook Agency => app.Services.GetRequiredService<AgencyBook>();

    /// <summary>What the program must know to meet them.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; }

    public GatewayFaults Gateway => app.Services.GetRequiredService<GatewayFaults>();

    public MailFaults Mail => app.Services.GetRequiredService<MailFaults>();

    public static async Task<StandIns> OpenAsync()
    {
        var (port, smtp) = (Ports.Take(), Ports.Take());
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        // Every mail of many lives is compared at the end.
        builder.Services.AddSandbox(options => (options.SmtpPort, options.MostMails) = (smtp, int.MaxValue));
        builder.Logging.ClearProviders();
        var opened = builder.Build();
        opened.MapSandbox();
        await opened.StartAsync();
        return new StandIns(opened, new Uri($"http://127.0.0.1:{port}/"), smtp);
    }

    /// <summary>The payer uses a good card. False when the payment was decided before.</summary>
    public async Task<bool> PayAsync(string payment)
    {
        using var answer = await http.PostAsJsonAsync($"payments/{payment}/card", new { card = "approved" });
        return answer.IsSuccessStatusCode;
    }

    public async Task<GatewaySide> FindAsync(string payment)
    {
        using var answer = await http.GetAsync($"payments/{payment}");
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        decimal Amount(string name) => decimal.Parse(body.RootElement.GetProperty(name).GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        return new GatewaySide(payment, body.RootElement.GetProperty("external_reference").GetString()!, Money.Ars(Amount("captured_amount")), Money.Ars(Amount("refunded_amount")));
    }

    public async Task<int> CountAsync(string reference)
    {
        using var answer = await http.GetAsync($"payments/search?external_reference={reference}");
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return body.RootElement.GetProperty("results").GetArrayLength();
    }

    /// <summary>Every mail that ever arrived, one per Message-ID.</summary>
    public IReadOnlyCollection<CaughtMail> Mails()
    {
        foreach (var mail in app.Services.GetRequiredService<MailCatcher>().Messages) mails[mail.MessageId] = mail;
        return mails.Values;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}

/// <summary>A payment as the gateway knows it.</summary>
internal sealed record GatewaySide(string Id, string Reference, Money Captured, Money Refunded);
