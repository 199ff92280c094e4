using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Inventory;

/// <summary>Many levels at once, as JSON or as CSV at the same address.</summary>
internal static class SetStockInBulk
{
    private const long MostBytes = 2 * 1024 * 1024;

    public static void Map(RouteGroupBuilder stock)
    {
        stock.MapPost("/bulk", FromJsonAsync).WithSummary("Set what is on hand by SKU and location code, up to 10,000 lines. Good lines go in, bad ones are named.")
            .RequirePermission(Permissions.StockManage).AcceptsUpTo(MostBytes);
        stock.MapPost("/bulk", FromCsvAsync).WithSummary("The same from a CSV with the columns sku, location, on_hand. reason: kept with every movement.")
            .RequirePermission(Permissions.StockManage).AcceptsUpTo(MostBytes).Accepts<Stream>("text/csv");
    }

    private static async Task<Ok<BulkStockResult>> FromJsonAsync(BulkStockRequest request, CurrentStaff staff, BulkStock bulk, CancellationToken cancel) =>
        TypedResults.Ok(await bulk.SetAsync(
            [.. request.Lines.Select((l, i) => new BulkRow(i + 1, l.Sku, l.Location, l.OnHand.ToString(), l.OnHand))], request.Reason, staff.Locations, cancel));

    private static async Task<Results<Ok<BulkStockResult>, ProblemHttpResult>> FromCsvAsync(
        HttpRequest request, string? reason, CurrentStaff staff, BulkStock bulk, CancellationToken cancel)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancel);
        if (StockCsv.Read(body.ToArray()).Refused(out var problem, out var rows)) return problem.ToHttp();
        var why = string.IsNullOrWhiteSpace(reason) ? "CSV" : reason.Trim();
        return TypedResults.Ok(await bulk.SetAsync(rows, why.Length > 200 ? why[..200] : why, staff.Locations, cancel));
    }
}
