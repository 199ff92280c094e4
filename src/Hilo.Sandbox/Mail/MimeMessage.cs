using System.Text;

namespace Hilo.Sandbox.Mail;

/// <summary>What a person sees of a mail: headers, text, HTML, pictures and attachments. Tolerant: a broken part is shown as it is.</summary>
internal sealed class MimeMessage
{
    private const int MaxDepth = 10;
    private readonly List<MailPart> parts = [];

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; private init; } = [];

    public string? Text { get; private set; }

    public string? Html { get; private set; }

    public IReadOnlyList<MailPart> Parts => parts;

    public string? Header(string name) => MimeHeaders.Find(Headers, name);

    public static MimeMessage Parse(ReadOnlyMemory<byte> raw)
    {
        var (headers, body) = MimeHeaders.Split(raw);
        var message = new MimeMessage { Headers = headers };
        message.Take(headers, body, depth: 0);
        return message;
    }

    private void Take(IReadOnlyList<KeyValuePair<string, string>> headers, ReadOnlyMemory<byte> body, int depth)
    {
        var type = MimeField.Parse(MimeHeaders.Find(headers, "Content-Type") ?? "text/plain; charset=utf-8");
        if (type.Value.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) && type["boundary"] is { } boundary && depth < MaxDepth)
        {
            foreach (var piece in Pieces(body, boundary))
            {
                var (inner, content) = MimeHeaders.Split(piece);
                Take(inner, content, depth + 1);
            }
            return;
        }
        var disposition = MimeField.Parse(MimeHeaders.Find(headers, "Content-Disposition") ?? "");
        var bytes = MimeEncoding.Decode(body.Span, MimeHeaders.Find(headers, "Content-Transfer-Encoding"));
        var attached = disposition.Value.Equals("attachment", StringComparison.OrdinalIgnoreCase);
        if (!attached && Text is null && type.Value.Equals("text/plain", StringComparison.OrdinalIgnoreCase)) Text = Read(bytes, type["charset"]);
        else if (!attached && Html is null && type.Value.Equals("text/html", StringComparison.OrdinalIgnoreCase)) Html = Read(bytes, type["charset"]);
        else
        {
            var contentId = MimeHeaders.Find(headers, "Content-ID")?.Trim().Trim('<', '>');
            parts.Add(new MailPart(contentId, disposition["filename"] ?? type["name"], type.Value.ToLowerInvariant(), bytes));
        }
    }

    private static string Read(byte[] bytes, string? charset) => MimeEncoding.Charset(charset).GetString(bytes);

    /// <summary>What stands between the boundary lines; the preamble and the epilogue are nobody's.</summary>
    private static List<ReadOnlyMemory<byte>> Pieces(ReadOnlyMemory<byte> body, string boundary)
    {
        var mark = Encoding.UTF8.GetBytes("--" + boundary);
        var pieces = new List<ReadOnlyMemory<byte>>();
        int start = -1, at = 0;
        while (at <= body.Length)
        {
            var rest = body.Span[at..];
            var end = rest.IndexOf((byte)'\n');
            var line = (end < 0 ? rest : rest[..end]).TrimEnd("\r \t"u8);
            if (line.StartsWith(mark) && (line.Length == mark.Length || line[mark.Length..].SequenceEqual("--"u8)))
            {
                if (start >= 0) pieces.Add(WithoutLastBreak(body[start..at]));
                if (line.Length > mark.Length) return pieces;
                start = end < 0 ? -1 : at + end + 1;
            }
            if (end < 0) break;
            at += end + 1;
        }
        if (start >= 0) pieces.Add(body[start..]);
        return pieces;
    }

    private static ReadOnlyMemory<byte> WithoutLastBreak(ReadOnlyMemory<byte> piece)
    {
        if (piece.Span is [.., (byte)'\n']) piece = piece[..^1];
        return piece.Span is [.., (byte)'\r'] ? piece[..^1] : piece;
    }
}
