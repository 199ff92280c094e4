using Hilo.Platform;

namespace Hilo.Payments;

/// <summary>What is true of money at every moment. Each has been seen red.</summary>
internal static class MoneyInvariants
{
    public static IServiceCollection AddMoneyInvariants(this IServiceCollection services) => services
        .AddInvariant("Captured money of every payment equals the sum of its captures in the history", session => Sql.Of($"""
            select {Id(session, "p.id"):raw} from payments_payments p
             where p.captured_minor <> coalesce((select sum(e.amount_minor) from payments_payment_events e where e.payment_id = p.id and e.kind = 'captured'), 0) limit 100
            """))
        .AddInvariant("Refunds of every payment stay within what it took and equal its refund counters", session => Sql.Of($"""
            select {Id(session, "p.id"):raw} from payments_payments p
             where p.refunding_minor > p.captured_minor
                or p.refunding_minor <> coalesce((select sum(r.amount_minor) from payments_refunds r where r.payment_id = p.id and r.state <> 'failed'), 0)
                or p.refunded_minor <> coalesce((select sum(r.amount_minor) from payments_refunds r where r.payment_id = p.id and r.state = 'succeeded'), 0)
                or p.refunded_minor <> coalesce((select sum(e.amount_minor) from payments_payment_events e where e.payment_id = p.id and e.kind = 'refund_succeeded'), 0) limit 100
            """))
        .AddInvariant("A payment has at most one captured attempt, and its money is the payment's", session => Sql.Of($"""
            select {Id(session, "p.id"):raw} from payments_payments p join payments_attempts a on a.payment_id = p.id and a.state = 'captured'
             group by p.id, p.captured_minor having count(*) > 1 or sum(a.captured_minor) <> p.captured_minor limit 100
            """))
        .AddInvariant("No sale owes back more than it took", session => Sql.Of($"""
            select {Id(session, "d.sale_id"):raw} from payments_refunds_due d where d.state <> 'dropped'
             group by d.sale_id having sum(d.amount_minor) > coalesce((select sum(p.captured_minor) from payments_payments p where p.sale_id = d.sale_id), 0) limit 100
            """));

    private static string Id(DbSession session, string column) => session.Dialect == Dialect.Postgres ? $"cast({column} as text)" : $"lower(hex({column}))";
}
