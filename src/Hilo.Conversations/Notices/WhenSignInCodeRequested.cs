using Hilo.Platform;

namespace Hilo.Conversations;

/// <summary>A code that was used or expired before its mail was written is not mailed any more.</summary>
internal sealed class WhenSignInCodeRequested(ISignInCodes codes, QueueMail mails) : IListen<SignInCodeRequested>
{
    public async Task HandleAsync(SignInCodeRequested happened, EventFacts facts, CancellationToken cancel)
    {
        if (await codes.RevealAsync(happened.Challenge, cancel) is { } mail)
            await mails.QueueAsync(facts, MailTemplate.SignInCode, new MailAddress(mail.Email, null, mail.Culture, Deadline: mail.ExpiresAt), new MailFacts { Code = mail.Code }, null, cancel);
        else mails.Omit(facts, MailTemplate.SignInCode, "code_ended");
    }
}
