using Hilo.Platform;

namespace Hilo.Conversations;

/// <summary>What must always be true of outgoing mail.</summary>
internal static class MailInvariants
{
    public static IServiceCollection AddMailInvariants(this IServiceCollection services) => services
        .AddInvariant("Every mail has its event", _ => Sql.Of(
            $"""
            select m.message_id || ' tells of no event' from conversations_mails m
             where m.queued_at >= coalesce((select occurred_at from events order by position limit 1), 0) and not exists (select 1 from events e where e.id = m.event_id) limit 100
            """))
        .AddInvariant("A sent mail has an accepted try", _ => Sql.Of(
            $"""
            select m.message_id || ' counts as sent, and no server accepted it' from conversations_mails m
             where m.state = {MailState.Sent} and not exists (select 1 from conversations_mail_tries t where t.mail_id = m.id and t.is_accepted = {true}) limit 100
            """))
        .AddInvariant("Every placed order that is to be told and was read has its mail or the reason for none", session => Sql.Of(
            // Events that are held back are shown to operators where they are held.
            $"""
            select 'the order of event ' || e.position || ' was neither told nor left out' from events e
             where e.type = {"orders.order_placed"} and e.payload not like '%"isTold":false%'
               and e.position <= (select l.position from platform_leases l where l.name = {"consumer:conversations"})
               and e.recorded_at > {session.NowSql:raw} - {ForgetMails.KeepsRows.Ticks} / 2
               and not exists (select 1 from conversations_mails m where m.event_id = e.id)
               and not exists (select 1 from conversations_mail_omissions o where o.event_id = e.id)
               and not exists (select 1 from platform_held_events h where h.consumer = {"conversations"} and h.position = e.position)
             limit 100
            """));
}
