using System.Globalization;
using System.Net;
using System.Net.Http.Json;

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

    /// <summary>The categories again only if anything that shoppers browse has changed since.</summary>
    /// <param name="known">Tag of an earlier answer.</param>
    public async Task<Result<ShopWindow>> WindowAsync(string? known, CancellationToken cancel = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Root}/categories");
        if (known is not null) request.Headers.TryAddWithoutValidation("If-None-Match", known);
        using var answer = await client.SendAsync(request, cancel);
        if (answer.StatusCode == HttpStatusCode.NotModified && known is not null) return new ShopWindow(known, null);
        if (!answer.IsSuccessStatusCode) return await ProblemReading.ReadAsync(answer, cancel);
        return new ShopWindow(answer.Headers.ETag?.ToString() ?? "", await answer.Content.ReadFromJsonAsync<IReadOnlyList<ShopCategory>>(HiloJson.Tolerant, cancel) ?? []);
    }

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

/// <param name="Tag">Another one after any change that a shopper could see.</param>
/// <param name="Categories">Null when the tag is the one that the caller knew.</param>
public sealed record ShopWindow(string Tag, IReadOnlyList<ShopCategory>? Categories);
