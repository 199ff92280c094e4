namespace Hilo.Client;

public static class CatalogCallsExtension
{
    extension(HiloClient client)
    {
        public CatalogCalls Catalog => new(client);
    }
}

/// <summary>The catalog as staff keeps it.</summary>
public readonly struct CatalogCalls(HiloClient client)
{
    private const string Root = "/api/v1";

    public Task<Result<PageOf<ProductRow>>> ProductsAsync(string? search = null, ProductStatus? status = null, string? cursor = null, CancellationToken cancel = default) =>
        client.TryGetAsync<PageOf<ProductRow>>(Query.Of($"{Root}/products", ("q", search), ("status", Query.Word(status)), ("cursor", cursor)), cancel);

    public Task<Result<ProductView>> ProductAsync(ProductId product, CancellationToken cancel = default) => client.TryGetAsync<ProductView>($"{Root}/products/{product}", cancel);

    public Task<Result<ProductView>> CreateProductAsync(SaveProductRequest request, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PostAsync<ProductView>($"{Root}/products", request, idempotencyKey, cancel: cancel);

    public Task<Result<ProductView>> SaveProductAsync(ProductId product, int version, SaveProductRequest request, CancellationToken cancel = default) =>
        client.PutAsync<ProductView>($"{Root}/products/{product}", request, version: version, cancel: cancel);

    public Task<Result<IReadOnlyList<CategoryView>>> CategoriesAsync(CancellationToken cancel = default) => client.TryGetAsync<IReadOnlyList<CategoryView>>($"{Root}/categories", cancel);

    public Task<Result<CategoryView>> CreateCategoryAsync(SaveCategoryRequest request, CancellationToken cancel = default) =>
        client.PostAsync<CategoryView>($"{Root}/categories", request, cancel: cancel);

    public Task<Result<IReadOnlyList<PriceListView>>> PriceListsAsync(CancellationToken cancel = default) => client.TryGetAsync<IReadOnlyList<PriceListView>>($"{Root}/price-lists", cancel);

    public Task<Result<PriceListView>> CreatePriceListAsync(SavePriceListRequest request, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PostAsync<PriceListView>($"{Root}/price-lists", request, idempotencyKey, cancel);

    public Task<Result<PageOf<ListedPrice>>> PricesAsync(PriceListId list, string? search = null, string? cursor = null, CancellationToken cancel = default) =>
        client.TryGetAsync<PageOf<ListedPrice>>(Query.Of($"{Root}/price-lists/{list}/prices", ("q", search), ("cursor", cursor)), cancel);

    public Task<Problem?> SetPricesAsync(PriceListId list, SetPricesRequest request, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.SendAsync(HttpMethod.Put, $"{Root}/price-lists/{list}/prices", request, idempotencyKey, cancel: cancel);

    public Task<Result<IReadOnlyList<SynonymView>>> SynonymsAsync(CancellationToken cancel = default) => client.TryGetAsync<IReadOnlyList<SynonymView>>($"{Root}/synonyms", cancel);

    public Task<Result<SynonymView>> CreateSynonymAsync(SaveSynonymRequest request, CancellationToken cancel = default) =>
        client.PostAsync<SynonymView>($"{Root}/synonyms", request, cancel: cancel);

    public Task<Result<SynonymView>> SaveSynonymAsync(SynonymId synonym, int version, SaveSynonymRequest request, CancellationToken cancel = default) =>
        client.PutAsync<SynonymView>($"{Root}/synonyms/{synonym}", request, version: version, cancel: cancel);

    public Task<Problem?> DeleteSynonymAsync(SynonymId synonym, CancellationToken cancel = default) => client.SendAsync(HttpMethod.Delete, $"{Root}/synonyms/{synonym}", cancel: cancel);

    /// <param name="location">First stock of new variants goes there.</param>
    /// <param name="overwriteStock">Quantities of the file replace what is there, as adjustments.</param>
    /// <param name="decimals"><c>comma</c> or <c>point</c>; recognized from the file when absent.</param>
    /// <param name="isDryRun">Tells what would happen and changes nothing.</param>
    public Task<Result<ImportView>> ImportAsync(
        Stream file, string fileName, LocationId? location, bool overwriteStock = false, string? decimals = null, string? idempotencyKey = null, bool isDryRun = false, CancellationToken cancel = default) =>
        client.PostAsync<ImportView>(
            Query.Of($"{Root}/imports", ("fileName", fileName), ("location", location?.ToString()), ("stock", overwriteStock ? "true" : null), ("decimals", decimals), ("dryRun", isDryRun ? "true" : null)),
            new StreamContent(file) { Headers = { { "Content-Type", "text/csv" } } }, idempotencyKey, cancel);

    /// <summary>Brings in the file of a dry run, as it was tried.</summary>
    public Task<Result<ImportView>> ImportTriedAsync(ImportId dryRun, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PostAsync<ImportView>($"{Root}/imports/{dryRun}/execution", key: idempotencyKey, cancel: cancel);

    /// <summary>Stops an import; what it has brought in stays.</summary>
    public Task<Result<ImportView>> CancelImportAsync(ImportId import, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PutAsync<ImportView>($"{Root}/imports/{import}/cancellation", key: idempotencyKey, cancel: cancel);

    public Task<Result<ImportView>> ImportAsync(ImportId import, CancellationToken cancel = default) => client.TryGetAsync<ImportView>($"{Root}/imports/{import}", cancel);

    /// <summary>Light enough to be asked every second.</summary>
    public Task<Result<ImportProgress>> ImportProgressAsync(ImportId import, CancellationToken cancel = default) => client.TryGetAsync<ImportProgress>($"{Root}/imports/{import}/progress", cancel);

    public Task<Result<PageOf<ImportView>>> ImportsAsync(string? cursor = null, CancellationToken cancel = default) =>
        client.TryGetAsync<PageOf<ImportView>>(Query.Of($"{Root}/imports", ("cursor", cursor)), cancel);
}
