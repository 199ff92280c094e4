namespace Hilo.Client;

public static class StockCallsExtension
{
    extension(HiloClient client)
    {
        public StockCalls Stock => new(client);
    }
}

/// <summary>Locations and what is in them.</summary>
public readonly struct StockCalls(HiloClient client)
{
    private const string Root = "/api/v1";

    public Task<Result<IReadOnlyList<LocationView>>> LocationsAsync(CancellationToken cancel = default) => client.TryGetAsync<IReadOnlyList<LocationView>>($"{Root}/locations", cancel);

    public Task<Result<LocationView>> LocationAsync(LocationId location, CancellationToken cancel = default) => client.TryGetAsync<LocationView>($"{Root}/locations/{location}", cancel);

    public Task<Result<LocationView>> CreateLocationAsync(SaveLocationRequest request, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PostAsync<LocationView>($"{Root}/locations", request, idempotencyKey, cancel);

    public Task<Result<LocationView>> SaveLocationAsync(LocationId location, int version, SaveLocationRequest request, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PutAsync<LocationView>($"{Root}/locations/{location}", request, idempotencyKey, version, cancel);

    public Task<Result<PageOf<StockLevelView>>> StockAsync(string? search = null, LocationId? location = null, VariantId? variant = null, string? cursor = null, CancellationToken cancel = default) =>
        client.TryGetAsync<PageOf<StockLevelView>>(Query.Of($"{Root}/stock", ("q", search), ("location", location?.ToString()), ("variant", variant?.ToString()), ("cursor", cursor)), cancel);

    public Task<Result<PageOf<StockMovementView>>> MovementsAsync(VariantId variant, LocationId? location = null, string? cursor = null, CancellationToken cancel = default) =>
        client.TryGetAsync<PageOf<StockMovementView>>(Query.Of($"{Root}/stock/movements", ("variant", variant.ToString()), ("location", location?.ToString()), ("cursor", cursor)), cancel);

    public Task<Result<StockLevelView>> AdjustStockAsync(AdjustStockRequest request, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PostAsync<StockLevelView>($"{Root}/stock/adjustments", request, idempotencyKey, cancel: cancel);

    public Task<Result<BulkStockResult>> SetStockAsync(BulkStockRequest request, CancellationToken cancel = default) => client.PostAsync<BulkStockResult>($"{Root}/stock/bulk", request, cancel: cancel);

    /// <param name="file">CSV with the columns sku, location and on_hand.</param>
    public Task<Result<BulkStockResult>> SetStockAsync(Stream file, string reason, CancellationToken cancel = default) => client.PostAsync<BulkStockResult>(
        Query.Of($"{Root}/stock/bulk", ("reason", reason)), new StreamContent(file) { Headers = { { "Content-Type", "text/csv" } } }, cancel: cancel);

    public Task<Problem?> SetStockRulesAsync(SetStockRulesRequest request, CancellationToken cancel = default) => client.SendAsync(HttpMethod.Put, $"{Root}/stock/rules", request, cancel: cancel);

    public Task<Result<IReadOnlyList<ChannelRuleView>>> ChannelRulesAsync(LocationId location, CancellationToken cancel = default) =>
        client.TryGetAsync<IReadOnlyList<ChannelRuleView>>(Query.Of($"{Root}/stock/channel-rules", ("location", location.ToString())), cancel);

    public Task<Problem?> SetChannelRuleAsync(SetChannelRuleRequest request, CancellationToken cancel = default) => client.SendAsync(HttpMethod.Put, $"{Root}/stock/channel-rules", request, cancel: cancel);
}
