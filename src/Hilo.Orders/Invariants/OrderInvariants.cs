using System.Globalization;
using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Orders;

/// <summary>Lines and shipping are what was charged but for its tributes, to the cent.</summary>
internal sealed class OrdersAddUp : IInvariant
{
    public string Name => "The lines and the shipping of every order add up to its prices";

    public async Task<IReadOnlyList<string>> ViolationsAsync(DbSession session, CancellationToken cancel) => await session.QueryAsync(
        $"""
        select o.number, o.total_minor, sum(l.gross_minor) + o.shipping_minor, o.quantity, sum(l.ordered)
          from orders_orders o left join orders_order_lines l on l.order_id = o.id
         group by o.id, o.number, o.total_minor, o.shipping_minor, o.quantity
        having coalesce(sum(l.gross_minor), -1) + o.shipping_minor <> o.total_minor or coalesce(sum(l.ordered), -1) <> o.quantity
         limit 100
        """,
        row => string.Create(CultureInfo.InvariantCulture, $"{row.GetString(0)}: prices {row.GetInt64(1)}, lines and shipping {row.GetValue(2)}; {row.GetInt64(3)} units, lines {row.GetValue(4)}"), cancel);
}

/// <summary>Their shares are reckoned by the one rule, which no SQL knows: only orders that carry some are looked at.</summary>
internal sealed class TributesFollowOrders(OrdersDb db) : IInvariant
{
    private const int Batch = 500;

    public string Name => "The tributes of every order are those that were charged, and follow what it still costs";

    public async Task<IReadOnlyList<string>> ViolationsAsync(DbSession session, CancellationToken cancel)
    {
        var wrong = new List<string>();
        for (var after = OrderId.From(Guid.Empty); wrong.Count < 100;)
        {
            var page = await session.QueryAsync(
                $"select id from orders_orders where id > {after} and (tributes is not null or tributes_minor <> 0 or tributes_changed_minor <> 0) order by id limit {Batch}", row => row.Id<OrderId>(0), cancel);
            if (page.Count == 0) break;
            var orders = await db.Orders.AsNoTracking().Include(o => o.Lines).Where(o => page.Contains(o.Id)).ToListAsync(cancel);
            wrong.AddRange(orders.Where(o => !o.HasRightTributes).Select(o => $"{o.Number}: {o.TributesMinor} charged, changed by {o.TributesChangedMinor}"));
            after = page[^1];
        }
        return wrong;
    }
}

/// <summary>Every unit that is still to be delivered is some location's work, and nothing else is.</summary>
internal sealed class WorkMatchesOrders : IInvariant
{
    public string Name => "The work orders of every order are exactly what was ordered and not canceled";

    public async Task<IReadOnlyList<string>> ViolationsAsync(DbSession session, CancellationToken cancel) => await session.QueryAsync(
        $"""
        select o.number, l.sku, l.ordered - l.canceled, coalesce(w.units, 0)
          from orders_order_lines l
          join orders_orders o on o.id = l.order_id
          left join (select wl.order_line_id, sum(wl.quantity) as units from orders_fulfillment_lines wl
                       join orders_fulfillment_orders f on f.id = wl.fulfillment_order_id and f.state <> 'canceled' group by wl.order_line_id) w on w.order_line_id = l.id
         where coalesce(w.units, 0) <> l.ordered - l.canceled
         limit 100
        """,
        row => string.Create(CultureInfo.InvariantCulture, $"{row.GetString(0)} {row.GetString(1)}: {row.GetValue(2)} wanted, {row.GetValue(3)} in work"), cancel);
}

internal sealed class OneOrderPerCart : IInvariant
{
    public string Name => "A completed cart and its order name each other";

    public async Task<IReadOnlyList<string>> ViolationsAsync(DbSession session, CancellationToken cancel) => await session.QueryAsync(
        $"""
        select c.id, o.number from orders_carts c left join orders_orders o on o.id = c.order_id
         where c.state = 'completed' and (o.id is null or o.cart_id is null or o.cart_id <> c.id or o.sale_id <> c.sale_id)
        union all
        select c.id, o.number from orders_orders o join orders_carts c on c.id = o.cart_id where c.state <> 'completed' or c.order_id is null or c.order_id <> o.id
         limit 100
        """,
        row => $"cart {row.Uuid(0)}, order {row.Text(1) ?? "none"}", cancel);
}

/// <summary>As far back as the log is kept.</summary>
internal sealed class EveryOrderIsTold : IInvariant
{
    public string Name => "The log tells of every order that was placed";

    public async Task<IReadOnlyList<string>> ViolationsAsync(DbSession session, CancellationToken cancel) => await session.QueryAsync(
        $"""
        select o.number from orders_orders o
         where o.placed_at >= coalesce((select occurred_at from events order by position limit 1), 0)
           and (not exists (select 1 from events e where e.subject = o.id and e.type = 'orders.order_placed')
             or (o.state = 'canceled' and not exists (select 1 from events e where e.subject = o.id and e.type = 'orders.order_canceled')))
         limit 100
        """,
        row => row.GetString(0), cancel);
}

internal sealed class EveryOrderIsSourced : IInvariant
{
    public string Name => "Every order has the decision where its goods come from";

    public async Task<IReadOnlyList<string>> ViolationsAsync(DbSession session, CancellationToken cancel) => await session.QueryAsync(
        $"select o.number from orders_orders o where not exists (select 1 from orders_sourcing_decisions d where d.order_id = o.id) limit 100",
        row => row.GetString(0), cancel);
}

/// <summary>An order that counts as paid has its money, and keeps it; asked of Payments, since that is whose money it is.</summary>
internal sealed class PaidOrdersAreCovered(ISalePayments payments) : IInvariant
{
    private const int Batch = 500;

    public string Name => "Every order that counts as paid keeps the money that its units cost";

    public async Task<IReadOnlyList<string>> ViolationsAsync(DbSession session, CancellationToken cancel)
    {
        var uncovered = new List<string>();
        var after = "";
        while (uncovered.Count < 100)
        {
            var orders = await session.QueryAsync(
                $"""
                select o.number, o.sale_id, o.total_minor + o.tributes_minor + o.shipping_changed_minor + o.tributes_changed_minor + coalesce((select sum(l.changed_minor - l.canceled_minor) from orders_order_lines l where l.order_id = o.id), 0), o.currency
                  from orders_orders o where o.paid_at is not null and o.state <> 'canceled' and o.number > {after} order by o.number limit {Batch}
                """,
                row => (Number: row.GetString(0), Sale: row.Id<SaleId>(1), Total: row.Money(2, Currency.Parse(row.GetString(3)))), cancel);
            if (orders.Count == 0) break;
            var money = await payments.OfAsync([.. orders.Select(o => o.Sale)], cancel);
            for (var i = 0; i < orders.Count; i++)
                if (!orders[i].Total.IsZero && money[i].Paying() < orders[i].Total) uncovered.Add($"{orders[i].Number}: {orders[i].Total} due, {money[i].Paying()} here");
            after = orders[^1].Number;
        }
        return uncovered;
    }
}
