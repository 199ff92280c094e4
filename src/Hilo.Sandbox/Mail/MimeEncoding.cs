using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Hilo.Sandbox.Mail;

/// <summary>Quoted-printable, base64 and encoded words (RFC 2045, 2047).</summary>
internal static partial class MimeEncoding
{
    public static byte[] Decode(ReadOnlySpan<byte> body, string? encoding) => encoding?.Trim().ToLowerInvariant() switch
    {
        "base64" => Base64(Encoding.ASCII.GetString(body)),
        "quoted-printable" => QuotedPrintable(body, underscoreIsSpace: false),
        _ => body.ToArray(),
    };

    public static Encoding Charset(string? name)
    {
        try
        {
            return Encoding.GetEncoding(string.IsNullOrEmpty(name) ? "utf-8" : name);
        }
        catch (ArgumentException)
        {
            return Encoding.Latin1; // Every byte is some letter there: better a wrong letter than no mail.
        }
    }

    public static string DecodeWords(string text)
    {
        // Blanks between two encoded words belong to the folding; a letter may even be cut between two words of one charset.
        var joined = BetweenWords().Replace(text, "?==?");
        var result = new StringBuilder();
        var pending = new MemoryStream();
        string? charset = null;
        var at = 0;
        foreach (Match word in Word().Matches(joined))
        {
            if (word.Index > at || (charset is not null && !charset.Equals(word.Groups["charset"].Value, StringComparison.OrdinalIgnoreCase))) Flush();
            result.Append(joined, at, word.Index - at);
            charset = word.Groups["charset"].Value;
            pending.Write(word.Groups["kind"].Value is "B" or "b"
                ? Base64(word.Groups["text"].Value)
                : QuotedPrintable(Encoding.ASCII.GetBytes(word.Groups["text"].Value), underscoreIsSpace: true));
            at = word.Index + word.Length;
        }
        Flush();
        return result.Append(joined, at, joined.Length - at).ToString();

        void Flush()
        {
            if (charset is not null) result.Append(Charset(charset).GetString(pending.ToArray()));
            charset = null;
            pending.SetLength(0);
        }
    }

    private static byte[] Base64(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var letter in text)
            if (char.IsAsciiLetterOrDigit(letter) || letter is '+' or '/') letters.Append(letter);
        letters.Length -= letters.Length % 4 == 1 ? 1 : 0;
        return Convert.FromBase64String(letters.Append('=', (4 - letters.Length % 4) % 4).ToString());
    }

    private static byte[] QuotedPrintable(ReadOnlySpan<byte> text, bool underscoreIsSpace)
    {
        var bytes = new MemoryStream(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (letter == '=')
            {
                var rest = text[(i + 1)..];
                if (rest.StartsWith("\r\n"u8)) i += 2;
                else if (rest.StartsWith("\n"u8)) i++;
                else if (rest.Length >= 2 && byte.TryParse(rest[..2], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
                {
                    bytes.WriteByte(value);
                    i += 2;
                }
                else bytes.WriteByte(letter);
            }
            else bytes.WriteByte(underscoreIsSpace && letter == '_' ? (byte)' ' : letter);
        }
        return bytes.ToArray();
    }

    [GeneratedRegex(@"=\?(?<charset>[^?\s]+)\?(?<kind>[bBqQ])\?(?<text>[^?\s]*)\?=", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"\?=\s+=\?", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BetweenWords();
}
