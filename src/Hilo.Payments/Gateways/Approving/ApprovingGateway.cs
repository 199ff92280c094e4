using System.Globalization;
using Hilo.Payments.Attempts;

namespace Hilo.Payments.Gateways.Approving;

/// <summary>Approves everything, inside the process and without memory: for demos and benchmarks, where a provider's speed is not the question. No money moves.</summary>
/// <remarks>Its payment ids carry amount and reference, so that reading one needs no memory.</remarks>
internal sealed class ApprovingGateway : ICardGateway
{
    public string Provider => "approving";

    public Task<GatewayAnswer<ProviderPayment>> OpenAsync(GatewayOrder order, CancellationToken cancel) =>
        Answer(Approved(order.Reference, order.Amount));

    public Task<GatewayAnswer<ProviderPayment>> FindAsync(string providerPaymentId, CancellationToken cancel)
    {
        var parts = providerPaymentId.Split('_');
        return parts.Length == 4
            && Currency.TryParse(parts[1], out var currency)
            && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var amount)
            && PaymentAttemptId.TryParse(parts[3], null, out var attempt)
                ? Answer(Approved(attempt, new Money(amount, currency)))
                : Task.FromResult(GatewayAnswer<ProviderPayment>.NotFound);
    }

    public Task<GatewayAnswer<ProviderPayment>> SearchAsync(PaymentAttemptId reference, CancellationToken cancel) =>
        Task.FromResult(GatewayAnswer<ProviderPayment>.NotFound);

    public Task<GatewayAnswer<ProviderPayment>> CancelAsync(string providerPaymentId, string key, CancellationToken cancel) =>
        Task.FromResult(GatewayAnswer<ProviderPayment>.Refused("payment_not_cancellable"));

    public Task<GatewayAnswer<ProviderRefund>> RefundAsync(string providerPaymentId, Money amount, string key, CancellationToken cancel) =>
        Task.FromResult<GatewayAnswer<ProviderRefund>>(new ProviderRefund($"refund_{key}", IsDone: true));

    public WebhookHint? Read(IHeaderDictionary headers, ReadOnlySpan<byte> body) => null;

    private static Task<GatewayAnswer<ProviderPayment>> Answer(ProviderPayment payment) => Task.FromResult<GatewayAnswer<ProviderPayment>>(payment);

    private static ProviderPayment Approved(PaymentAttemptId reference, Money amount) => new(
        string.Create(CultureInfo.InvariantCulture, $"approved_{amount.Currency.Code}_{amount.Minor}_{reference}"), reference, "approved", "no_provider",
        AttemptTrigger.Capture, Reason: null, amount, amount, Refunded: null, PaidByPayer: null, RedirectUrl: null, Version: 1);
}
