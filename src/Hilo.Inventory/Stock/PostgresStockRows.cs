using Hilo.Platform;

namespace Hilo.Inventory;

/// <summary>Stock on PostgreSQL: one statement per step, however many claims a group has.</summary>
internal sealed class PostgresStockRows(DbSession session) : IStockRows
{
    private const string IsRuled = """
        exists (select 1 from inventory_channel_rules r
                 where r.location_id = s.location_id and r.variant_id in (s.variant_id, '00000000-0000-0000-0000-000000000000'))
        """;

    // The location is asked for row by row: joined, PostgreSQL may begin with it and read every level of a store for each level that is wanted.
    private const string Locked = $"""
        select {StockColumns.Counters}, (select l.is_active from inventory_locations l where l.id = s.location_id), {IsRuled} from inventory_stock_levels s
        """;

    public async Task<List<LockedLevel>> LockAsync(IReadOnlyCollection<LevelKey> levels, IReadOnlyCollection<CartId> carts, CancellationToken cancel)
    {
        await session.BeginAsync(cancel);
        var (variants, locations) = Columns(levels);
        if (carts.Count == 0)
            return await session.QueryAsync($"""
                {Locked:raw}
                 where (s.variant_id, s.location_id) in (select * from unnest({variants}::uuid[], {locations}::uuid[]))
                 order by s.variant_id, s.location_id for update
                """, StockColumns.ReadLevel, cancel);
        return await session.QueryAsync($"""
            {Locked:raw}
             where (s.variant_id, s.location_id) in (
                   select * from unnest({variants}::uuid[], {locations}::uuid[])
                    union select variant_id, location_id from inventory_reservations where cart_id = any({Ids(carts)}::uuid[]))
             order by s.variant_id, s.location_id for update
            """, StockColumns.ReadLevel, cancel);
    }

    public async Task EnsureAsync(IReadOnlyCollection<LevelKey> levels, DateTimeOffset now, CancellationToken cancel)
    {
        var (variants, locations) = Columns(levels);
        await session.ExecuteAsync($"""
            insert into inventory_stock_levels (variant_id, location_id, on_hand, reserved, allocated, leased, unsellable, safety, movements, changed_at)
            select u.variant_id, u.location_id, 0, 0, 0, 0, 0, 0, 0, {now}
              from unnest({variants}::uuid[], {locations}::uuid[]) u(variant_id, location_id)
             where not exists (select 1 from inventory_stock_levels s where (s.variant_id, s.location_id) = (u.variant_id, u.location_id))
             order by u.variant_id, u.location_id
            on conflict do nothing
            """, cancel);
    }

    public Task<List<Hold>> HoldsAsync(IReadOnlyCollection<CartId> carts, CancellationToken cancel) =>
        session.QueryAsync($"select {StockColumns.Hold:raw} from inventory_reservations where cart_id = any({Ids(carts)}::uuid[])", StockColumns.ReadHold, cancel);

    public Task<List<Allocation>> AllocationsAsync(IReadOnlyCollection<OrderId> orders, CancellationToken cancel) =>
        session.QueryAsync($"select {StockColumns.Allocation:raw} from inventory_allocations where order_id = any({Ids(orders)}::uuid[])", StockColumns.ReadAllocation, cancel);

    public async Task<PromiseLimits> LimitsAsync(IReadOnlyCollection<LevelKey> ruled, CancellationToken cancel)
    {
        if (ruled.Count == 0) return PromiseLimits.None;
        var (variants, locations) = Columns(ruled);
        var rules = await session.QueryAsync(
            $"select location_id, variant_id, sales_channel_id, cap, pickup_floor from inventory_channel_rules where location_id = any({locations}::uuid[])", StockColumns.ReadRule, cancel);
        var promised = await session.QueryAsync($"""
            select p.variant_id, p.location_id, p.sales_channel_id, sum(p.quantity)::bigint
              from (select variant_id, location_id, sales_channel_id, quantity from inventory_reservations
                    union all select variant_id, location_id, sales_channel_id, quantity from inventory_allocations) p
             where (p.variant_id, p.location_id) in (select * from unnest({variants}::uuid[], {locations}::uuid[]))
             group by p.variant_id, p.location_id, p.sales_channel_id
            """, StockColumns.ReadPromised, cancel);
        return new PromiseLimits(rules, promised);
    }

    public Task<List<LockedLevel>> ReadAsync(IReadOnlyCollection<VariantId> variants, CancellationToken cancel) => session.QueryAsync($"""
        select {StockColumns.Level:raw}, {IsRuled:raw}
          from inventory_stock_levels s join inventory_locations l on l.id = s.location_id
         where s.variant_id = any({Ids(variants)}::uuid[]) and l.is_active
        """, StockColumns.ReadLevel, cancel);

