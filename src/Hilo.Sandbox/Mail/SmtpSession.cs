using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;

namespace Hilo.Sandbox.Mail;

/// <summary>One SMTP conversation (RFC 5321) with pipelining, SIZE, 8BITMIME and SMTPUTF8.</summary>
internal sealed class SmtpSession(Stream stream, int connection, MailCatcher catcher, MailFaults faults, TimeProvider clock)
{
    private const int MaxLine = 4_096;
    private const int MaxSize = 25 * 1024 * 1024;
    private const int MaxRecipients = 100;
    private const int MaxMistakes = 20;

    private readonly PipeReader input = PipeReader.Create(stream);
    private readonly List<string> recipients = [];
    private string? sender;
    private bool greeted;

    public async Task RunAsync(CancellationToken cancel)
    {
        await SayAsync("220 sandbox.hilo ESMTP", cancel);
        for (var mistakes = 0; mistakes < MaxMistakes;)
        {
            if (await LineAsync(cancel) is not { } bytes) return;
            var line = Encoding.UTF8.GetString(bytes);
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var verb = (space < 0 ? line : line[..space]).ToUpperInvariant();
            var rest = space < 0 ? "" : line[(space + 1)..].Trim();
            var reply = verb switch
            {
                "EHLO" => Greet(rest, extended: true),
                "HELO" => Greet(rest, extended: false),
                "MAIL" => From(rest),
                "RCPT" => To(rest),
                "RSET" => Reset("250 OK"),
                "NOOP" => "250 OK",
                "VRFY" => "252 Send it and see",
                "DATA" => CheckData(),
                "QUIT" => "221 Adiós",
                _ => "502 Not implemented",
            };
            if (reply[0] == '5') mistakes++;
            await SayAsync(reply, cancel);
            if (verb == "QUIT") return;
            if (verb == "DATA" && reply[0] == '3' && !await TakeMessageAsync(cancel)) return;
        }
        await SayAsync("421 Too many mistakes", cancel);
    }

    private string Greet(string name, bool extended)
    {
        if (name.Length == 0) return "501 Say who you are";
        greeted = true;
        Reset("");
        return extended ? $"250-sandbox.hilo\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 SIZE {MaxSize}" : "250 sandbox.hilo";
    }

    private string From(string rest)
    {
        if (!greeted) return "503 EHLO first";
        if (sender is not null) return "503 One sender per mail";
        if (!TryPath(rest, "FROM:", out var path, out var parameters)) return "501 MAIL FROM:<address>";
        var size = Array.Find(parameters, p => p.StartsWith("SIZE=", StringComparison.OrdinalIgnoreCase));
        if (size is not null && (!long.TryParse(size.AsSpan(5), CultureInfo.InvariantCulture, out var bytes) || bytes > MaxSize)) return $"552 At most {MaxSize} bytes";
        sender = path;
        return "250 OK";
    }

    private string To(string rest)
    {
        if (sender is null) return "503 MAIL first";
        if (!TryPath(rest, "TO:", out var path, out _) || path.Length == 0) return "501 RCPT TO:<address>";
        if (recipients.Count == MaxRecipients) return "452 Too many recipients";
        if (!faults.Knows(path)) return $"550 No such mailbox {path}";
        recipients.Add(path);
        return "250 OK";
    }

    private string CheckData() =>
        sender is null ? "503 MAIL first" : recipients.Count == 0 ? "554 No valid recipients" : "354 End with a line that holds one dot";

    private string Reset(string reply)
    {
        sender = null;
        recipients.Clear();
        return reply;
    }

    /// <returns>False when the conversation must end without another word.</returns>
    private async Task<bool> TakeMessageAsync(CancellationToken cancel)
    {
        var message = new MemoryStream();
        while (true)
        {
            if (await LineAsync(cancel, forData: true) is not { } line) return false;
            if (line is [(byte)'.']) break;
            if (message.Length + line.Length > MaxSize) continue; // Read to the end, so that the refusal is heard.
            message.Write(line is [(byte)'.', ..] ? line.AsSpan(1) : line);
            message.Write("\r\n"u8);
        }
        if (faults.Plan.DelayMs is > 0 and var delay) await Task.Delay(TimeSpan.FromMilliseconds(delay), clock, cancel);
        if (message.Length + MaxLine > MaxSize)
        {
            await SayAsync(Reset($"552 At most {MaxSize} bytes"), cancel);
            return true;
        }
        if (faults.TakeRefusal())
        {
            await SayAsync(Reset("451 Try again later"), cancel);
            return true;
        }
        var mail = catcher.Catch(sender!, [.. recipients], message.ToArray(), connection);
        if (faults.TakeLostAnswer()) return false;
        await SayAsync(Reset($"250 OK {mail.Id}"), cancel);
        return true;
    }

    /// <summary>The next line without its end; null when the sender is gone.</summary>
    private async Task<byte[]?> LineAsync(CancellationToken cancel, bool forData = false)
    {
        while (true)
        {
            var read = await input.ReadAsync(cancel);
            if (read.Buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = read.Buffer.Slice(0, end).ToArray();
                input.AdvanceTo(read.Buffer.GetPosition(1, end));
                return line is [.., (byte)'\r'] ? line[..^1] : line;
            }
            if (read.IsCompleted) return null;
            // Senders break the limit of 998 in messages and nobody minds; a command of that size is an attack.
            if (read.Buffer.Length > (forData ? MaxSize : MaxLine)) return null;
            input.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private async Task SayAsync(string reply, CancellationToken cancel)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(reply + "\r\n"), cancel);
        await stream.FlushAsync(cancel);
    }

    private static bool TryPath(string rest, string word, out string path, out string[] parameters)
    {
        (path, parameters) = ("", []);
        if (!rest.StartsWith(word, StringComparison.OrdinalIgnoreCase)) return false;
        var text = rest[word.Length..].TrimStart();
        var close = text.IndexOf('>', StringComparison.Ordinal);
        if (text is not ['<', ..] || close < 0) return false;
        path = text[1..close].Trim();
        parameters = text[(close + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return path.Length <= 320;
    }
}
