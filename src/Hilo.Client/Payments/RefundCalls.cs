namespace Hilo.Client;

public static class RefundCallsExtension
{
    extension(HiloClient client)
    {
        public RefundCalls Refunds => new(client);
    }
}

/// <summary>Money owed back.</summary>
public readonly struct RefundCalls(HiloClient client)
{
    private const string Root = "/api/v1";

    public Task<Result<PageOf<RefundDueView>>> ListAsync(RefundDueState? state = null, string? cursor = null, CancellationToken cancel = default) =>
        client.TryGetAsync<PageOf<RefundDueView>>(Query.Of($"{Root}/refunds-due", ("state", Query.Word(state)), ("cursor", cursor)), cancel);

    public Task<Result<RefundDueView>> SettleAsync(RefundDueId refund, SettleRefundRequest request, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PostAsync<RefundDueView>($"{Root}/refunds-due/{refund}/refunds", request, idempotencyKey, cancel);

    /// <summary>Nothing goes back after all.</summary>
    public Task<Result<RefundDueView>> DropAsync(RefundDueId refund, DropRefundRequest request, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PutAsync<RefundDueView>($"{Root}/refunds-due/{refund}/drop", request, idempotencyKey, cancel: cancel);
}
