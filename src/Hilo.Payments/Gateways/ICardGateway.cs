using Hilo.Payments.Attempts;

namespace Hilo.Payments.Gateways;

/// <summary>A provider that charges cards on a page of its own. Amounts are converted at its edge; card numbers never come here.</summary>
/// <remarks>Every call may be repeated: those that change something carry a key, and the same key has the same effect once.</remarks>
internal interface ICardGateway
{
    /// <summary>Its name in addresses and rows; never changes.</summary>
    string Provider { get; }

    Task<GatewayAnswer<ProviderPayment>> OpenAsync(GatewayOrder order, CancellationToken cancel);

    Task<GatewayAnswer<ProviderPayment>> FindAsync(string providerPaymentId, CancellationToken cancel);

    /// <summary>By our own reference, for a payment whose answer was lost.</summary>
    Task<GatewayAnswer<ProviderPayment>> SearchAsync(PaymentAttemptId reference, CancellationToken cancel);

    Task<GatewayAnswer<ProviderPayment>> CancelAsync(string providerPaymentId, string key, CancellationToken cancel);

    /// <summary>The same key again answers the first outcome: this is also how an unknown refund is asked about.</summary>
    Task<GatewayAnswer<ProviderRefund>> RefundAsync(string providerPaymentId, Money amount, string key, CancellationToken cancel);

    /// <summary>Checks the signature over the raw bytes, and only then looks into them. Null when it does not prove its origin.</summary>
    WebhookHint? Read(IHeaderDictionary headers, ReadOnlySpan<byte> body);
}

/// <summary>What we ask a provider to charge.</summary>
internal sealed record GatewayOrder(PaymentAttemptId Reference, Money Amount, string Description, string ReturnUrl, string Key);

/// <summary>A payment as it stands at the provider now.</summary>
/// <param name="Says">What its status means for us.</param>
/// <param name="Reason">Our stable word for why it ended without money.</param>
/// <param name="Refunded">The provider's cumulative figure; null where it gives none.</param>
/// <param name="Version">Grows with each change: an older reading does not overwrite a newer one.</param>
internal sealed record ProviderPayment(
    string Id, PaymentAttemptId? Reference, string Status, string? Detail, AttemptTrigger Says, string? Reason, Money Authorized, Money Captured, Money? Refunded,
    Money? PaidByPayer, string? RedirectUrl, long Version);

internal sealed record ProviderRefund(string Id, bool IsDone);

/// <param name="IsPayment">False for what we do not know: kept, and not applied.</param>
internal sealed record WebhookHint(string DedupeKey, string Kind, string? Resource, bool IsPayment, string Proof);
