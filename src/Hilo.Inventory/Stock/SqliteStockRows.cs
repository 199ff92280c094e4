using System.Data.Common;
using Hilo.Platform;

namespace Hilo.Inventory;

/// <summary>Stock on SQLite: prepared statements, row by row, inside the one write turn; there is nothing to lock.</summary>
internal sealed class SqliteStockRows(DbSession session) : IStockRows
{
    private const string IsRuled = """
        exists (select 1 from inventory_channel_rules r where r.location_id = s.location_id and r.variant_id in (s.variant_id, zeroblob(16)))
        """;

    private const string LevelQuery = $"""
        select {StockColumns.Level}, {IsRuled} from inventory_stock_levels s join inventory_locations l on l.id = s.location_id
        """;

    public async Task<List<LockedLevel>> LockAsync(IReadOnlyCollection<LevelKey> levels, IReadOnlyCollection<CartId> carts, CancellationToken cancel)
    {
        await session.BeginAsync(cancel);
        HashSet<LevelKey> keys = [.. levels, .. (await HoldsAsync(carts, cancel)).Select(h => h.Key.Level)];
        return Each($"{LevelQuery} where s.variant_id = $1 and s.location_id = $2", keys.Order().Select(k => new object?[] { k.Variant, k.Location }), StockColumns.ReadLevel);
    }

    public async Task EnsureAsync(IReadOnlyCollection<LevelKey> levels, DateTimeOffset now, CancellationToken cancel)
    {
        await session.BeginAsync(cancel);
        await RunAsync("""
            insert into inventory_stock_levels (variant_id, location_id, on_hand, reserved, allocated, leased, unsellable, safety, movements, changed_at)
            values ($1, $2, 0, 0, 0, 0, 0, 0, 0, $3) on conflict do nothing
            """, levels.Select(k => new object?[] { k.Variant, k.Location, now }), cancel);
    }

    public Task<List<Hold>> HoldsAsync(IReadOnlyCollection<CartId> carts, CancellationToken cancel) => Task.FromResult(
        Each($"select {StockColumns.Hold} from inventory_reservations where cart_id = $1", carts.Select(c => new object?[] { c }), StockColumns.ReadHold));

    public Task<List<Allocation>> AllocationsAsync(IReadOnlyCollection<OrderId> orders, CancellationToken cancel) => Task.FromResult(
        Each($"select {StockColumns.Allocation} from inventory_allocations where order_id = $1", orders.Select(o => new object?[] { o }), StockColumns.ReadAllocation));

    public Task<PromiseLimits> LimitsAsync(IReadOnlyCollection<LevelKey> ruled, CancellationToken cancel)
    {
        if (ruled.Count == 0) return Task.FromResult(PromiseLimits.None);
        var rules = Each(
            "select location_id, variant_id, sales_channel_id, cap, pickup_floor from inventory_channel_rules where location_id = $1",
            ruled.Select(l => l.Location).Distinct().Select(l => new object?[] { l }), StockColumns.ReadRule);
        var promised = Each("""
            select variant_id, location_id, sales_channel_id, sum(quantity)
              from (select variant_id, location_id, sales_channel_id, quantity from inventory_reservations where variant_id = $1 and location_id = $2
                    union all select variant_id, location_id, sales_channel_id, quantity from inventory_allocations where variant_id = $1 and location_id = $2)
             group by variant_id, location_id, sales_channel_id
            """, ruled.Select(l => new object?[] { l.Variant, l.Location }), StockColumns.ReadPromised);
        return Task.FromResult(new PromiseLimits(rules, promised));
    }

    public Task<List<LockedLevel>> ReadAsync(IReadOnlyCollection<VariantId> variants, CancellationToken cancel) => Task.FromResult(
        Each($"{LevelQuery} where s.variant_id = $1 and l.is_active", variants.Select(v => new object?[] { v }), StockColumns.ReadLevel));

    public Task<Dictionary<VariantId, Quantity>> FreeAsync(IReadOnlyCollection<VariantId>? variants, CancellationToken cancel)
    {
        const string query = """
            select s.variant_id, sum(max(s.on_hand - s.reserved - s.allocated - s.leased - s.unsellable - s.safety, 0)) as free
              from inventory_stock_levels s join inventory_locations l on l.id = s.location_id
             where l.is_active
            """;
        var free = variants is null
            ? Each($"{query} group by s.variant_id having free > 0", [[]], Read)
            : Each($"{query} and s.variant_id = $1 group by s.variant_id having free > 0", variants.Select(v => new object?[] { v }), Read);
        return Task.FromResult(free.ToDictionary(f => f.Variant, f => f.Free));

        static (VariantId Variant, Quantity Free) Read(DbDataReader row) => (row.Id<VariantId>(0), row.Quantity(1));
    }

