using Hilo.Platform;

namespace Hilo.Inventory;

/// <summary>What must always be true of stock; each query finds what breaks it, in words.</summary>
internal static class StockInvariants
{
    /// <summary>Every counter is the sum of its movements, and the ledger has no gap.</summary>
    public static Task<List<string>> CountersFollowTheLedgerAsync(DbSession session, CancellationToken cancel) => session.QueryAsync($"""
        select s.variant_id, s.location_id,
               'on hand ' || s.on_hand || ' by the level, ' || coalesce(m.on_hand, 0) || ' by the ledger; reserved ' || s.reserved || ', ' || coalesce(m.reserved, 0)
               || '; allocated ' || s.allocated || ', ' || coalesce(m.allocated, 0) || '; leased ' || s.leased || ', ' || coalesce(m.leased, 0)
               || '; unsellable ' || s.unsellable || ', ' || coalesce(m.unsellable, 0)
               || '; movements ' || s.movements || ', ' || coalesce(m.counted, 0) || ' up to number ' || coalesce(m.latest, 0)
          from inventory_stock_levels s
          left join (select variant_id, location_id, sum(on_hand) as on_hand, sum(reserved) as reserved, sum(allocated) as allocated, sum(leased) as leased,
                            sum(unsellable) as unsellable, count(*) as counted, max(number) as latest
                       from inventory_stock_movements group by variant_id, location_id) m
            on m.variant_id = s.variant_id and m.location_id = s.location_id
         where s.on_hand <> coalesce(m.on_hand, 0) or s.reserved <> coalesce(m.reserved, 0) or s.allocated <> coalesce(m.allocated, 0)
            or s.leased <> coalesce(m.leased, 0) or s.unsellable <> coalesce(m.unsellable, 0)
            or s.movements <> coalesce(m.counted, 0) or s.movements <> coalesce(m.latest, 0)
         limit 100
        """, row => $"variant {row.Id<VariantId>(0)} at {row.Id<LocationId>(1)}: {row.GetString(2)} (thousandths)", cancel);

    public static Task<List<string>> EveryMovementHasItsLevelAsync(DbSession session, CancellationToken cancel) => session.QueryAsync($"""
        select distinct m.variant_id, m.location_id from inventory_stock_movements m
         where not exists (select 1 from inventory_stock_levels s where s.variant_id = m.variant_id and s.location_id = m.location_id)
         limit 100
        """, row => $"variant {row.Id<VariantId>(0)} at {row.Id<LocationId>(1)} has movements and no level", cancel);

    /// <summary>Reserved and allocated are exactly what carts and orders hold.</summary>
    public static Task<List<string>> HoldersAddUpAsync(DbSession session, CancellationToken cancel) => session.QueryAsync($"""
        select x.variant_id, x.location_id, x.counter, x.on_level, x.held
          from (select s.variant_id, s.location_id, 'reserved' as counter, s.reserved as on_level,
                       coalesce((select sum(r.quantity) from inventory_reservations r where r.variant_id = s.variant_id and r.location_id = s.location_id), 0) as held
                  from inventory_stock_levels s
                union all
                select s.variant_id, s.location_id, 'allocated', s.allocated,
                       coalesce((select sum(a.quantity) from inventory_allocations a where a.variant_id = s.variant_id and a.location_id = s.location_id), 0)
                  from inventory_stock_levels s
                union all
                select r.variant_id, r.location_id, 'a level for reservations', 0, 1 from inventory_reservations r
                 where not exists (select 1 from inventory_stock_levels s where s.variant_id = r.variant_id and s.location_id = r.location_id)
                union all
                select a.variant_id, a.location_id, 'a level for allocations', 0, 1 from inventory_allocations a
                 where not exists (select 1 from inventory_stock_levels s where s.variant_id = a.variant_id and s.location_id = a.location_id)) x
         where x.on_level <> x.held
         limit 100
        """, row => $"variant {row.Id<VariantId>(0)} at {row.Id<LocationId>(1)}: {row.GetString(2)} is {row.GetInt64(3)} thousandths by the level, {row.GetInt64(4)} by its holders", cancel);

    /// <summary>The check constraints forbid it; a restored or hand-edited database may not have them.</summary>
    public static Task<List<string>> NothingIsOversoldAsync(DbSession session, CancellationToken cancel) => session.QueryAsync($"""
        select variant_id, location_id, on_hand - reserved - allocated - leased - unsellable from inventory_stock_levels
         where on_hand < 0 or reserved < 0 or allocated < 0 or leased < 0 or unsellable < 0 or safety < 0
            or on_hand - reserved - allocated - leased - unsellable < 0
         limit 100
        """, row => $"variant {row.Id<VariantId>(0)} at {row.Id<LocationId>(1)} has a negative counter or is oversold by {-row.GetInt64(2)} thousandths", cancel);
}

internal sealed class StockInvariant(string name, Func<DbSession, CancellationToken, Task<List<string>>> find) : IInvariant
{
    public static readonly IInvariant[] All =
    [
        new StockInvariant("Every stock counter is the sum of its movements, numbered without a gap", StockInvariants.CountersFollowTheLedgerAsync),
        new StockInvariant("Every stock movement belongs to a level", StockInvariants.EveryMovementHasItsLevelAsync),
        new StockInvariant("Reserved and allocated units are those that carts and orders hold", StockInvariants.HoldersAddUpAsync),
        new StockInvariant("No stock counter is negative and nothing is oversold", StockInvariants.NothingIsOversoldAsync),
    ];

    public string Name => name;

    public async Task<IReadOnlyList<string>> ViolationsAsync(DbSession session, CancellationToken cancel) => await find(session, cancel);
}
