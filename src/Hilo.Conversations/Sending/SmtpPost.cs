using System.Collections.Concurrent;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Hilo.Conversations;

/// <summary>
/// Hands mails to the server. A connection carries one mail after the other (RFC 5321, 3.3): greeting, encryption and sign-in are half a dozen round trips that each mail would pay again.
/// </summary>
internal sealed class SmtpPost(SmtpSettings settings) : IAsyncDisposable
{
    /// <summary>The name that the HTML uses for the picture.</summary>
    public const string PictureId = "pass@hilo";

    private readonly ConcurrentBag<SmtpLine> free = [];

    /// <param name="shop">Shown beside the sender's address, unless the settings name somebody.</param>
    /// <param name="replyTo">Where answers go; null: to the sender.</param>
    public async Task<SendOutcome> SendAsync(MailToSend mail, string shop, string? replyTo, CancellationToken cancel)
    {
        if (!TryAddress(mail.RecipientName, mail.Recipient, out var recipient)) return SendOutcome.Never("The address is not one that mail can be sent to.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(settings.Timeout);
        SmtpLine? line = null;
        var stands = false;
        try
        {
            using var message = Compose(mail, recipient, shop, replyTo);
            line = await LineAsync(limit.Token);
            await line.Client.SendAsync(message, limit.Token);
            stands = true;
            return SendOutcome.Accepted;
        }
        catch (SmtpCommandException refused)
        {
            stands = true;
            var answer = $"{(int)refused.StatusCode} {refused.Message}".ReplaceLineEndings(" ");
            return IsFinal(refused) ? SendOutcome.Never(answer) : SendOutcome.Later(answer);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return SendOutcome.Later($"No answer within {settings.Timeout.TotalSeconds:0} seconds.");
        }
        catch (Exception lost) when (lost is IOException or SocketException or SmtpProtocolException or AuthenticationException or SaslException or ServiceNotAuthenticatedException or SslHandshakeException)
        {
            return SendOutcome.Later(lost.Message.ReplaceLineEndings(" "));
        }
        catch (NotSupportedException unable)
        {
            // The server offers no encryption or no sign-in, which is ours to mend; or it does not take addresses beyond ASCII (RFC 6531), which will stay so.
            return line is null ? SendOutcome.Later(unable.Message) : SendOutcome.Never(unable.Message);
        }
        catch (Exception unwritable) when (unwritable is FormatException or ArgumentException)
        {
            return SendOutcome.Never(unwritable.Message);
        }
        finally
        {
            // Anything but an answer may have left half a mail on the line, which the next one would continue.
            if (stands && line is { Client.IsConnected: true }) free.Add(line);
            else line?.Client.Dispose();
        }
    }

    /// <summary>Says goodbye on every line that nobody uses: a server need not keep one open for a shop that has nothing to say.</summary>
    public async Task HangUpAsync()
    {
        while (free.TryTake(out var line)) await line.DisposeAsync();
    }

    public async ValueTask DisposeAsync() => await HangUpAsync();

    private async Task<SmtpLine> LineAsync(CancellationToken cancel)
    {
        var server = settings.Server;
        while (free.TryTake(out var line))
        {
            if (line.Server == server && line.Client.IsConnected) return line;
            await line.DisposeAsync();
        }
        return await SmtpLine.OpenAsync(server, cancel);
    }

    // Of the 5xx only those that speak of this mailbox or this mail; a refused sign-in or a missing TLS is ours to mend, and the mail waits for it.
    private static bool IsFinal(SmtpCommandException refused) => refused.StatusCode is
        SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.UserNotLocalTryAlternatePath or SmtpStatusCode.ExceededStorageAllocation
        or SmtpStatusCode.MailboxNameNotAllowed or SmtpStatusCode.TransactionFailed;

    /// <summary>An address and nothing else: a name or a second address inside of it is none.</summary>
    private static bool TryAddress(string? name, string? text, out MailboxAddress address)
    {
        var isOne = MailboxAddress.TryParse(text, out address!) && address.Address == text && address.Domain is { Length: > 0 };
        if (isOne) address.Name = name;
        return isOne;
    }

    /// <summary>Text and HTML as alternatives, the picture inside the HTML, the paper attached.</summary>
    private MimeMessage Compose(MailToSend mail, MailboxAddress recipient, string shop, string? replyTo)
    {
        var sender = settings.From;
        var body = new BodyBuilder { TextBody = mail.Text, HtmlBody = mail.Html };
        if (mail.Picture is { } picture) body.LinkedResources.Add("codigo.png", picture, new ContentType("image", "png")).ContentId = PictureId;
        if (mail.Paper is { } paper) body.Attachments.Add(paper.FileName, paper.Pdf, new ContentType("application", "pdf"));
        var message = new MimeMessage
        {
            From = { new MailboxAddress(sender.DisplayName is { Length: > 0 } name ? name : shop, sender.Address) },
            To = { recipient },
            Subject = mail.Subject,
            Body = body.ToMessageBody(),
        };
        if (TryAddress(null, replyTo, out var answers)) message.ReplyTo.Add(answers);
        message.MessageId = mail.MessageId.Trim('<', '>');
        // RFC 3834: absence notes need not answer a machine.
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }
}