    public async Task WriteAsync(StockBook book, DateTimeOffset now, CancellationToken cancel)
    {
        await RunAsync("""
            insert into inventory_stock_movements (variant_id, location_id, number, at, kind, on_hand, reserved, allocated, leased, unsellable,
                                                   on_hand_after, reason, order_id, cart_id, actor)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
            """, book.Movements.Select(m => new object?[]
            {
                m.VariantId, m.LocationId, m.Number, m.At, m.Kind, m.OnHand, m.Reserved, m.Allocated, m.Leased, m.Unsellable, m.OnHandAfter, m.Reason, m.OrderId, m.CartId, m.Actor,
            }), cancel);
        await RunAsync("""
            update inventory_stock_levels
               set on_hand = $3, reserved = $4, allocated = $5, leased = $6, unsellable = $7, movements = $8, changed_at = $9
             where variant_id = $1 and location_id = $2
            """, book.Levels.Where(l => l.HasMoved).Select(l => new object?[]
            {
                l.Key.Variant, l.Key.Location, l.Counts.OnHand, l.Counts.Reserved, l.Counts.Allocated, l.Counts.Leased, l.Counts.Unsellable, l.Movements, now,
            }), cancel);
        await RunAsync("delete from inventory_reservations where cart_id = $1 and order_line_id = $2 and variant_id = $3 and location_id = $4",
            book.ChangedHolds.Where(h => h.Value is null).Select(h => new object?[] { h.Key.Cart, h.Key.Line, h.Key.Variant, h.Key.Location }), cancel);
        await RunAsync($"""
            insert into inventory_reservations ({StockColumns.Hold}) values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (cart_id, order_line_id, variant_id, location_id)
            do update set quantity = excluded.quantity, sales_channel_id = excluded.sales_channel_id, purpose = excluded.purpose, until = excluded.until
            """, book.ChangedHolds.Values.OfType<Hold>().Select(h => new object?[]
            {
                h.CartId, h.OrderLineId, h.VariantId, h.LocationId, h.Quantity, h.SalesChannelId, h.Purpose, h.Until,
            }), cancel);
        await RunAsync($"""
            insert into inventory_allocations as a ({StockColumns.Allocation}, source) values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (order_id, order_line_id, variant_id, location_id, source) do update set quantity = a.quantity + excluded.quantity
            """, book.NewAllocations.Select(a => new object?[]
            {
                a.OrderId, a.OrderLineId, a.VariantId, a.LocationId, a.Quantity, a.SalesChannelId, a.AllocatedAt, a.Source,
            }), cancel);
        const string settled = "where order_id = $1 and order_line_id = $2 and variant_id = $3 and location_id = $4 and source = 'on_hand'";
        await RunAsync($"delete from inventory_allocations {settled}",
            book.SettledAllocations.Where(s => s.Value.IsZero).Select(s => new object?[] { s.Key.Order, s.Key.Line, s.Key.Variant, s.Key.Location }), cancel);
        await RunAsync($"update inventory_allocations set quantity = $5 {settled}",
            book.SettledAllocations.Where(s => !s.Value.IsZero).Select(s => new object?[] { s.Key.Order, s.Key.Line, s.Key.Variant, s.Key.Location, s.Value }), cancel);
    }

    private async Task RunAsync(string statement, IEnumerable<object?[]> rows, CancellationToken cancel)
    {
        SqliteStatement? prepared = null;
        foreach (var row in rows)
        {
            prepared ??= await session.SqliteAsync(statement, cancel);
            prepared.Bind(row);
            prepared.Run();
        }
    }

    // SQLite answers on the calling thread whatever its methods are called, so that asynchronous ones would only add cost.
    private List<T> Each<T>(string query, IEnumerable<object?[]> rows, Func<DbDataReader, T> read)
    {
        List<T> found = [];
        DbCommand? command = null;
        foreach (var row in rows)
        {
            command ??= session.CreateCommand();
            Bind(command, query, row);
            using var reader = command.ExecuteReader();
            while (reader.Read()) found.Add(read(reader));
        }
        command?.Dispose();
        return found;
    }

    /// <summary>The text is set once, so that the provider prepares it once.</summary>
    private static void Bind(DbCommand command, string text, object?[] values)
    {
        if (command.CommandText.Length == 0)
        {
            command.CommandText = text;
            for (var i = 0; i < values.Length; i++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = $"${i + 1}";
                command.Parameters.Add(parameter);
            }
        }
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = SqlValues.ForSqlite(values[i]) ?? DBNull.Value;
    }
}