    public async Task<Dictionary<VariantId, Quantity>> FreeAsync(IReadOnlyCollection<VariantId>? variants, CancellationToken cancel)
    {
        var free = await session.QueryAsync($"""
            select s.variant_id, sum(greatest(s.on_hand - s.reserved - s.allocated - s.leased - s.unsellable - s.safety, 0))::bigint
              from inventory_stock_levels s join inventory_locations l on l.id = s.location_id
             where l.is_active and ({variants is null} or s.variant_id = any({Ids(variants ?? [])}::uuid[]))
             group by s.variant_id
            having sum(greatest(s.on_hand - s.reserved - s.allocated - s.leased - s.unsellable - s.safety, 0)) > 0
            """, row => (row.Id<VariantId>(0), row.Quantity(1)), cancel);
        return free.ToDictionary(f => f.Item1, f => f.Item2);
    }

    public async Task WriteAsync(StockBook book, DateTimeOffset now, CancellationToken cancel)
    {
        if (book.Movements.Count > 0) await WriteLedgerAsync(book, now, cancel);
        if (book.ChangedHolds.Count > 0) await WriteHoldsAsync(book, cancel);
        if (book.NewAllocations.Count > 0) await AddAllocationsAsync(book.NewAllocations, cancel);
        if (book.SettledAllocations.Count > 0) await SettleAllocationsAsync(book.SettledAllocations, cancel);
    }

    // Levels and their ledger in one round trip: no statement sees the other's rows, and none needs to.
    private Task<int> WriteLedgerAsync(StockBook book, DateTimeOffset now, CancellationToken cancel)
    {
        var moved = book.Movements;
        var levels = book.Levels.Where(l => l.HasMoved).ToArray();
        return session.ExecuteAsync($"""
            with ledger as (
              insert into inventory_stock_movements (variant_id, location_id, number, at, kind, on_hand, reserved, allocated, leased, unsellable,
                                                     on_hand_after, reason, order_id, cart_id, actor)
              select u.variant_id, u.location_id, u.number, {now}, u.kind, u.on_hand, u.reserved, u.allocated, u.leased, u.unsellable,
                     u.on_hand_after, u.reason, u.order_id, u.cart_id, {(moved[0].Actor)}
                from unnest({Array(moved, m => m.VariantId.Value)}::uuid[], {Array(moved, m => m.LocationId.Value)}::uuid[], {Array(moved, m => m.Number)}::bigint[],
                            {Array(moved, m => Words.Of(m.Kind))}::text[], {Array(moved, m => m.OnHand.Thousandths)}::bigint[],
                            {Array(moved, m => m.Reserved.Thousandths)}::bigint[], {Array(moved, m => m.Allocated.Thousandths)}::bigint[],
                            {Array(moved, m => m.Leased.Thousandths)}::bigint[], {Array(moved, m => m.Unsellable.Thousandths)}::bigint[],
                            {Array(moved, m => m.OnHandAfter.Thousandths)}::bigint[], {Array(moved, m => m.Reason)}::text[],
                            {Array(moved, m => m.OrderId?.Value)}::uuid[], {Array(moved, m => m.CartId?.Value)}::uuid[])
                     u(variant_id, location_id, number, kind, on_hand, reserved, allocated, leased, unsellable, on_hand_after, reason, order_id, cart_id))
            update inventory_stock_levels s
               set on_hand = u.on_hand, reserved = u.reserved, allocated = u.allocated, leased = u.leased, unsellable = u.unsellable,
                   movements = u.movements, changed_at = {now}
              from unnest({Array(levels, l => l.Key.Variant.Value)}::uuid[], {Array(levels, l => l.Key.Location.Value)}::uuid[],
                          {Array(levels, l => l.Counts.OnHand.Thousandths)}::bigint[], {Array(levels, l => l.Counts.Reserved.Thousandths)}::bigint[],
                          {Array(levels, l => l.Counts.Allocated.Thousandths)}::bigint[], {Array(levels, l => l.Counts.Leased.Thousandths)}::bigint[],
                          {Array(levels, l => l.Counts.Unsellable.Thousandths)}::bigint[], {Array(levels, l => l.Movements)}::bigint[])
                   u(variant_id, location_id, on_hand, reserved, allocated, leased, unsellable, movements)
             where s.variant_id = u.variant_id and s.location_id = u.location_id
            """, cancel);
    }

