using System.Diagnostics.Metrics;
using Hilo.Payments.Gateways;
using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Hilo.Payments.Inbox;

/// <summary>Takes a provider's webhook: proves it over the raw bytes, stores it, answers. Work comes afterwards.</summary>
internal static partial class ReceiveWebhook
{
    private const int LargestBody = 64 * 1024;

    private static readonly Meter Meter = new("Hilo.Payments");
    private static readonly Counter<long> Unproven = Meter.CreateCounter<long>("hilo.payments.webhooks.unproven", description: "Webhooks whose signature did not fit.");

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/hooks/payments/{provider}", HandleAsync)
        .AllowAnyone().AcceptsUpTo(LargestBody).DisableAntiforgery().ExcludeFromDescription();

    private static async Task<Results<Ok, NotFound, ProblemHttpResult>> HandleAsync(
        string provider, HttpContext http, CardGateways gateways, ProviderInbox inbox, InboxSignal signal, IOptionsMonitor<CardOptions> options,
        ILogger<ProviderInbox> log, CancellationToken cancel)
    {
        if (gateways.Find(provider) is not { } gateway) return TypedResults.NotFound();
        using var raw = new MemoryStream();
        await http.Request.Body.CopyToAsync(raw, cancel);
        var body = raw.ToArray();
        if (gateway.Read(http.Request.Headers, body) is not { } hint)
        {
            Unproven.Add(1, new KeyValuePair<string, object?>("provider", provider));
            Refused(log, gateway.Provider, body.Length);
            return PaymentProblems.WebhookUnproven.ToHttp();
        }
        if (await inbox.StoreAsync(gateway.Provider, options.CurrentValue.Account, hint, body, cancel) is { } stored) signal.Raise(stored);
        return TypedResults.Ok();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A webhook for {Provider} with {Bytes} bytes carried no valid signature.")]
    private static partial void Refused(ILogger log, string provider, int bytes);
}
