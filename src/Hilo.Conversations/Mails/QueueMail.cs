using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Conversations;

/// <summary>Whom a mail goes to and what it belongs to.</summary>
/// <param name="Deadline">When it is of no use any more; null: the usual patience.</param>
internal sealed record MailAddress(string Recipient, string? Name, string Culture, CustomerId? CustomerId = null, OrderId? OrderId = null, string? OrderNumber = null, DateTimeOffset? Deadline = null);

/// <summary>Writes a mail down to be sent, once per event, recipient and template, in the transaction that takes note of the event.</summary>
internal sealed class QueueMail(ConversationsDb db, MailWriter writer, SmtpSettings settings, ISecrets secrets, TimeProvider clock)
{
    internal const string SealPurpose = "mail";

    public async Task QueueAsync(EventFacts cause, MailTemplate template, MailAddress to, MailFacts facts, byte[]? picture, CancellationToken cancel)
    {
        if (await db.Mails.AnyAsync(m => m.EventId == cause.Id && m.Recipient == to.Recipient && m.Template == template, cancel)) return;
        var (id, now) = (IId<MailId>.New(), clock.GetUtcNow());
        var written = await writer.WriteAsync(template, to.Culture, facts, cancel);
        var isSealed = template == MailTemplate.SignInCode;
        var mail = new Mail
        {
            Id = id,
            EventId = cause.Id,
            Template = template,
            Culture = to.Culture,
            Recipient = to.Recipient,
            RecipientName = to.Name is { } name ? new string([.. name.Select(c => char.IsControl(c) ? ' ' : c)]) : null,
            CustomerId = to.CustomerId,
            OrderId = to.OrderId,
            OrderNumber = to.OrderNumber,
            Subject = written.Subject,
            IsSealed = isSealed,
            MessageId = $"<{id.Value:N}@{settings.Domain}>",
            SearchText = $"{to.Recipient} {to.Name} {to.OrderNumber} {written.Subject}".ToLowerInvariant(),
            QueuedAt = now,
            DueAt = now,
            GiveUpAt = to.Deadline ?? now + Mail.Patience,
        };
        mail.Write(Seal(written.Text), Seal(written.Html), picture);
        db.Add(mail);
        await db.SaveChangesAsync(cancel);

        string Seal(string body) => isSealed ? secrets.Protect(SealPurpose, body) : body;
    }

    /// <summary>Notes why an event gets no mail.</summary>
    public async Task OmitAsync(EventFacts cause, MailTemplate template, string reason, CancellationToken cancel)
    {
        if (await db.Omissions.AnyAsync(o => o.EventId == cause.Id && o.Template == template, cancel)) return;
        db.Add(new MailOmission { EventId = cause.Id, Template = template, Reason = reason, At = clock.GetUtcNow() });
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Whether this mail of an order was written already.</summary>
    public Task<bool> HasToldAsync(OrderId order, MailTemplate template, CancellationToken cancel) =>
        db.Mails.AnyAsync(m => m.OrderId == order && m.Template == template, cancel);
}