    private Task<int> WriteHoldsAsync(StockBook book, CancellationToken cancel)
    {
        var ended = book.ChangedHolds.Where(h => h.Value is null).Select(h => h.Key).ToArray();
        var kept = book.ChangedHolds.Values.OfType<Hold>().ToArray();
        return session.ExecuteAsync($"""
            with ended as (
              delete from inventory_reservations r
               using unnest({Array(ended, h => h.Cart.Value)}::uuid[], {Array(ended, h => h.Line.Value)}::uuid[], {Array(ended, h => h.Variant.Value)}::uuid[],
                            {Array(ended, h => h.Location.Value)}::uuid[]) u(cart_id, order_line_id, variant_id, location_id)
               where (r.cart_id, r.order_line_id, r.variant_id, r.location_id) = (u.cart_id, u.order_line_id, u.variant_id, u.location_id))
            insert into inventory_reservations ({StockColumns.Hold:raw})
            select * from unnest({Array(kept, h => h.CartId.Value)}::uuid[], {Array(kept, h => h.OrderLineId.Value)}::uuid[], {Array(kept, h => h.VariantId.Value)}::uuid[],
                                 {Array(kept, h => h.LocationId.Value)}::uuid[], {Array(kept, h => h.Quantity.Thousandths)}::bigint[],
                                 {Array(kept, h => h.SalesChannelId.Value)}::uuid[], {Array(kept, h => Words.Of(h.Purpose))}::text[], {Array(kept, h => h.Until.UtcTicks)}::bigint[])
            on conflict (cart_id, order_line_id, variant_id, location_id)
            do update set quantity = excluded.quantity, sales_channel_id = excluded.sales_channel_id, purpose = excluded.purpose, until = excluded.until
            """, cancel);
    }

    private Task<int> AddAllocationsAsync(List<Allocation> added, CancellationToken cancel) => session.ExecuteAsync($"""
        insert into inventory_allocations as a ({StockColumns.Allocation:raw}, source)
        select u.*, {AllocationSource.OnHand}
          from unnest({Array(added, a => a.OrderId.Value)}::uuid[], {Array(added, a => a.OrderLineId.Value)}::uuid[], {Array(added, a => a.VariantId.Value)}::uuid[],
                      {Array(added, a => a.LocationId.Value)}::uuid[], {Array(added, a => a.Quantity.Thousandths)}::bigint[],
                      {Array(added, a => a.SalesChannelId.Value)}::uuid[], {Array(added, a => a.AllocatedAt.UtcTicks)}::bigint[]) u
        on conflict (order_id, order_line_id, variant_id, location_id, source) do update set quantity = a.quantity + excluded.quantity
        """, cancel);

    private async Task SettleAllocationsAsync(Dictionary<AllocationKey, Quantity> settled, CancellationToken cancel)
    {
        var rows = settled.ToArray();
        await session.ExecuteAsync($"""
            with left_over as (
              select * from unnest({Array(rows, r => r.Key.Order.Value)}::uuid[], {Array(rows, r => r.Key.Line.Value)}::uuid[], {Array(rows, r => r.Key.Variant.Value)}::uuid[],
                                   {Array(rows, r => r.Key.Location.Value)}::uuid[], {Array(rows, r => r.Value.Thousandths)}::bigint[])
                     u(order_id, order_line_id, variant_id, location_id, quantity)),
            ended as (
              delete from inventory_allocations a using left_over u
               where u.quantity = 0 and (a.order_id, a.order_line_id, a.variant_id, a.location_id, a.source)
                                      = (u.order_id, u.order_line_id, u.variant_id, u.location_id, {AllocationSource.OnHand}))
            update inventory_allocations a set quantity = u.quantity from left_over u
             where u.quantity > 0 and (a.order_id, a.order_line_id, a.variant_id, a.location_id, a.source)
                                    = (u.order_id, u.order_line_id, u.variant_id, u.location_id, {AllocationSource.OnHand})
            """, cancel);
    }

    private static (Guid[] Variants, Guid[] Locations) Columns(IReadOnlyCollection<LevelKey> levels) =>
        ([.. levels.Select(l => l.Variant.Value)], [.. levels.Select(l => l.Location.Value)]);

    private static Guid[] Ids<T>(IReadOnlyCollection<T> ids) where T : struct, IId<T> => [.. ids.Select(id => id.Value)];

    private static TColumn[] Array<TRow, TColumn>(IReadOnlyCollection<TRow> rows, Func<TRow, TColumn> column) => [.. rows.Select(column)];
}
