using Hilo.Platform;

namespace Hilo.Insights;

/// <summary>What must be true between capabilities. Only here may tables of several of them be read together, and only read.</summary>
public static class AcrossInvariants
{
    /// <summary>For the whole program, where all these capabilities are.</summary>
    public static IServiceCollection WatchAcross(this IServiceCollection services) => services
        .AddInvariant("Units that left the stock for an order are those that its lines say were fulfilled", _ => $"""
            select o.number || ': ' || l.fulfilled || ' thousandths of ' || l.sku || ' fulfilled, ' || coalesce(m.gone, 0) || ' left the stock'
              from (select order_id, variant_id, max(sku) as sku, sum(fulfilled) as fulfilled from orders_order_lines group by order_id, variant_id) l
              join orders_orders o on o.id = l.order_id
              left join (select order_id, variant_id, -sum(on_hand) as gone from inventory_stock_movements
                          where kind in ('shipped', 'handed_over') and order_id is not null group by order_id, variant_id) m
                on m.order_id = l.order_id and m.variant_id = l.variant_id
             where l.fulfilled <> coalesce(m.gone, 0)
             limit 100
            """)
        .AddInvariant("Units that an order holds in the stock are those its open work orders still have to give away", _ => $"""
            select o.number || ': ' || coalesce(w.open, 0) || ' thousandths to give away, ' || coalesce(a.held, 0) || ' held'
              from orders_orders o
              left join (select f.order_id, sum(l.quantity) as open from orders_fulfillment_lines l join orders_fulfillment_orders f on f.id = l.fulfillment_order_id
                          where f.state not in ('shipped', 'handed_over', 'delivered', 'canceled') group by f.order_id) w on w.order_id = o.id
              left join (select order_id, sum(quantity) as held from inventory_allocations group by order_id) a on a.order_id = o.id
             where coalesce(w.open, 0) <> coalesce(a.held, 0)
             limit 100
            """);
}
