using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Inventory;

internal static class ListMovements
{
    private const string List = "movements";
    private const string Columns = "at, variant_id, location_id, number, kind, on_hand, reserved, allocated, leased, unsellable, on_hand_after, reason, order_id, actor";

    private sealed record After(long At, Guid Location, long Number);

    public static void Map(RouteGroupBuilder stock) => stock.MapGet("/movements", HandleAsync)
        .WithSummary("The ledger of a variant, newest first; location: a filter.").RequirePermission(Permissions.StockRead);

    private static async Task<Results<Ok<PageOf<StockMovementView>>, ProblemHttpResult>> HandleAsync(
        VariantId variant, LocationId? location, string? cursor, int? limit, DbSession session, EventLog log, CancellationToken cancel)
    {
        var after = new After(long.MaxValue, Guid.Empty, long.MaxValue);
        if (!string.IsNullOrEmpty(cursor) && Cursor.Read<After>(List, cursor).Refused(out var problem, out after)) return problem.ToHttp();
        var size = Math.Clamp(limit ?? 50, 1, 200);
        var rows = await ReadAsync(session, variant, location, after, size + 1, cancel);
        string? next = null;
        if (rows.Count > size)
        {
            rows.RemoveAt(size);
            next = Cursor.Write(List, new After(rows[^1].At.UtcTicks, rows[^1].LocationId.Value, rows[^1].Number));
        }
        var numbers = await OrderNumbersAsync(log, rows.Select(r => r.OrderId).OfType<OrderId>().Distinct(), cancel);
        return TypedResults.Ok(new PageOf<StockMovementView>(
            rows.ConvertAll(m => new StockMovementView(
                m.Number, m.At, m.VariantId, m.LocationId, Words.Of(m.Kind), m.Headline, m.OnHandAfter, m.Reason, m.OrderId is { } order ? numbers.GetValueOrDefault(order) : null, m.Actor)),
            next));
    }

    private static Task<List<StockMovement>> ReadAsync(DbSession session, VariantId variant, LocationId? location, After after, int limit, CancellationToken cancel) =>
        location is { } one
            ? session.QueryAsync($"""
                select {Columns:raw} from inventory_stock_movements
                 where variant_id = {variant} and location_id = {one} and number < {after.Number} order by number desc limit {limit}
                """, Read, cancel)
            : session.QueryAsync($"""
                select {Columns:raw} from inventory_stock_movements
                 where variant_id = {variant} and (at, location_id, number) < ({after.At}, {after.Location}, {after.Number})
                 order by at desc, location_id desc, number desc limit {limit}
                """, Read, cancel);

    // Orders lie below Inventory and are never asked; what they told the log is there for everyone.
    private static async Task<Dictionary<OrderId, string>> OrderNumbersAsync(EventLog log, IEnumerable<OrderId> orders, CancellationToken cancel)
    {
        Dictionary<OrderId, string> numbers = [];
        foreach (var order in orders)
        {
            var placed = await log.FindAsync(new EventSearch { Subject = order.Value, Types = ["orders.order_placed"], Limit = 1 }, cancel);
            if (placed is [{ Event: OrderPlaced told }, ..]) numbers[order] = told.Number;
        }
        return numbers;
    }

    private static StockMovement Read(System.Data.Common.DbDataReader row) =>
        new(row.Id<VariantId>(1), row.Id<LocationId>(2), row.GetInt64(3), row.Instant(0), row.Word<StockMovementKind>(4))
        {
            OnHand = row.Quantity(5),
            Reserved = row.Quantity(6),
            Allocated = row.Quantity(7),
            Leased = row.Quantity(8),
            Unsellable = row.Quantity(9),
            OnHandAfter = row.Quantity(10),
            Reason = row.Text(11),
            OrderId = row.IdOrNull<OrderId>(12),
            Actor = row.GetString(13),
        };
}
