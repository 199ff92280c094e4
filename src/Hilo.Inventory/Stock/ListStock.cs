using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Inventory;

internal static class ListStock
{
    private const string List = "stock";
    private const int MostFound = 200;

    public static void Map(RouteGroupBuilder stock) => stock.MapGet("/", HandleAsync)
        .WithSummary("Stock levels by variant and location. q: an exact SKU or GTIN, or words of the product; location, variant: filters.").RequirePermission(Permissions.StockRead);

    private static async Task<Results<Ok<PageOf<StockLevelView>>, ProblemHttpResult>> HandleAsync(
        string? q, LocationId? location, VariantId? variant, string? cursor, int? limit, StockList list, ISellables sellables, CancellationToken cancel)
    {
        LevelKey? after = null;
        if (!string.IsNullOrEmpty(cursor))
        {
            if (Cursor.Read<Guid, Guid>(List, cursor).Refused(out var problem, out var key)) return problem.ToHttp();
            after = new LevelKey(VariantId.From(key.First), LocationId.From(key.Second));
        }
        var size = Math.Clamp(limit ?? 50, 1, 200);
        if (!string.IsNullOrWhiteSpace(q))
        {
            // A code that was scanned means itself; anything else is words.
            if ((await sellables.FindCodesAsync([q.Trim()], cancel)).Values.ToList() is [var exact, ..])
            {
                if (variant is { } asked && exact != asked) return TypedResults.Ok(new PageOf<StockLevelView>([], null));
                variant = exact;
            }
            else if (variant is null) return TypedResults.Ok(await ByWordsAsync(q, location, after, size, list, sellables, cancel));
        }
        var rows = await list.PageAsync(variant, location, after, size + 1, cancel);
        var next = rows.Count > size ? Cursor.Write(List, rows[size - 1].VariantId.Value, rows[size - 1].LocationId.Value) : null;
        return TypedResults.Ok(new PageOf<StockLevelView>(rows.GetRange(0, Math.Min(size, rows.Count)), next));
    }

    private static async Task<PageOf<StockLevelView>> ByWordsAsync(string words, LocationId? location, LevelKey? after, int size, StockList list, ISellables sellables, CancellationToken cancel)
    {
        var found = await sellables.SearchAsync(words, after?.Variant, MostFound, cancel);
        if (found.Count == 0) return new PageOf<StockLevelView>([], null);
        var rows = await list.PageAsync(found, location, after, size + 1, cancel);
        if (rows.Count > size) return new PageOf<StockLevelView>(rows.GetRange(0, size), Cursor.Write(List, rows[size - 1].VariantId.Value, rows[size - 1].LocationId.Value));
        // More variants have the words than were looked at: the next page goes on behind the last of them.
        return new PageOf<StockLevelView>(rows, found.Count == MostFound ? Cursor.Write(List, found[^1].Value, Guid.AllBitsSet) : null);
    }
}
