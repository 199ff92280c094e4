using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Options;

namespace Hilo.Payments.Gateways.StandIn;

/// <summary>The stand-in gateway over HTTP. It speaks as a real one would: own spelling, amounts as decimal strings, signed webhooks.</summary>
internal sealed class TestGateway(PatientCalls calls, IOptionsMonitor<CardOptions> options, TimeProvider clock) : ICardGateway
{
    public string Provider => "test";

    private CardOptions Settings => options.CurrentValue;

    public Task<GatewayAnswer<ProviderPayment>> OpenAsync(GatewayOrder order, CancellationToken cancel)
    {
        var hooks = Settings.HookBase ?? Settings.ReturnBase;
        var body = new TestGatewayOrder(order.Reference.ToString(), order.Amount.AmountText(), order.Amount.Currency.Code, Absolute(Settings.ReturnBase, order.ReturnUrl),
            hooks is null ? null : Absolute(hooks, $"/hooks/payments/{Provider}"), order.Description, Capture: true);
        return PaymentAsync(() => Post("payments", order.Key, body), cancel);
    }

    public Task<GatewayAnswer<ProviderPayment>> FindAsync(string providerPaymentId, CancellationToken cancel) =>
        PaymentAsync(() => Get($"payments/{Uri.EscapeDataString(providerPaymentId)}"), cancel);

    public async Task<GatewayAnswer<ProviderPayment>> SearchAsync(PaymentAttemptId reference, CancellationToken cancel)
    {
        using var answer = await calls.SendAsync(() => Get($"payments/search?external_reference={reference}"), TestGatewayWire.IsInProgressAsync, cancel);
        // A refusal to search says nothing about the payment.
        if (answer is not { IsSuccessStatusCode: true }) return GatewayAnswer<ProviderPayment>.Silent;
        if (await TestGatewayWire.ReadAsync<TestGatewaySearch>(answer, cancel) is not { Results: { } results }) return GatewayAnswer<ProviderPayment>.Silent;
        if (results.Count == 0) return GatewayAnswer<ProviderPayment>.NotFound;
        // One key makes one payment; were there more, the one with money is the one that counts.
        return results.Select(p => p.ToPayment()).OfType<ProviderPayment>().MaxBy(p => p.Captured.Minor) is { } found ? found : GatewayAnswer<ProviderPayment>.Silent;
    }

    public Task<GatewayAnswer<ProviderPayment>> CancelAsync(string providerPaymentId, string key, CancellationToken cancel) =>
        PaymentAsync(() => Post($"payments/{Uri.EscapeDataString(providerPaymentId)}/cancel", key, new { }), cancel);

    public async Task<GatewayAnswer<ProviderRefund>> RefundAsync(string providerPaymentId, Money amount, string key, CancellationToken cancel)
    {
        using var answer = await calls.SendAsync(() => Post($"payments/{Uri.EscapeDataString(providerPaymentId)}/refunds", key, new { amount = amount.AmountText() }), TestGatewayWire.IsInProgressAsync, cancel);
        if (answer is null) return GatewayAnswer<ProviderRefund>.Silent;
        if (!answer.IsSuccessStatusCode) return GatewayAnswer<ProviderRefund>.Refused(await TestGatewayWire.ErrorAsync(answer, cancel));
        return await TestGatewayWire.ReadAsync<TestGatewayRefund>(answer, cancel) is { Id: { } id } refund
            ? new ProviderRefund(id, refund.Status == "approved")
            : GatewayAnswer<ProviderRefund>.Silent;
    }

    public WebhookHint? Read(IHeaderDictionary headers, ReadOnlySpan<byte> body) =>
        Settings.Secret is { Length: > 0 } secret ? TestGatewayWebhook.Read(headers, body, secret, clock.GetUtcNow()) : null;

    private async Task<GatewayAnswer<ProviderPayment>> PaymentAsync(Func<HttpRequestMessage> request, CancellationToken cancel)
    {
        using var answer = await calls.SendAsync(request, TestGatewayWire.IsInProgressAsync, cancel);
        if (answer is null) return GatewayAnswer<ProviderPayment>.Silent;
        if (answer.StatusCode == HttpStatusCode.NotFound) return GatewayAnswer<ProviderPayment>.NotFound;
        if (!answer.IsSuccessStatusCode) return GatewayAnswer<ProviderPayment>.Refused(await TestGatewayWire.ErrorAsync(answer, cancel));
        return (await TestGatewayWire.ReadAsync<TestGatewayPayment>(answer, cancel))?.ToPayment() is { } payment ? payment : GatewayAnswer<ProviderPayment>.Silent;
    }

    /// <exception cref="HttpRequestException">There is no address: as little an answer as from one that nobody listens at.</exception>
    private string Base => Settings.BaseUrl?.TrimEnd('/') ?? throw new HttpRequestException("Payments:Card:BaseUrl is not set.");

    private HttpRequestMessage Get(string path) => new(HttpMethod.Get, $"{Base}/{path}");

    private HttpRequestMessage Post(string path, string key, object body) => new(HttpMethod.Post, $"{Base}/{path}")
    {
        Headers = { { "Idempotency-Key", key } },
        Content = JsonContent.Create(body, body.GetType(), options: TestGatewayWire.Json),
    };

    private static string Absolute(string? home, string address) => address.StartsWith('/') ? $"{home?.TrimEnd('/')}{address}" : address;
}
