using System.Net;
using System.Net.Http.Json;
using System.Net.Mail;
using System.Net.Mime;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Hilo.Sandbox.Mail;
using static Hilo.Tests.Sandbox.SandboxHost;

namespace Hilo.Tests.Sandbox;

public class Catching_mail
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    private static MailMessage Ready(string to = "juana@example.com", string id = "<ready-1@hilo>")
    {
        var mail = new MailMessage("tienda@example.com", to, "¡Tu pedido HI-1024 está listo para retirar en Córdoba, Señora Muñoz!", null) { SubjectEncoding = Encoding.UTF8 };
        mail.Headers.Add("Message-ID", id);
        mail.AlternateViews.Add(AlternateView.CreateAlternateViewFromString("Mostrá este código.\r\n.línea con punto\r\nñandú", Encoding.UTF8, MediaTypeNames.Text.Plain));
        var html = AlternateView.CreateAlternateViewFromString("<p>Mostrá este código</p><img src=\"cid:qr@hilo\">", Encoding.UTF8, MediaTypeNames.Text.Html);
        html.LinkedResources.Add(new LinkedResource(new MemoryStream([0x89, 0x50, 0x4E, 0x47, 0, 255]), "image/png") { ContentId = "qr@hilo" });
        mail.AlternateViews.Add(html);
        mail.Attachments.Add(new Attachment(new MemoryStream("hola"u8.ToArray()), "remito.txt", "text/plain"));
        return mail;
    }

    [Fact]
    public async Task Reads_subject_text_HTML_pictures_and_attachments()
    {
        await using var sandbox = await StartAsync();
        using var sent = Ready();

        await sandbox.SendAsync(sent);
        var mail = await sandbox.Mails.WaitForAsync(m => m.To.Contains("juana@example.com"), Soon);

        Assert.Equal(sent.Subject, mail.Subject);
        Assert.Equal("Mostrá este código.\r\n.línea con punto\r\nñandú", mail.Text);
        Assert.StartsWith("<p>Mostrá este código</p>", mail.Html, StringComparison.Ordinal);
        Assert.Equal(["qr@hilo", "remito.txt"], mail.Parts.Select(p => p.ContentType == "image/png" ? p.ContentId : p.FileName));
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0, 255], mail.Parts[0].Content);
    }

    [Fact]
    public async Task Counts_a_repeated_Message_ID_as_one_mail()
    {
        await using var sandbox = await StartAsync();
        for (var i = 0; i < 3; i++)
        {
            using var mail = Ready();
            await sandbox.SendAsync(mail);
        }

        Assert.Equal(3, Assert.Single(sandbox.Mails.Messages).Deliveries);
    }

    [Fact]
    public async Task Keeps_a_mail_whose_answer_it_loses()
    {
        await using var sandbox = await StartAsync();
        sandbox.MailFaults.Plan = new MailFaultPlan { LoseAnswers = 1 };
        using var mail = Ready();

        await Assert.ThrowsAsync<SmtpException>(() => sandbox.SendAsync(mail));
        using var again = Ready();
        await sandbox.SendAsync(again);

        Assert.Equal(2, Assert.Single(sandbox.Mails.Messages).Deliveries);
    }

    [Fact]
    public async Task Refuses_for_now_and_for_ever()
    {
        await using var sandbox = await StartAsync();
        sandbox.MailFaults.Plan = new MailFaultPlan { RefuseLater = 1, UnknownRecipients = "*@nadie.example" };
        using var mail = Ready();
        using var lost = Ready("x@nadie.example");

        var later = await Assert.ThrowsAsync<SmtpException>(() => sandbox.SendAsync(mail));
        var never = await Assert.ThrowsAsync<SmtpFailedRecipientException>(() => sandbox.SendAsync(lost));

        Assert.Equal(SmtpStatusCode.LocalErrorInProcessing, later.StatusCode);
        Assert.Equal(SmtpStatusCode.MailboxUnavailable, never.StatusCode);
        Assert.Empty(sandbox.Mails.Messages);
    }

    [Fact]
    public async Task Follows_a_pipelined_conversation_with_mistakes()
    {
        await using var sandbox = await StartAsync();
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, await sandbox.Mails.Port);
        await using var stream = socket.GetStream();

        await stream.WriteAsync("DATA\r\nMAIL FROM:<a@b>\r\nHELO me\r\nMAIL FROM:<a@b> SIZE=99999999999\r\nMAIL FROM:<ñ@b> SMTPUTF8\r\nDATA\r\nRCPT TO:nobody\r\nRCPT TO:<c@d>\r\nRSET\r\nMAIL FROM:<>\r\nRCPT TO:<c@d>\r\nDATA\r\nSubject: x\n\r\n..\r\nbody\r\n.\r\nWHAT\r\nNOOP\r\nQUIT\r\n"u8.ToArray());
        using var reader = new StreamReader(stream);
        var replies = (await reader.ReadToEndAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(["220", "503", "503", "250", "552", "250", "554", "501", "250", "250", "250", "250", "354", "250", "502", "250", "221"], replies.Select(r => r[..3]));
        Assert.Equal(("", "x", ".\r\nbody\r\n"), Assert.Single(sandbox.Mails.Messages) is var mail ? (mail.From, mail.Subject, mail.Text) : default);
    }

    [Fact]
    public async Task Shows_an_inbox_with_the_message_behind_glass()
    {
        await using var sandbox = await StartAsync();
        using var sent = Ready();
        await sandbox.SendAsync(sent);
        var mail = await sandbox.Mails.WaitForAsync(_ => true, Soon);

        var list = await sandbox.Http.GetStringAsync("/sandbox/mail?q=juana");
        var page = await sandbox.Http.GetStringAsync($"/sandbox/mail/{mail.Id}");
        var frame = await sandbox.Http.GetAsync($"/sandbox/mail/{mail.Id}/html");
        var picture = await sandbox.Http.GetAsync($"/sandbox/mail/{mail.Id}/parts/qr%40hilo");

        Assert.Contains(mail.Id, list, StringComparison.Ordinal);
        Assert.Contains("<iframe", page, StringComparison.Ordinal);
        Assert.StartsWith("sandbox", Assert.Single(frame.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Contains("src=\"parts/qr%40hilo\"", await frame.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("image/png", picture.Content.Headers.ContentType!.MediaType);
        Assert.Contains("text/css", (await sandbox.Http.GetAsync("/sandbox/sandbox.css")).Content.Headers.ContentType!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_other_processes_in_JSON()
    {
        await using var sandbox = await StartAsync();
        using var sent = Ready();
        await sandbox.SendAsync(sent);

        var found = await sandbox.Http.GetFromJsonAsync<JsonArray>("/sandbox/mail/messages?to=JUANA&subject=hi-1024");
        var none = await sandbox.Http.GetFromJsonAsync<JsonArray>("/sandbox/mail/messages?to=pedro");
        await sandbox.Http.DeleteAsync("/sandbox/mail/messages");

        Assert.Equal("<ready-1@hilo>", (string)Assert.Single(found!)!["messageId"]!);
        Assert.Empty(none!);
        Assert.Empty(sandbox.Mails.Messages);
    }

    [Fact]
    public async Task Says_what_arrived_when_the_awaited_mail_did_not()
    {
        await using var sandbox = await StartAsync();
        using var sent = Ready();
        await sandbox.SendAsync(sent);

        var late = await Assert.ThrowsAsync<TimeoutException>(() => sandbox.Mails.WaitForAsync(m => m.Subject == "otro", TimeSpan.FromMilliseconds(50)));

        Assert.Contains("juana@example.com", late.Message, StringComparison.Ordinal);
    }
}
