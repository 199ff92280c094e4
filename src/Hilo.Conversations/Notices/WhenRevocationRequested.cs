using Hilo.Platform;

namespace Hilo.Conversations;

/// <summary>The law wants the code to arrive within a day by the way it was asked: it leaves at once.</summary>
internal sealed class WhenRevocationRequested(IRevocationMails revocations, QueueMail mails) : IListen<RevocationRequested>
{
    public async Task HandleAsync(RevocationRequested happened, EventFacts facts, CancellationToken cancel)
    {
        if (!happened.IsMailed) mails.Omit(facts, MailTemplate.RevocationReceived, "too_many");
        else if (await revocations.FindAsync(happened.RevocationId, cancel) is not { } asked) mails.Omit(facts, MailTemplate.RevocationReceived, "revocation_unknown");
        else
            await mails.QueueAsync(
                facts, MailTemplate.RevocationReceived, new MailAddress(asked.Email, null, asked.Culture, happened.CustomerId, happened.OrderId),
                new MailFacts { Code = asked.Code, Number = asked.OrderNumber }, null, cancel);
    }
}
