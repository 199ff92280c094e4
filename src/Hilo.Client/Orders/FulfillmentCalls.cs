namespace Hilo.Client;

public static class FulfillmentCallsExtension
{
    extension(HiloClient client)
    {
        public FulfillmentCalls Fulfillment => new(client);
    }
}

/// <summary>The work of a location: prepare, ship, hand over.</summary>
public readonly struct FulfillmentCalls(HiloClient client)
{
    private const string Root = "/api/v1";

    public Task<Result<IReadOnlyList<FulfillmentOrderView>>> ListAsync(LocationId? location = null, IEnumerable<FulfillmentState>? states = null, CancellationToken cancel = default) =>
        client.TryGetAsync<IReadOnlyList<FulfillmentOrderView>>(
            Query.Of($"{Root}/fulfillment-orders", [("location", location?.ToString()), .. (states ?? []).Select(s => ("state", Query.Word<FulfillmentState>(s)))]), cancel);

    public Task<Result<FulfillmentOrderView>> FindAsync(FulfillmentOrderId id, CancellationToken cancel = default) =>
        client.TryGetAsync<FulfillmentOrderView>($"{Root}/fulfillment-orders/{id}", cancel);

    public Task<Result<FulfillmentOrderView>> AcceptAsync(FulfillmentOrderId id, CancellationToken cancel = default) => Move(id, "acceptance", cancel: cancel);

    public Task<Result<FulfillmentOrderView>> PickAsync(FulfillmentOrderId id, PickRequest request, CancellationToken cancel = default) => Move(id, "picking", request, cancel);

    /// <summary>Units that are not where they should be: they come from elsewhere, or are canceled and owed back.</summary>
    public Task<Result<ShortageView>> ReportShortageAsync(FulfillmentOrderId id, ReportShortageRequest request, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PostAsync<ShortageView>($"{Root}/fulfillment-orders/{id}/shortages", request, idempotencyKey, cancel);

    public Task<Result<FulfillmentOrderView>> PackAsync(FulfillmentOrderId id, CancellationToken cancel = default) => Move(id, "packing", cancel: cancel);

    /// <summary>Ready for pickup: the customer is told and the pass becomes valid.</summary>
    public Task<Result<FulfillmentOrderView>> ReadyAsync(FulfillmentOrderId id, CancellationToken cancel = default) => Move(id, "readiness", cancel: cancel);

    public Task<Result<FulfillmentOrderView>> ShipAsync(FulfillmentOrderId id, ShipRequest request, CancellationToken cancel = default) => Move(id, "shipment", request, cancel);

    public Task<Result<FulfillmentOrderView>> DeliveredAsync(FulfillmentOrderId id, CancellationToken cancel = default) => Move(id, "delivery", cancel: cancel);

    /// <summary>What a counter sold, in the same moment.</summary>
    public Task<Result<FulfillmentOrderView>> HandOverAtCounterAsync(FulfillmentOrderId id, CancellationToken cancel = default) => Move(id, "hand-over", cancel: cancel);

    public Task<Result<PassLookup>> LookUpPassAsync(HandOverRequest request, CancellationToken cancel = default) => client.PostAsync<PassLookup>($"{Root}/pickup-passes/lookups", request, cancel: cancel);

    public Task<Result<FulfillmentOrderView>> HandOverAsync(HandOverRequest request, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PostAsync<FulfillmentOrderView>($"{Root}/pickup-passes/hand-overs", request, idempotencyKey, cancel: cancel);

    private Task<Result<FulfillmentOrderView>> Move(FulfillmentOrderId id, string resource, object? body = null, CancellationToken cancel = default) =>
        client.PutAsync<FulfillmentOrderView>($"{Root}/fulfillment-orders/{id}/{resource}", body, cancel: cancel);
}
