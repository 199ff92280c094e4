using System.Text;

namespace Hilo.Sandbox.Mail;

/// <summary>The head of a message or part: unfolded, with encoded words decoded.</summary>
internal static class MimeHeaders
{
    public static string? Find(IReadOnlyList<KeyValuePair<string, string>> headers, string name)
    {
        foreach (var header in headers)
            if (header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)) return header.Value;
        return null;
    }

    public static (IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body) Split(ReadOnlyMemory<byte> raw)
    {
        var lines = new List<string>();
        var at = 0;
        while (at < raw.Length)
        {
            var rest = raw.Span[at..];
            var end = rest.IndexOf((byte)'\n');
            var line = (end < 0 ? rest : rest[..end]).TrimEnd((byte)'\r');
            at = end < 0 ? raw.Length : at + end + 1;
            if (line.IsEmpty) break;
            var text = Encoding.UTF8.GetString(line);
            if (text[0] is ' ' or '\t' && lines.Count > 0) lines[^1] += text; // A folded line goes on.
            else lines.Add(text);
        }
        var headers = new List<KeyValuePair<string, string>>();
        foreach (var line in lines)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0) headers.Add(new(line[..colon].Trim(), MimeEncoding.DecodeWords(line[(colon + 1)..].Trim())));
        }
        return (headers, raw[at..]);
    }
}

/// <summary>A structured header such as <c>text/html; charset="utf-8"</c>.</summary>
internal sealed class MimeField
{
    private readonly Dictionary<string, string> parameters = new(StringComparer.OrdinalIgnoreCase);

    public string Value { get; private init; } = "";

    public string? this[string name] => parameters.GetValueOrDefault(name);

    public static MimeField Parse(string text)
    {
        var pieces = SplitOutsideQuotes(text);
        var field = new MimeField { Value = pieces[0].Trim() };
        foreach (var piece in pieces.Skip(1))
        {
            var equals = piece.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0) continue;
            var name = piece[..equals].Trim();
            var value = piece[(equals + 1)..].Trim().Trim('"');
            if (name.EndsWith('*')) (name, value) = (name[..^1], FromExtended(value));
            field.parameters.TryAdd(name, value);
        }
        return field;
    }

    /// <summary>RFC 2231: <c>utf-8''remito%20n%C2%BA.pdf</c>.</summary>
    private static string FromExtended(string value)
    {
        var parts = value.Split('\'', 3);
        return Uri.UnescapeDataString(parts.Length == 3 ? parts[2] : value);
    }

    private static List<string> SplitOutsideQuotes(string text)
    {
        var pieces = new List<string>();
        var piece = new StringBuilder();
        var quoted = false;
        foreach (var letter in text)
        {
            if (letter == '"') quoted = !quoted;
            if (letter == ';' && !quoted)
            {
                pieces.Add(piece.ToString());
                piece.Clear();
            }
            else piece.Append(letter);
        }
        pieces.Add(piece.ToString());
        return pieces;
    }
}
