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
        var rows = location is { } one
            ? (await ReadAsync(session, variant, one, Cutoff.Number(after.Number), size + 1, cancel)).ConvertAll(m => new Shown(m, m.At))
            : await EverywhereAsync(session, variant, after, size + 1, cancel);
        string? next = null;
        if (rows.Count > size)
        {
            rows.RemoveAt(size);
            next = Cursor.Write(List, new After(rows[^1].At.UtcTicks, rows[^1].Movement.LocationId.Value, rows[^1].Movement.Number));
        }
        var numbers = await OrderNumbersAsync(log, rows.Select(r => r.Movement.OrderId).OfType<OrderId>().Distinct(), cancel);
        return TypedResults.Ok(new PageOf<StockMovementView>(
            rows.ConvertAll(r => r.Movement).ConvertAll(m => new StockMovementView(
                m.Number, m.At, m.VariantId, m.LocationId, Words.Of(m.Kind), m.Headline, m.OnHandAfter, m.Reason, m.OrderId is { } order ? numbers.GetValueOrDefault(order) : null, m.Actor)),
            next));
    }

    /// <summary>The ledgers of all its locations as one. Each alone has its order by number; an index over all of them by time would cost every sale a page at random.</summary>
    private static async Task<List<Shown>> EverywhereAsync(DbSession session, VariantId variant, After after, int limit, CancellationToken cancel)
    {
        var locations = await session.QueryAsync($"select location_id from inventory_stock_levels where variant_id = {variant}", row => row.Id<LocationId>(0), cancel);
        var all = new List<Shown>();
        foreach (var location in locations)
        {
            var cutoff = location.Value.CompareTo(after.Location) switch
            {
                0 => Cutoff.Number(after.Number),
                < 0 => Cutoff.Time(after.At),
                _ => Cutoff.Time(after.At - 1),
            };
            // Clocks of several hubs differ a little: nothing is shown as later than what its own ledger wrote after it.
            var at = DateTimeOffset.MaxValue;
            foreach (var movement in await ReadAsync(session, variant, location, cutoff, limit, cancel))
                all.Add(new Shown(movement, at = movement.At < at ? movement.At : at));
        }
        return [.. all.OrderByDescending(s => s.At).ThenByDescending(s => s.Movement.LocationId.Value).ThenByDescending(s => s.Movement.Number).Take(limit)];
    }

    /// <summary>Newest first, below the cutoff: the first movement that is not later, and everything under it.</summary>
    private static Task<List<StockMovement>> ReadAsync(DbSession session, VariantId variant, LocationId location, Cutoff cutoff, int limit, CancellationToken cancel) =>
        session.QueryAsync($"""
            select {Columns:raw} from inventory_stock_movements
             where variant_id = {variant} and location_id = {location}
               and number <= (select number from inventory_stock_movements
                               where variant_id = {variant} and location_id = {location} and number < {cutoff.Below} and at <= {cutoff.NotAfter} order by number desc limit 1)
             order by number desc limit {limit}
            """, Read, cancel);

    private readonly record struct Cutoff(long Below, long NotAfter)
    {
        public static Cutoff Number(long below) => new(below, long.MaxValue);

        public static Cutoff Time(long notAfter) => new(long.MaxValue, notAfter);
    }

    /// <param name="At">What it is ordered by.</param>
    private readonly record struct Shown(StockMovement Movement, DateTimeOffset At);

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
