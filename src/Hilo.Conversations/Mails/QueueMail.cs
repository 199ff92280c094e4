using Hilo.Platform;

namespace Hilo.Conversations;

/// <summary>Whom a mail goes to and what it belongs to.</summary>
/// <param name="Deadline">When it is of no use any more; null: the usual patience.</param>
internal sealed record MailAddress(string Recipient, string? Name, string Culture, CustomerId? CustomerId = null, OrderId? OrderId = null, string? OrderNumber = null, DateTimeOffset? Deadline = null);

/// <summary>Writes a mail down to be sent, once per event, recipient and template, in the transaction that takes note of the event. The consumer saves.</summary>
internal sealed class QueueMail(ConversationsDb db, OrdersAhead known, MailWriter writer, SmtpSettings settings, ISecrets secrets, TimeProvider clock)
{
    internal const string SealPurpose = "mail";

    public async Task QueueAsync(EventFacts cause, MailTemplate template, MailAddress to, MailFacts facts, byte[]? picture, CancellationToken cancel, FiscalDocumentId? attached = null)
    {
        if (!known.TryWrite(cause, template, to.Recipient)) return;
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
            FiscalDocumentId = attached,
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

        string Seal(string body) => isSealed ? secrets.Protect(SealPurpose, body) : body;
    }

    /// <summary>Notes why an event gets no mail.</summary>
    public void Omit(EventFacts cause, MailTemplate template, string reason)
    {
        if (known.TryOmit(cause, template)) db.Add(new MailOmission { EventId = cause.Id, Template = template, Reason = reason, At = clock.GetUtcNow() });
    }
}
