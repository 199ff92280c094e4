using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Inventory;

internal static class ListStock
{
    private const string List = "stock";

    public static void Map(RouteGroupBuilder stock) => stock.MapGet("/", HandleAsync)
        .WithSummary("Stock levels by variant and location. q: an exact SKU or GTIN; location, variant: filters.").RequirePermission(Permissions.StockRead);

    private static async Task<Results<Ok<PageOf<StockLevelView>>, ProblemHttpResult>> HandleAsync(
        string? q, LocationId? location, VariantId? variant, string? cursor, int? limit, StockList list, ISellables sellables, CancellationToken cancel)
    {
        LevelKey? after = null;
        if (!string.IsNullOrEmpty(cursor))
        {
            if (Cursor.Read<Guid, Guid>(List, cursor).Refused(out var problem, out var key)) return problem.ToHttp();
            after = new LevelKey(VariantId.From(key.First), LocationId.From(key.Second));
        }
        if (!string.IsNullOrWhiteSpace(q))
        {
            var found = await sellables.FindCodesAsync([q.Trim()], cancel);
            if (found.Count == 0 || (variant is { } asked && found.Values.All(v => v != asked))) return TypedResults.Ok(new PageOf<StockLevelView>([], null));
            variant = found.Values.First();
        }
        var size = Math.Clamp(limit ?? 50, 1, 200);
        var rows = await list.PageAsync(variant, location, after, size + 1, cancel);
        var next = rows.Count > size ? Cursor.Write(List, rows[size - 1].VariantId.Value, rows[size - 1].LocationId.Value) : null;
        return TypedResults.Ok(new PageOf<StockLevelView>(rows.GetRange(0, Math.Min(size, rows.Count)), next));
    }
}
