using System.Net;
using System.Net.Http.Json;
using System.Net.Mail;
using System.Text.Json.Nodes;
using Hilo.Sandbox;
using Hilo.Sandbox.Gateway;
using Hilo.Sandbox.Mail;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hilo.Tests.Sandbox;

/// <summary>The stand-ins on real loopback ports, beside a merchant that listens to webhooks.</summary>
internal sealed class SandboxHost : IAsyncDisposable
{
    public const string Secret = "a secret of this test";
    private readonly WebApplication app;

    private SandboxHost(WebApplication app)
    {
        this.app = app;
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Http { get; }

    public Merchant Merchant => app.Services.GetRequiredService<Merchant>();

    public GatewayFaults GatewayFaults => app.Services.GetRequiredService<GatewayFaults>();

    public MailFaults MailFaults => app.Services.GetRequiredService<MailFaults>();

    public MailCatcher Mails => app.Services.GetRequiredService<MailCatcher>();

    public T Of<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public static async Task<SandboxHost> StartAsync(TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        if (clock is not null) builder.Services.AddSingleton(clock);
        builder.Services.AddSandbox(options => (options.GatewaySecret, options.SmtpPort) = (Secret, 0));
        builder.Services.AddAuthorization().AddSingleton<Merchant>();
        var host = builder.Build();
        host.MapSandbox();
        host.MapPost("/merchant/webhooks", (Microsoft.AspNetCore.Http.HttpRequest request, Merchant merchant) => merchant.HearAsync(request));
        await host.StartAsync();
        return new SandboxHost(host);
    }

    public Task<HttpResponseMessage> OpenAsync(string reference = "sale-1", string amount = "1234.50", string? key = null, bool capture = true) =>
        PostAsync("/sandbox/gateway/payments", key ?? $"open-{reference}", new
        {
            external_reference = reference,
            amount,
            currency = "ARS",
            capture,
            description = "Pedido <de> prueba",
            return_url = new Uri(Http.BaseAddress!, "/vuelta?pedido=7"),
            notification_url = new Uri(Http.BaseAddress!, "/merchant/webhooks"),
        });

    public async Task<HttpResponseMessage> PostAsync(string path, string? key, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return await Http.SendAsync(request);
    }

    public async Task<string> OpenedAsync(string reference = "sale-1", string amount = "1234.50", bool capture = true) =>
        (string)(await ReadAsync(await OpenAsync(reference, amount, capture: capture)))["id"]!;

    public async Task<HttpResponseMessage> ChooseAsync(string id, string card)
    {
        using var form = new FormUrlEncodedContent([new("card", card)]);
        return await Http.PostAsync($"/sandbox/gateway/pay/{id}", form);
    }

    public async Task<JsonNode> PaymentAsync(string id) => (await Http.GetFromJsonAsync<JsonNode>($"/sandbox/gateway/payments/{id}"))!;

    public static async Task<JsonNode> ReadAsync(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonNode>())!;

    public async Task SendAsync(MailMessage mail)
    {
        using var client = new SmtpClient(IPAddress.Loopback.ToString(), await Mails.Port);
        await client.SendMailAsync(mail);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
