using System.Globalization;
using System.Text;

namespace Hilo.Catalog;

/// <summary>Text as people mean it: without marks and case. <c>Campera Térmica</c> is <c>campera termica</c>.</summary>
internal static class Fold
{
    public static string Of(string text)
    {
        var isPlain = true;
        foreach (var c in text) isPlain &= c < 128 && !char.IsAsciiLetterUpper(c);
        if (isPlain) return text;
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) folded.Append(char.ToLowerInvariant(c));
        return folded.ToString();
    }

    /// <summary>Letters and digits only: how column names and words of choice are compared.</summary>
    public static string Key(string text) => string.Concat(Of(text).Where(char.IsAsciiLetterOrDigit));

    /// <summary>At most so many characters, and never half of one: a database refuses the halves of an emoji.</summary>
    public static string Cut(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];

    /// <summary>For addresses: <c>campera-termica</c>. Empty when the text has no letter or digit.</summary>
    public static string Slug(string text, int longest = 120)
    {
        var slug = new StringBuilder();
        foreach (var c in Of(text))
        {
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
            if (slug.Length == longest) break;
        }
        return slug.ToString().Trim('-');
    }
}
