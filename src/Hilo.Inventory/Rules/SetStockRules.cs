using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Inventory;

internal static class SetStockRules
{
    public static void Map(RouteGroupBuilder stock) => stock.MapPut("/rules", HandleAsync)
        .WithSummary("Set the safety stock of a variant at a location: so many units are never promised there.").RequirePermission(Permissions.StockManage);

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        SetStockRulesRequest request, CurrentStaff staff, InventoryDb db, IStockRows rows, ISellables sellables, TimeProvider clock, CancellationToken cancel)
    {
        if (request.Safety.IsNegative || request.Safety > StockProblems.Most) return StockProblems.NotANumberOfUnits.ToHttp();
        if (staff.RefusedAt(request.LocationId) is { } elsewhere) return elsewhere.ToHttp();
        if (!await db.Locations.AnyAsync(l => l.Id == request.LocationId, cancel)) return StockProblems.UnknownLocation.ToHttp();
        if ((await sellables.NameAsync([request.VariantId], cancel)).Count == 0) return StockProblems.UnknownVariant.ToHttp();

        await rows.EnsureAsync([new(request.VariantId, request.LocationId)], clock.GetUtcNow(), cancel);
        var changed = await db.Session.ExecuteAsync($"""
            update inventory_stock_levels set safety = {request.Safety}, changed_at = {clock.GetUtcNow()}
             where variant_id = {request.VariantId} and location_id = {request.LocationId} and safety <> {request.Safety}
            """, cancel);
        if (changed > 0) db.Publish(new StockChanged(request.LocationId, [request.VariantId], "safety"));
        return TypedResults.NoContent();
    }
}
