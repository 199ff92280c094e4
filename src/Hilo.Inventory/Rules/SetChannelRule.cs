using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Inventory;

internal static class SetChannelRule
{
    public static void Map(RouteGroupBuilder stock)
    {
        stock.MapPut("/channel-rules", HandleAsync)
            .WithSummary("Limit what channels may take at a location, for one variant or all, for one channel or each. Without cap and pickupFloor the rule is removed.")
            .RequirePermission(Permissions.StockManage);
        stock.MapGet("/channel-rules", ListAsync).WithSummary("The channel rules of a location.").RequirePermission(Permissions.StockRead);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        SetChannelRuleRequest request, CurrentStaff staff, InventoryDb db, CancellationToken cancel)
    {
        if (OutOfRange(request.Cap) || OutOfRange(request.PickupFloor)) return StockProblems.NotANumberOfUnits.ToHttp();
        if (staff.RefusedAt(request.LocationId) is { } elsewhere) return elsewhere.ToHttp();
        if (!await db.Locations.AnyAsync(l => l.Id == request.LocationId, cancel)) return StockProblems.UnknownLocation.ToHttp();

        var (variant, channel) = (request.VariantId ?? default, request.SalesChannelId ?? default);
        if (request.Cap is null && request.PickupFloor is null)
            await db.Session.ExecuteAsync(
                $"delete from inventory_channel_rules where location_id = {request.LocationId} and variant_id = {variant} and sales_channel_id = {channel}", cancel);
        else
            await db.Session.ExecuteAsync($"""
                insert into inventory_channel_rules (location_id, variant_id, sales_channel_id, cap, pickup_floor)
                values ({request.LocationId}, {variant}, {channel}, {request.Cap?.Thousandths}, {request.PickupFloor?.Thousandths})
                on conflict (location_id, variant_id, sales_channel_id) do update set cap = excluded.cap, pickup_floor = excluded.pickup_floor
                """, cancel);
        return TypedResults.NoContent();

        static bool OutOfRange(Quantity? quantity) => quantity is { } q && (q.IsNegative || q > StockProblems.Most);
    }

    private static async Task<Ok<List<ChannelRuleView>>> ListAsync(LocationId location, InventoryDb db, CancellationToken cancel) =>
        TypedResults.Ok((await db.ChannelRules.AsNoTracking().Where(r => r.LocationId == location).ToListAsync(cancel)).ConvertAll(r => new ChannelRuleView(
            r.LocationId, r.VariantId == default ? null : r.VariantId, r.SalesChannelId == default ? null : r.SalesChannelId, r.Cap, r.PickupFloor)));
}
