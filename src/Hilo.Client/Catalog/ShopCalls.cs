using System.Globalization;

namespace Hilo.Client;

public static class ShopCallsExtension
{
    extension(HiloClient client)
    {
        public ShopCalls Shop => new(client);
    }
}

/// <summary>What shoppers browse.</summary>
public readonly struct ShopCalls(HiloClient client)
{
    private const string Root = "/api/v1/shop";

    public Task<Result<ShopView>> ShopAsync(CancellationToken cancel = default) => client.TryGetAsync<ShopView>(Root, cancel);

    public Task<Result<IReadOnlyList<ShopCategory>>> CategoriesAsync(CancellationToken cancel = default) =>
        client.TryGetAsync<IReadOnlyList<ShopCategory>>($"{Root}/categories", cancel);

    /// <param name="options">Option name and value pairs, several values of one name are alternatives.</param>
    /// <param name="prices">Ranges such as <c>10000-20000</c>, alternatives of each other.</param>
    /// <param name="available">Only what has stock.</param>
    /// <param name="sort"><c>relevance</c>, <c>newest</c>, <c>price_up</c>, <c>price_down</c> or <c>title</c>.</param>
    public Task<Result<ShopProductList>> ProductsAsync(
        string? search = null, string? category = null, IEnumerable<(string Name, string Value)>? options = null, string? sort = null, string? cursor = null,
        int? limit = null, bool facets = false, IEnumerable<string>? prices = null, bool available = false, CancellationToken cancel = default) =>
        client.TryGetAsync<ShopProductList>(
            Query.Of($"{Root}/products", [("q", search), ("category", category), ("sort", sort), ("cursor", cursor), ("limit", limit?.ToString(CultureInfo.InvariantCulture)),
                ("facets", facets ? "true" : null), ("available", available ? "true" : null), .. (prices ?? []).Select(p => ("price", (string?)p)), .. (options ?? []).Select(o => ($"option.{o.Name}", (string?)o.Value))]), cancel);

    /// <summary>What a shopper who typed so much may mean.</summary>
    public Task<Result<ShopSuggestions>> SuggestAsync(string typed, CancellationToken cancel = default) =>
        client.TryGetAsync<ShopSuggestions>(Query.Of($"{Root}/suggestions", ("q", typed)), cancel);

    public Task<Result<ShopProduct>> ProductAsync(string handle, CancellationToken cancel = default) =>
        client.TryGetAsync<ShopProduct>($"{Root}/products/{Uri.EscapeDataString(handle)}", cancel);

    public Task<Result<VariantStock>> StockAsync(VariantId variant, string? postalCode = null, CancellationToken cancel = default) =>
        client.TryGetAsync<VariantStock>(Query.Of($"{Root}/stock/{variant}", ("postalCode", postalCode)), cancel);

    public Task<Result<IReadOnlyList<ShopStore>>> StoresAsync(string? postalCode = null, CancellationToken cancel = default) =>
        client.TryGetAsync<IReadOnlyList<ShopStore>>(Query.Of($"{Root}/stores", ("postalCode", postalCode)), cancel);
}
