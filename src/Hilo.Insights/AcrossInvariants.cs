using Hilo.Platform;

namespace Hilo.Insights;

/// <summary>What must be true between capabilities. Only here may tables of several of them be read together, and only read.</summary>
public static class AcrossInvariants
{
    /// <summary>For the whole program, where all these capabilities are.</summary>
    public static IServiceCollection WatchAcross(this IServiceCollection services) => services
        .AddInvariant<AllocationsMatchWork>()
        .AddInvariant("Units that left the stock for an order are those that its lines say were fulfilled", _ => $"""
            select o.number || ': ' || l.fulfilled || ' thousandths of ' || l.sku || ' fulfilled, ' || coalesce(m.gone, 0) || ' left the stock'
              from (select order_id, variant_id, max(sku) as sku, sum(fulfilled) as fulfilled from orders_order_lines group by order_id, variant_id) l
              join orders_orders o on o.id = l.order_id
              left join (select order_id, variant_id, -sum(on_hand) as gone from inventory_stock_movements
                          where kind in ('shipped', 'handed_over') and order_id is not null group by order_id, variant_id) m
                on m.order_id = l.order_id and m.variant_id = l.variant_id
             where l.fulfilled <> coalesce(m.gone, 0)
             limit 100
            """);
}
