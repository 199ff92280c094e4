using System.Globalization;
using System.Text.Json;
using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Catalog;

internal static class ListShopProducts
{
    public const int LongestSearch = 200;
    private const int MostFilters = 20;
    private const string OptionPrefix = "option.";

    public static void Map(RouteGroupBuilder shop) => shop.MapGet("/products", Handle)
        .AllowAnyone()
        .Produces<ShopProductList>()
        .WithSummary("Products to browse. q searches words, SKU and GTIN; category takes a handle; option.{name} may be repeated for alternatives; price is a range such as 10000-20000, -20000 or 20000- and may be repeated; available=true leaves out what has no stock; one variant must satisfy all of them; sort is relevance, newest, price_up, price_down or title; facets=true counts the filters.");

    private static IResult Handle(
        HttpContext http, LiveSnapshot live, string? q = null, string? category = null, string? sort = null, string? cursor = null, int? limit = null, bool facets = false, bool available = false)
    {
        var snapshot = live.Current;
        if (http.IsKnown(snapshot)) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        if (Question(http.Request.Query, q, category, sort, facets, available, snapshot.CurrencyScale).Refused(out var problem, out var question)) return problem.ToHttp();
        var answer = BrowseAnswer.To(question, snapshot);
        var start = 0;
        if (cursor is not null)
        {
            if (Cursor.Read<int, Guid>("shop-products", cursor).Refused(out var badCursor, out var last)) return badCursor.ToHttp();
            start = After(answer.Ordinals, snapshot, last.First, ProductId.From(last.Second));
        }
        return new CardList(snapshot, answer, start, Math.Clamp(limit ?? 24, 1, 100));
    }

    private static Result<BrowseQuestion> Question(IQueryCollection query, string? q, string? category, string? sort, bool facets, bool available, int scale)
    {
        if (q?.Length > LongestSearch) return BrowseProblems.TooLong;
        Word<BrowseSort> order = string.IsNullOrWhiteSpace(q) ? BrowseSort.Newest : BrowseSort.Relevance;
        if (sort is { Length: > 0 } && !Word<BrowseSort>.TryParse(sort, null, out order)) return BrowseProblems.UnknownSort(sort);
        var chosen = new List<(string, string)>();
        var ranges = new List<PriceRange>();
        foreach (var (name, values) in query)
        {
            if (name.StartsWith(OptionPrefix, StringComparison.Ordinal))
                foreach (var value in values) chosen.Add((Fold.Key(name[OptionPrefix.Length..]), value ?? ""));
            if (name != "price") continue;
            foreach (var value in values)
            {
                if (value is not { Length: > 0 }) continue;
                if (!PriceRanges.TryRead(value, scale, out var range)) return BrowseProblems.UnknownRange(value);
                ranges.Add(range);
            }
        }
        if (category is { Length: > 0 }) chosen.Add((FacetBook.Category, category));
        if (available) chosen.Add((FacetBook.Available, "true"));
        return chosen.Count + ranges.Count > MostFilters ? BrowseProblems.TooLong : new BrowseQuestion(q, chosen, order.Value, facets, ranges);
    }

    /// <summary>Behind the last one that was shown, wherever it stands now; where it is gone, at its old place.</summary>
    private static int After(IReadOnlyList<int> ordinals, Snapshot snapshot, int shown, ProductId last)
    {
        if (shown > 0 && shown <= ordinals.Count && snapshot.At(ordinals[shown - 1])?.Id == last) return shown;
        for (var i = 0; i < ordinals.Count; i++)
            if (snapshot.At(ordinals[i])?.Id == last) return i + 1;
        return Math.Clamp(shown, 0, ordinals.Count);
    }

    /// <summary>Copies stored cards into the answer instead of serializing them.</summary>
    private sealed class CardList(Snapshot snapshot, BrowseAnswer answer, int start, int limit) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = "application/json; charset=utf-8";
            await using var json = new Utf8JsonWriter(httpContext.Response.BodyWriter, new JsonWriterOptions { SkipValidation = true });
            json.WriteStartObject();
            json.WriteStartArray("items"u8);
            var end = Math.Min(start + limit, answer.Ordinals.Count);
            for (var i = start; i < end; i++) json.WriteRawValue(snapshot.At(answer.Ordinals[i])!.Card, skipInputValidation: true);
            json.WriteEndArray();
            json.WriteNumber("total"u8, answer.Ordinals.Count);
            if (end < answer.Ordinals.Count) json.WriteString("next"u8, Cursor.Write("shop-products", end, snapshot.At(answer.Ordinals[end - 1])!.Id.Value));
            json.WritePropertyName("facets"u8);
            JsonSerializer.Serialize(json, answer.Facets, HiloJson.Tolerant);
            json.WriteEndObject();
        }
    }
}

internal static class SnapshotTag
{
    private static readonly string Process = Environment.ProcessId.ToString("x", CultureInfo.InvariantCulture) + Environment.TickCount64.ToString("x", CultureInfo.InvariantCulture);

    /// <summary>Says which snapshot answers, and whether the caller has this very answer already.</summary>
    public static bool IsKnown(this HttpContext http, Snapshot snapshot)
    {
        var tag = $"W/\"{Process}-{snapshot.Version.ToString(CultureInfo.InvariantCulture)}\"";
        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = "public, no-cache";
        return http.Request.Headers.IfNoneMatch.Contains(tag, StringComparer.Ordinal);
    }
}
