using System.Globalization;
using Hilo.Platform;

namespace Hilo.Insights;

/// <summary>Between Inventory and Orders: what is allocated is what some location still has to hand over, unit by unit.</summary>
internal sealed class AllocationsMatchWork : IInvariant
{
    public string Name => "Allocated units are exactly those of work that has not left the house";

    public async Task<IReadOnlyList<string>> ViolationsAsync(DbSession session, CancellationToken cancel) => await session.QueryAsync(
        $"""
        select order_line_id, location_id, sum(allocated), sum(in_work) from (
          select order_line_id, location_id, quantity as allocated, 0 as in_work from inventory_allocations
          union all
          select l.order_line_id, f.location_id, 0, l.quantity from orders_fulfillment_lines l
            join orders_fulfillment_orders f on f.id = l.fulfillment_order_id
           where l.source = 'on_hand' and f.state not in ('shipped', 'handed_over', 'delivered', 'canceled')
        ) both_sides
         group by order_line_id, location_id having sum(allocated) <> sum(in_work)
         limit 100
        """,
        row => string.Create(CultureInfo.InvariantCulture, $"line {row.Uuid(0)} at {row.Uuid(1)}: {row.GetValue(2)} allocated, {row.GetValue(3)} in work"), cancel);
}
