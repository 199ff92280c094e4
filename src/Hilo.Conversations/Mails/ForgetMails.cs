using Hilo.Platform;

namespace Hilo.Conversations;

/// <summary>Contents of mails go after 90 days, their rows after two years, in small batches.</summary>
internal sealed class ForgetMails(DbSession session, TimeProvider clock) : ISweep
{
    public static readonly TimeSpan KeepsBodies = TimeSpan.FromDays(90);
    public static readonly TimeSpan KeepsRows = TimeSpan.FromDays(730);
    private const int Batch = 500;

    public async Task<int> SweepAsync(CancellationToken cancel)
    {
        var (bodies, rows) = (clock.GetUtcNow() - KeepsBodies, clock.GetUtcNow() - KeepsRows);
        var forgotten = await session.ExecuteAsync(
            $"""
            update conversations_mails set body_text = null, body_html = null, picture = null, version = version + 1
             where id in (select id from conversations_mails where body_html is not null and queued_at < {bodies} and state <> {MailState.Queued} order by queued_at limit {Batch})
            """, cancel);
        forgotten += await session.ExecuteAsync(
            $"delete from conversations_mail_tries where mail_id in (select id from conversations_mails where queued_at < {rows} and state <> {MailState.Queued} order by queued_at limit {Batch})", cancel);
        forgotten += await session.ExecuteAsync(
            $"delete from conversations_mails where id in (select id from conversations_mails where queued_at < {rows} and state <> {MailState.Queued} order by queued_at limit {Batch})", cancel);
        return forgotten + await session.ExecuteAsync(
            $"delete from conversations_mail_omissions where (event_id, template) in (select event_id, template from conversations_mail_omissions where at < {rows} order by at limit {Batch})", cancel);
    }
}
