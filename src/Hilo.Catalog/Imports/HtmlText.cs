using System.Net;
using System.Text;

namespace Hilo.Catalog;

/// <summary>Descriptions arrive as HTML and are kept as plain text: nothing of them can run, and paragraphs stay.</summary>
internal static class HtmlText
{
    public static string ToPlain(string html)
    {
        if (!html.Contains('<', StringComparison.Ordinal) && !html.Contains('&', StringComparison.Ordinal)) return Tidy(html);
        var plain = new StringBuilder(html.Length);
        for (var i = 0; i < html.Length; i++)
        {
            if (html[i] != '<')
            {
                plain.Append(html[i] is '\n' or '\r' ? ' ' : html[i]);
                continue;
            }
            var end = html.IndexOf('>', i);
            if (end < 0) break; // An open tag at the end says nothing more.
            var tag = NameOf(html.AsSpan(i + 1, end - i - 1));
            if (tag is "script" or "style" && html[i + 1] != '/')
            {
                var close = html.IndexOf($"</{tag}", end, StringComparison.OrdinalIgnoreCase);
                end = close < 0 ? html.Length - 1 : html.IndexOf('>', close) is >= 0 and var after ? after : html.Length - 1;
            }
            plain.Append(tag switch
            {
                "p" or "div" or "ul" or "ol" or "table" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => "\n\n",
                "br" or "tr" => "\n",
                "li" => html[i + 1] == '/' ? "" : "\n· ",
                "td" or "th" => " ",
                _ => "",
            });
            i = end;
        }
        // Decoding can bring a null in, which no database takes as text.
        return Tidy(WebUtility.HtmlDecode(plain.ToString()).Replace("\0", "", StringComparison.Ordinal));
    }

    /// <summary>The other way round: <see cref="ToPlain"/> of it is the same text again.</summary>
    public static string OfPlain(string text) => text.Length == 0 ? "" : string.Concat(text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
        .Select(paragraph => $"<p>{WebUtility.HtmlEncode(paragraph).Replace("\n", "<br>", StringComparison.Ordinal)}</p>"));

    /// <summary>What is left of a text once it went through HTML.</summary>
    public static bool IsSame(string text, string plain) => text == plain || Tidy(text) == plain;

    private static string NameOf(ReadOnlySpan<char> tag)
    {
        var name = tag.TrimStart('/');
        var end = name.IndexOfAny(' ', '/', '\n');
        return (end < 0 ? name : name[..end]).ToString().ToLowerInvariant();
    }

    /// <summary>No edges of space, one empty line at most.</summary>
    private static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        var empty = 0;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Select(l => string.Join(' ', l.Split([' ', '\t', '\u00a0'], StringSplitOptions.RemoveEmptyEntries))))
        {
            if (line.Length == 0)
            {
                empty++;
                continue;
            }
            if (tidy.Length > 0) tidy.Append(empty > 0 ? "\n\n" : "\n");
            tidy.Append(line);
            empty = 0;
        }
        return tidy.ToString();
    }
}
