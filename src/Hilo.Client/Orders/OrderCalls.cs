using System.Globalization;

namespace Hilo.Client;

public static class OrderCallsExtension
{
    extension(HiloClient client)
    {
        public OrderCalls Orders => new(client);
    }
}

/// <summary>Orders of every channel.</summary>
public readonly struct OrderCalls(HiloClient client)
{
    private const string Root = "/api/v1";

    /// <param name="tab"><c>all</c>, <c>open</c>, <c>unpaid</c>, <c>to_prepare</c>, <c>ready</c>, <c>completed</c> or <c>canceled</c>.</param>
    public Task<Result<PageOf<OrderRow>>> ListAsync(string? search = null, string? tab = null, SalesChannelId? salesChannel = null, LocationId? location = null, CustomerId? customer = null, string? cursor = null, CancellationToken cancel = default) =>
        client.TryGetAsync<PageOf<OrderRow>>(
            Query.Of($"{Root}/orders", ("q", search), ("tab", tab), ("salesChannel", salesChannel?.ToString()), ("location", location?.ToString()), ("customer", customer?.ToString()), ("cursor", cursor)), cancel);

    public Task<Result<OrderCounts>> CountAsync(string? search = null, string? tab = null, DateTimeOffset? placedAfter = null, CancellationToken cancel = default) =>
        client.TryGetAsync<OrderCounts>(Query.Of($"{Root}/orders/counts", ("q", search), ("tab", tab), ("placedAfter", placedAfter?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture))), cancel);

    /// <param name="idOrNumber">The id or the number people say on the phone.</param>
    public Task<Result<OrderView>> FindAsync(string idOrNumber, CancellationToken cancel = default) => client.TryGetAsync<OrderView>($"{Root}/orders/{Uri.EscapeDataString(idOrNumber)}", cancel);

    public Task<Result<OrderView>> PlaceAsync(PlaceOrderRequest request, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PostAsync<OrderView>($"{Root}/orders", request, idempotencyKey, cancel: cancel);

    public Task<Result<OrderView>> CancelAsync(OrderId order, CancelOrderRequest request, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PutAsync<OrderView>($"{Root}/orders/{order}/cancellation", request, idempotencyKey, cancel: cancel);

    public Task<Result<OrderView>> RecordPaymentAsync(OrderId order, RecordPaymentRequest request, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PostAsync<OrderView>($"{Root}/orders/{order}/payments", request, idempotencyKey, cancel: cancel);

    /// <summary>Gives back a part of what a paid order costs, or charges more.</summary>
    public Task<Result<OrderView>> ChangeChargeAsync(OrderId order, ChangeChargeRequest request, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PostAsync<OrderView>($"{Root}/orders/{order}/charge-changes", request, idempotencyKey, cancel: cancel);

    public Task<Result<IReadOnlyList<ThreadEntry>>> ThreadAsync(OrderId order, CancellationToken cancel = default) =>
        client.TryGetAsync<IReadOnlyList<ThreadEntry>>($"{Root}/orders/{order}/thread", cancel);

    public Task<Result<IReadOnlyList<SalesChannelView>>> SalesChannelsAsync(CancellationToken cancel = default) => client.TryGetAsync<IReadOnlyList<SalesChannelView>>($"{Root}/sales-channels", cancel);

    public Task<Result<SalesChannelView>> CreateSalesChannelAsync(SaveSalesChannelRequest request, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PostAsync<SalesChannelView>($"{Root}/sales-channels", request, idempotencyKey, cancel);

    public Task<Result<SalesChannelView>> SaveSalesChannelAsync(
        SalesChannelId channel, int version, SaveSalesChannelRequest request, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PutAsync<SalesChannelView>($"{Root}/sales-channels/{channel}", request, idempotencyKey, version, cancel);

    /// <summary>Replaces the whole delivery table of a channel, or of every channel without one of its own.</summary>
    public Task<Result<IReadOnlyList<ShippingRateView>>> SaveShippingRatesAsync(SaveShippingRatesRequest request, CancellationToken cancel = default) =>
        client.PutAsync<IReadOnlyList<ShippingRateView>>($"{Root}/shipping-rates", request, cancel: cancel);
}
