using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Insights;

/// <summary>The first page of the back office: what sold, and what waits for a person.</summary>
internal static class ShowToday
{
    private const int Days = 14;
    private static readonly TimeSpan Soon = TimeSpan.FromHours(2);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/insights/today", HandleAsync).WithTags("Insights").RequirePermission(Permissions.OrdersRead)
        .WithSummary("Sales of today and of the last two weeks by channel, what waits for a person, and the work of each location.");

    private static async Task<Ok<TodayView>> HandleAsync(DbSession session, IMerchant merchant, CurrentStaff staff, TimeProvider clock, CancellationToken cancel)
    {
        var shop = await merchant.CurrentAsync(cancel);
        var (now, zone) = (clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(shop.TimeZone));
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var days = await SalesAsync(session, [.. Enumerable.Range(0, Days).Select(i => today.AddDays(i + 1 - Days)).Select(d => (d, StartOf(d, zone), StartOf(d.AddDays(1), zone)))], shop.Currency, cancel);
        var (weekAgo, sinceThen) = (StartOf(today.AddDays(-7), zone), now - StartOf(today, zone));
        var before = await SalesAsync(session, [(today.AddDays(-7), weekAgo, weekAgo + sinceThen)], shop.Currency, cancel);
        return TypedResults.Ok(new TodayView(
            now, Sum(days.Where(d => d.Day == today), shop.Currency), Sum(before, shop.Currency), days, await ToResolveAsync(session, staff, now, cancel), await WorkAsync(session, staff, now, cancel)));
    }

    private static async Task<IReadOnlyList<SalesDay>> SalesAsync(
        DbSession session, IReadOnlyList<(DateOnly Day, DateTimeOffset From, DateTimeOffset To)> days, Currency currency, CancellationToken cancel)
    {
        var sql = Sql.Of($"with d (n, since, until) as (values ");
        for (var i = 0; i < days.Count; i++) sql.Add($"{(i == 0 ? "" : ", "):raw}({i}, {days[i].From}, {days[i].To})");
        sql.Add($"""
            ) select d.n, c.kind, count(*), cast(sum(o.total_minor - coalesce((select sum(l.canceled_minor) from orders_order_lines l where l.order_id = o.id and l.canceled > 0), 0)) as bigint)
                from d join orders_orders o on o.placed_at >= d.since and o.placed_at < d.until and o.state <> 'canceled' and o.currency = {currency}
                join orders_sales_channels c on c.id = o.sales_channel_id
               group by d.n, c.kind order by d.n, c.kind
            """);
        return await session.QueryAsync(sql, row => new SalesDay(
            days[row.GetInt32(0)].Day, Words.Parse<SalesChannelKind>(row.GetString(1)), row.GetInt32(2), new Money(row.GetInt64(3), currency)), cancel);
    }

    private static async Task<IReadOnlyList<ToResolve>> ToResolveAsync(DbSession session, CurrentStaff staff, DateTimeOffset now, CancellationToken cancel)
    {
        var found = new List<ToResolve>();
        async Task Count(string kind, string permission, Sql sql)
        {
            if (!staff.May(permission)) return;
            var (count, deadline) = (await session.QueryAsync(sql, row => (row.GetInt32(0), row.InstantOrNull(1)), cancel))[0];
            if (count > 0) found.Add(new ToResolve(kind, count, deadline));
        }

        var here = WorksAt(staff);
        await Count("late_work", Permissions.OrdersRead, Sql.Of($"select count(*), min(due_at) from orders_fulfillment_orders where state in ('awaiting', 'accepted', 'picked') and due_at < {now} and {here}"));
        await Count("due_soon", Permissions.OrdersRead, Sql.Of($"select count(*), min(due_at) from orders_fulfillment_orders where state in ('awaiting', 'accepted', 'picked') and due_at >= {now} and due_at < {now + Soon} and {here}"));
        await Count("mismatches", Permissions.PaymentsManage, Sql.Of($"""
            select count(*), min(a.created_at) from payments_attempts a join payments_payments p on p.id = a.payment_id
             where a.has_amount_mismatch and not a.is_orphan_money and p.is_held and p.captured_minor > 0
               and not exists (select 1 from payments_refunds_due d where d.sale_id = a.sale_id and d.reason = 'amount_mismatch')
            """));
        await Count("refunds", Permissions.PaymentsManage, Sql.Of($"""
            select count(*), min(d.opened_at) from payments_refunds_due d
             where d.state = 'open' and not exists (select 1 from payments_refunds r where r.refund_due_id = d.id and r.state <> 'failed')
            """));
        await Count("unpaid", Permissions.OrdersManage, Sql.Of($"select count(*), min(payment_deadline) from orders_orders where state = 'open' and paid_at is null and payment_deadline < {now.AddHours(24)}"));
        await Count("provider_events", Permissions.PaymentsManage, Sql.Of($"select count(*), min(received_at) from payments_provider_events where state = 'dead'"));
        await Count("mails", Permissions.MailManage, Sql.Of($"select count(*), min(queued_at) from conversations_mails where state = 'failed'"));
        await Count("parked_events", Permissions.LogRead, Sql.Of($"select count(*), min(first_failed_at) from platform_held_events where state = 'parked'"));
        return found;
    }

    private static async Task<IReadOnlyList<LocationWork>> WorkAsync(DbSession session, CurrentStaff staff, DateTimeOffset now, CancellationToken cancel) => await session.QueryAsync($"""
        select l.id, l.name, l.code,
               sum(case when f.state in ('awaiting', 'accepted', 'picked') then 1 else 0 end),
               sum(case when f.state in ('awaiting', 'accepted', 'picked') and f.due_at < {now} then 1 else 0 end),
               sum(case when f.state in ('packed', 'ready') then 1 else 0 end)
          from orders_fulfillment_orders f join inventory_locations l on l.id = f.location_id
         where f.state in ('awaiting', 'accepted', 'picked', 'packed', 'ready') and {WorksAt(staff)}
         group by l.id, l.name, l.code order by 4 desc, l.name
        """, row => new LocationWork(row.Id<LocationId>(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.GetInt32(4), row.GetInt32(5)), cancel);

    private static Sql WorksAt(CurrentStaff staff)
    {
        if (staff.Locations is not { Count: > 0 } theirs) return Sql.Of($"1 = 1");
        var sql = Sql.Of($"location_id in ({theirs[0]}");
        foreach (var one in theirs.Skip(1)) sql.Add($", {one}");
        return sql.Add($")");
    }

    private static SalesSum Sum(IEnumerable<SalesDay> days, Currency currency) =>
        days.Aggregate(new SalesSum(0, Money.Zero(currency)), (sum, day) => new SalesSum(sum.Orders + day.Orders, sum.Total + day.Total));

    private static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        // Where the clock jumps at midnight the day begins an hour later.
        if (zone.IsInvalidTime(local)) local = local.AddHours(1);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
