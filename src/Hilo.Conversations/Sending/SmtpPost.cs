using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using SmtpAddress = System.Net.Mail.MailAddress;

namespace Hilo.Conversations;

/// <summary>Hands one mail to the server: text and HTML as alternatives, the picture inside the HTML.</summary>
internal sealed class SmtpPost(SmtpSettings settings)
{
    /// <summary>The name that the HTML uses for the picture.</summary>
    public const string PictureId = "pass@hilo";

    /// <param name="shop">Shown beside the sender's address, unless the settings name somebody.</param>
    /// <param name="replyTo">Where answers go; null: to the sender.</param>
    public async Task<SendOutcome> SendAsync(MailToSend mail, string shop, string? replyTo, CancellationToken cancel)
    {
        if (!SmtpAddress.TryCreate(mail.Recipient, mail.RecipientName, Encoding.UTF8, out var recipient)) return SendOutcome.Never("The address is not one that mail can be sent to.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(settings.Timeout);
        try
        {
            using var message = Compose(mail, recipient, shop, replyTo);
            using var client = new SmtpClient(settings.Host!, settings.Port) { EnableSsl = settings.UsesTls };
            if (settings.User is { } user) client.Credentials = new NetworkCredential(user, settings.Password);
            await client.SendMailAsync(message, limit.Token).WaitAsync(limit.Token);
            return SendOutcome.Accepted;
        }
        catch (SmtpException refused)
        {
            var answer = $"{(int)refused.StatusCode} {refused.InnerException?.Message ?? refused.Message}".ReplaceLineEndings(" ");
            return IsFinal(refused) ? SendOutcome.Never(answer) : SendOutcome.Later(answer);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return SendOutcome.Later($"No answer within {settings.Timeout.TotalSeconds:0} seconds.");
        }
        catch (Exception lost) when (lost is IOException or InvalidOperationException or SocketException or AuthenticationException)
        {
            return SendOutcome.Later(lost.Message);
        }
        catch (Exception unwritable) when (unwritable is FormatException or ArgumentException)
        {
            return SendOutcome.Never(unwritable.Message);
        }
    }

    // Of the 5xx only those that speak of this mailbox or this mail; a refused sign-in or a missing TLS is ours to mend, and the mail waits for it.
    private static bool IsFinal(SmtpException refused) => refused.StatusCode is
        SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.UserNotLocalTryAlternatePath or SmtpStatusCode.ExceededStorageAllocation
        or SmtpStatusCode.MailboxNameNotAllowed or SmtpStatusCode.TransactionFailed;

    private MailMessage Compose(MailToSend mail, SmtpAddress recipient, string shop, string? replyTo)
    {
        var sender = settings.From;
        var message = new MailMessage(new SmtpAddress(sender.Address, sender.DisplayName is { Length: > 0 } name ? name : shop, Encoding.UTF8), recipient)
        {
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
        };
        if (SmtpAddress.TryCreate(replyTo, out var answers)) message.ReplyToList.Add(answers);
        message.Headers.Add("Message-ID", mail.MessageId);
        // RFC 3834: absence notes need not answer a machine.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(mail.Text, Encoding.UTF8, MediaTypeNames.Text.Plain));
        var html = AlternateView.CreateAlternateViewFromString(mail.Html, Encoding.UTF8, MediaTypeNames.Text.Html);
        if (mail.Picture is { } picture)
        {
            html.LinkedResources.Add(new LinkedResource(new MemoryStream(picture), new ContentType("image/png") { Name = "codigo.png" })
            {
                ContentId = PictureId,
                TransferEncoding = TransferEncoding.Base64,
            });
        }
        message.AlternateViews.Add(html);
        if (mail.Paper is { } paper) message.Attachments.Add(new Attachment(new MemoryStream(paper.Pdf), paper.FileName, MediaTypeNames.Application.Pdf));
        return message;
    }
}
