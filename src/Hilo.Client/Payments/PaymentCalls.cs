namespace Hilo.Client;

public static class PaymentCallsExtension
{
    extension(HiloClient client)
    {
        public PaymentCalls Payments => new(client);
    }
}

/// <summary>Money of sales, and what providers told.</summary>
public readonly struct PaymentCalls(HiloClient client)
{
    private const string Root = "/api/v1";

    public Task<Result<SaleMoneyView>> OfSaleAsync(SaleId sale, CancellationToken cancel = default) =>
        client.TryGetAsync<SaleMoneyView>($"{Root}/sales/{sale}/money", cancel);

    /// <summary>Money in another amount than asked, waiting for a person.</summary>
    public Task<Result<IReadOnlyList<AmountMismatchView>>> MismatchesAsync(CancellationToken cancel = default) =>
        client.TryGetAsync<IReadOnlyList<AmountMismatchView>>($"{Root}/amount-mismatches", cancel);

    public Task<Result<SaleMoneyView>> DecideMismatchAsync(PaymentAttemptId attempt, MismatchDecision decision, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PostAsync<SaleMoneyView>($"{Root}/payment-attempts/{attempt}/decisions", new DecideMismatchRequest(decision), idempotencyKey, cancel);

    public Task<Result<PageOf<ProviderEventView>>> ProviderEventsAsync(ProviderEventState? state = null, string? cursor = null, CancellationToken cancel = default) =>
        client.TryGetAsync<PageOf<ProviderEventView>>(Query.Of($"{Root}/provider-events", ("state", Query.Word(state)), ("cursor", cursor)), cancel);

    public Task<Result<ProviderEventView>> ReplayAsync(ProviderEventId arrived, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PostAsync<ProviderEventView>($"{Root}/provider-events/{arrived}/replays", key: idempotencyKey, cancel: cancel);
}
