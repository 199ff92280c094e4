using Hilo.Platform;

namespace Hilo.Orders;

/// <summary>What must always be true of work orders and passes; each query finds what breaks it, in words.</summary>
internal static class FulfillmentInvariants
{
    public static IServiceCollection AddFulfillmentInvariants(this IServiceCollection services) => services
        .AddInvariant("Every pickup that was handed over has its one used pass, and no other pass is used", _ => $"""
            select f.order_number || ': the work order is ' || f.state || ' and its pass is ' || case when p.id is null then 'missing' when p.used_at is null then 'not used' else 'used' end
              from orders_fulfillment_orders f left join orders_pickup_passes p on p.fulfillment_order_id = f.id
             where f.delivery = 'pickup' and (f.state = 'handed_over') <> (p.used_at is not null)
             limit 100
            """)
        .AddInvariant("A pickup that waits for its customer has a pass and an end of its hold", _ => $"""
            select f.order_number || ': ready without ' || case when f.held_until is null then 'an end of its hold' else 'a pass' end
              from orders_fulfillment_orders f left join orders_pickup_passes p on p.fulfillment_order_id = f.id
             where f.state = 'ready' and (f.held_until is null or p.id is null)
             limit 100
            """)
        .AddInvariant("Units fulfilled on a line are those of its work orders that left the house", _ => $"""
            select o.number || ' ' || l.sku || ': ' || l.fulfilled || ' thousandths fulfilled, ' || coalesce(w.gone, 0) || ' left'
              from orders_order_lines l join orders_orders o on o.id = l.order_id
              left join (select x.order_line_id, sum(x.quantity) as gone
                           from orders_fulfillment_lines x join orders_fulfillment_orders f on f.id = x.fulfillment_order_id
                          where f.state in ('shipped', 'handed_over', 'delivered') group by x.order_line_id) w on w.order_line_id = l.id
             where l.fulfilled <> coalesce(w.gone, 0)
             limit 100
            """)
        .AddInvariant("An order is completed when every unit reached its customer, and only then", _ => $"""
            select o.number || ': ' || o.state || ' with work that is ' || f.state
              from orders_orders o join orders_fulfillment_orders f on f.order_id = o.id
             where (o.state = 'completed' and f.state not in ('handed_over', 'delivered', 'canceled'))
                or (o.state = 'canceled' and f.state <> 'canceled')
             limit 100
            """);
}
