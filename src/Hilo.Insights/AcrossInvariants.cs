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
            """)
        .AddInvariant("Units are held only for carts that are open", _ => $"""
            select 'until ' || r.until || ': ' || r.quantity || ' thousandths are held for a cart that is ' || coalesce(c.state, 'not there')
              from inventory_reservations r left join orders_carts c on c.id = r.cart_id
             where c.state is null or c.state <> 'open'
             limit 100
            """)
        .AddInvariant("Money that a card paid belongs to an order, to a cart that can still become one, or is owed back", _ => $"""
            select 'a payment of ' || p.captured_minor || ' created at ' || p.created_at || ' has neither order nor cart, and ' || coalesce(d.owed, 0) || ' is owed back'
              from payments_payments p
              left join (select sale_id, sum(amount_minor) as owed from payments_refunds_due group by sale_id) d on d.sale_id = p.sale_id
             where p.captured_minor > coalesce(d.owed, 0)
               and not exists (select 1 from orders_orders o where o.sale_id = p.sale_id)
               and not exists (select 1 from orders_carts c where c.sale_id = p.sale_id and c.state = 'open')
             limit 100
            """);
}
