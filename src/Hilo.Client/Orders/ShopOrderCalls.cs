namespace Hilo.Client;

public static class ShopOrderCallsExtension
{
    extension(HiloClient client)
    {
        public ShopOrderCalls ShopOrders => new(client);
    }
}

/// <summary>An order as its shopper follows it, by signed link.</summary>
public readonly struct ShopOrderCalls(HiloClient client)
{
    private const string Root = "/api/v1/shop";

    /// <summary>The payer's browser is back: asks the provider and completes the cart when the money is there.</summary>
    public Task<Result<CompletionView>> ReturnFromPaymentAsync(PaymentAttemptId attempt, CancellationToken cancel = default) =>
        client.PutAsync<CompletionView>($"{Root}/payment-attempts/{attempt}/return", cancel: cancel);

    /// <param name="link">The signed text of the order's link.</param>
    public Task<Result<ShopOrderView>> FindAsync(string link, CancellationToken cancel = default) =>
        client.TryGetAsync<ShopOrderView>($"{Root}/orders/{Uri.EscapeDataString(link)}", cancel);

    /// <summary>Takes a purchase back.</summary>
    public Task<Result<RevocationRecorded>> RevokeAsync(RequestRevocationRequest request, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PostAsync<RevocationRecorded>($"{Root}/revocations", request, idempotencyKey, cancel);

    public Task<Result<ShopOrderView>> CancelAsync(string link, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PutAsync<ShopOrderView>($"{Root}/orders/{Uri.EscapeDataString(link)}/cancellation", null, idempotencyKey, cancel: cancel);
}
