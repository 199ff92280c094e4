using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Catalog;

/// <summary>What a shopper who is still typing may mean.</summary>
internal static class SuggestShopWords
{
    private const int MostTerms = 6;
    private const int MostCategories = 3;
    private const int MostProducts = 5;

    public static void Map(RouteGroupBuilder shop) => shop.MapGet("/suggestions", Handle)
        .AllowAnyone()
        .WithSummary("While a shopper types: words that finish the last one, categories and products. From two letters on.");

    private static Results<Ok<ShopSuggestions>, StatusCodeHttpResult, ProblemHttpResult> Handle(HttpContext http, LiveSnapshot live, string q = "")
    {
        var snapshot = live.Current;
        if (q.Length > ListShopProducts.LongestSearch) return BrowseProblems.TooLong.ToHttp();
        return http.IsKnown(snapshot) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Ok(Of(q, snapshot));
    }

    public static ShopSuggestions Of(string typed, Snapshot snapshot)
    {
        var words = ShopWords.Written(typed).ToList();
        if (words is not [.., { Folded: { Length: > 1 } last }]) return new ShopSuggestions([], [], []);
        var found = BrowseAnswer.To(new BrowseQuestion(typed, [], BrowseSort.Relevance, CountsFacets: false), snapshot).Ordinals;
        return new ShopSuggestions(
            Terms(words, last, char.IsWhiteSpace(typed[^1]), snapshot),
            [.. ListShopCategories.Of(snapshot, snapshot.Categories.Keys)
                .Where(c => c.Products > 0 && ShopWords.In(c.Name).Exists(w => w.StartsWith(last, StringComparison.Ordinal) || ShopWords.Stem(w) == ShopWords.Stem(last)))
                .OrderByDescending(c => c.Products).ThenBy(c => c.Handle, StringComparer.Ordinal).Take(MostCategories)],
            [.. found.Take(MostProducts).Select(o => snapshot.At(o)!.CardView)]);
    }

    /// <summary>Only what finds something: every term offered was looked for.</summary>
    private static List<string> Terms(List<(string Folded, string Written)> words, string last, bool isFinished, Snapshot snapshot)
    {
        if (isFinished) return [];
        var before = string.Join(' ', words.SkipLast(1).Select(w => w.Written.ToLowerInvariant()));
        return [.. snapshot.Finishing(last).Take(4 * MostTerms)
            .Select(word => before.Length == 0 ? word : $"{before} {word}")
            .Where(term => before.Length == 0 || snapshot.Search(term).Count > 0).Take(MostTerms)];
    }
}
