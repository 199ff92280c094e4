using Hilo.Platform;

namespace Hilo.Invoicing;

/// <summary>What must always be true of fiscal documents.</summary>
internal static class InvoicingInvariants
{
    public static IServiceCollection AddInvoicingInvariants(this IServiceCollection services) => services
        .AddInvariant("Every paid order that was read has its fiscal document or the reason for none", session => Sql.Of(
            // Events that are held back are shown to operators where they are held. Whoever does not issue has nothing to document.
            $"""
            select 'the paid order of event ' || e.position || ' has neither a document nor a reason' from events e
             where e.type = {"orders.order_paid"}
               and e.occurred_at >= (select max(i.active_since) from invoicing_issuers i)
               and e.position <= (select l.position from platform_leases l where l.name = {"consumer:invoicing"})
               and not exists (select 1 from invoicing_documents d where d.source_id = e.subject and d.role = 'invoice')
               and not exists (select 1 from invoicing_omissions o where o.order_id = e.subject)
               and not exists (select 1 from platform_held_events h where h.consumer = {"invoicing"} and h.position = e.position)
             limit 100
            """))
        .AddInvariant("No order whose goods have left still waits for its fiscal document", session => Sql.Of(
            // Where a channel invoices at dispatch. A new event of an order writes the document or says why there is none.
            $"""
            select 'the goods of event ' || e.position || ' have left without a document' from invoicing_omissions o
              join events e on e.subject = o.order_id and e.type in ({"orders.shipped"}, {"orders.handed_over"})
             where o.reason = {Omission.WaitsForDispatch}
               and e.position <= (select l.position from platform_leases l where l.name = {"consumer:invoicing"})
               and not exists (select 1 from platform_held_events h where h.consumer = {"invoicing"} and h.position = e.position)
             limit 100
            """))
        .AddInvariant("Numbers of every fiscal series follow each other without a gap", _ => Sql.Of(
            // The first of ours may stand behind numbers of whoever issued before; what others took in between is known by name.
            $"""
            select 'series ' || s.point || '/' || s.voucher_type || ' misses numbers between ' || n.first || ' and ' || n.last
              from invoicing_series s
              join (select series_id, min(number) as first, max(number) as last, count(*) as used
                      from (select series_id, number from invoicing_documents where state = 'authorized' union select series_id, number from invoicing_foreign_vouchers) as taken
                     group by series_id) as n on n.series_id = s.id
             where n.used <> n.last - n.first + 1 limit 100
            """))
        .AddInvariant("A closed month holds what it was closed with", _ => Sql.Of(
            $"""
            select 'month ' || c.month || ' was closed with ' || c.documents || ' documents over ' || c.total_minor || ' and now has others' from invoicing_closed_months c
             where (c.documents, c.total_minor, c.vat_minor) <> (
                   select count(*), coalesce(sum(case d.kind when 'credit_note' then -d.total_minor else d.total_minor end), 0), coalesce(sum(case d.kind when 'credit_note' then -d.vat_minor else d.vat_minor end), 0)
                     from invoicing_documents d join invoicing_series s on s.id = d.series_id
                    where s.issuer_id = c.issuer_id and d.state = 'authorized' and d.dated_on >= c.month * 100 and d.dated_on < c.month * 100 + 100)
             limit 100
            """))
        .AddInvariant("Every authorized document that was told is one record of the export", _ => Sql.Of(
            $"""
            select 'document ' || d.id || ' is no record of the export' from invoicing_documents d
             where d.state = 'authorized' and not exists (select 1 from invoicing_export_records r where r.document_id = d.id)
               and exists (select 1 from events e where e.type = {"invoicing.document_authorized"} and e.subject in (d.id, d.order_id)
                              and e.occurred_at >= d.authorized_at and e.position <= (select l.position from platform_leases l where l.name = {"consumer:invoicing"}))
               and not exists (select 1 from platform_held_events h where h.consumer = {"invoicing"})
             limit 100
            """))
        .AddInvariant("No number of the agency is on two documents", _ => Sql.Of(
            $"select 'CAE ' || cae || ' is on ' || count(*) || ' documents' from invoicing_documents where cae is not null and caea_id is null group by cae having count(*) > 1 limit 100"))
        .AddInvariant("Notes never give back more tributes than were charged", _ => Sql.Of(
            // By sale: what its invoices charge and its notes give back follows the net of all of them together.
            $"""
            select 'the documents of ' || coalesce(max(order_number), 'a sale of another system') || ' give back more tributes than they charged' from invoicing_documents
             group by coalesce(order_id, original_id, id) having sum(case kind when 'credit_note' then -tributes_minor else tributes_minor end) < 0 limit 100
            """))
        .AddInvariant("Notes never give back more than their original", _ => Sql.Of(
            // Tributes aside.
            $"""
            select 'document ' || coalesce(o.order_number, 'of another system') || ' has notes over more than it charged' from invoicing_documents o
             where o.role = 'invoice' and o.total_minor - o.tributes_minor
                 < (select coalesce(sum((n.total_minor - n.tributes_minor) * (case n.kind when 'credit_note' then 1 else -1 end)), 0) from invoicing_documents n where n.original_id = o.id)
             limit 100
            """));
}
