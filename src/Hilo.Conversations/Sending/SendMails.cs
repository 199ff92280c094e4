using Hilo.Platform;

namespace Hilo.Conversations;

/// <summary>Sends what is due: claims in one transaction, sends outside of any, writes down each answer in another.
/// A process that ends in between leaves a claim that runs out, and the mail goes again under its Message-ID.</summary>
internal sealed class SendMails(SessionScopes sessions, SmtpSettings settings, SmtpPost post, ISecrets secrets, TimeProvider clock) : ISweep
{
    private const int Batch = 16;
    private const int AtOnce = 4;
    private static readonly Facts Sweeper = new() { Actor = "sweeper:SendMails" };

    /// <summary>Longer than any try can take, waiting for its turn included.</summary>
    private TimeSpan ClaimLasts => settings.Timeout * ((Batch / AtOnce) + 1);

    public async Task<int> SweepAsync(CancellationToken cancel)
    {
        if (settings.Host is null) return 0;
        var (mails, merchant) = await sessions.RunAsync(Sweeper, async (services, token) =>
            (await ClaimAsync(services.GetRequiredService<DbSession>(), token), await services.GetRequiredService<IMerchant>().CurrentAsync(token)), cancel);
        if (mails.Count == 0)
        {
            await post.HangUpAsync();
            return 0;
        }
        await Parallel.ForEachAsync(mails, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (mail, token) =>
        {
            var outcome = await post.SendAsync(await WithPaperAsync(mail, token), merchant.Name, merchant.ContactEmail, token);
            await sessions.RunAsync(Sweeper, (services, _) => RecordAsync(services.GetRequiredService<ConversationsDb>(), mail, outcome), CancellationToken.None);
        });
        return mails.Count;
    }

    private Task<MailToSend> WithPaperAsync(MailToSend mail, CancellationToken cancel) => mail.FiscalDocumentId is not { } document ? Task.FromResult(mail)
        : sessions.RunAsync(Sweeper, async (services, token) => mail with { Paper = await services.GetRequiredService<IFiscalPapers>().FindAsync(document, token) }, cancel);

    private async Task<List<MailToSend>> ClaimAsync(DbSession session, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var others = session.Dialect == Dialect.Postgres ? "for update skip locked" : "";
        var due = await session.QueryAsync($"select 1 from conversations_mails where state = {MailState.Queued} and due_at <= {now} limit 1", row => row.GetInt32(0), cancel);
        if (due.Count == 0) return [];
        var claimed = await session.ChangeAsync(
            $"""
            update conversations_mails set tries = tries + 1, version = version + 1, due_at = {now + ClaimLasts}
             where id in (select id from conversations_mails where state = 'queued' and due_at <= {now} order by give_up_at limit {Batch} {others:raw})
            returning id, tries, recipient, recipient_name, subject, body_text, body_html, picture, message_id, is_sealed, fiscal_document_id
            """,
            row =>
            {
                var isSealed = row.GetBoolean(9);
                return new MailToSend(
                    row.Id<MailId>(0), row.GetInt32(1), row.GetString(2), row.Text(3), row.GetString(4), Open(row.GetString(5), isSealed), Open(row.GetString(6), isSealed),
                    row.IsDBNull(7) ? null : row.GetFieldValue<byte[]>(7), row.GetString(8), row.IdOrNull<FiscalDocumentId>(10));
            }, cancel);
        foreach (var mail in claimed)
            await session.ExecuteAsync($"insert into conversations_mail_tries (mail_id, number, at, is_accepted) values ({mail.Id}, {mail.Try}, {now}, {false})", cancel);
        return claimed;

        string Open(string body, bool isSealed) => isSealed ? secrets.Reveal(QueueMail.SealPurpose, body) : body;
    }

    private async Task RecordAsync(ConversationsDb db, MailToSend sent, SendOutcome outcome)
    {
        var now = clock.GetUtcNow();
        if (await db.Mails.FindAsync(sent.Id) is not { } mail || await db.Attempts.FindAsync(sent.Id, sent.Try) is not { } attempt) return;
        (attempt.IsAccepted, attempt.Answer) = (outcome.IsAccepted, outcome.Answer);
        IEvent? told = outcome.IsAccepted ? mail.Accept(now)
            // A later try is under way: its answer decides.
            : mail.Tries == sent.Try ? mail.TryInVain(outcome.Answer, outcome.IsFinal, now) : null;
        if (told is not null) db.Publish(told);
        await db.SaveChangesAsync();
    }
}
