namespace Hilo.Catalog;

/// <summary>Words as shoppers type them, brought together: without accents, plural, gender and diminutive.</summary>
internal static class ShopWords
{
    private static readonly HashSet<string> Small = new(StringComparer.Ordinal)
    {
        "a", "al", "con", "de", "del", "e", "el", "en", "la", "las", "lo", "los", "o", "para", "por", "sin", "un", "una", "unos", "unas", "y", "and", "for", "of", "the", "with",
    };

    /// <summary>Folded words in their order. Words that say nothing are left out unless there are no others.</summary>
    public static List<string> In(string text)
    {
        var words = new List<string>();
        Each(Fold.Of(text), (start, end, folded) => words.Add(folded[start..end]));
        var telling = words.FindAll(w => !Small.Contains(w));
        return telling.Count > 0 ? telling : words;
    }

    /// <summary>The same words as they are written: <c>camperas</c> folded, <c>Térmica</c> as it stands.</summary>
    public static IEnumerable<(string Folded, string Written)> Written(string text)
    {
        var written = new List<(string, string)>();
        Each(text, (start, end, all) => written.Add((Fold.Of(all[start..end]), all[start..end])));
        return written;
    }

    /// <summary>A light stem: <c>camperas</c>, <c>campera</c>, <c>campero</c> and <c>camperita</c> meet, so do <c>pantalones</c> and <c>pantalón</c>, <c>luces</c> and <c>luz</c>, <c>grises</c> and <c>gris</c>.</summary>
    public static string Stem(string word)
    {
        if (word.Any(char.IsAsciiDigit)) return word;
        var stem = word.AsSpan();
        if (stem.Length > 4 && stem.EndsWith("ces", StringComparison.Ordinal)) return string.Concat(stem[..^3], "z");
        if (stem.Length > 4 && stem.EndsWith("es", StringComparison.Ordinal) && !IsVowel(stem[^3])) stem = stem[..^2];
        // Once more for grises: gris ends like a plural itself.
        if (stem.Length > 3 && stem[^1] == 's' && stem[^2] != 's') stem = stem[..^1];
        if (stem.Length > 3 && stem[^1] is 'a' or 'o' or 'e') stem = stem[..^1];
        if (stem.Length > 5 && stem.EndsWith("it", StringComparison.Ordinal) && word[^1] is 'a' or 'o' or 's') stem = stem[..^2];
        return stem.Length == word.Length ? word : stem.ToString();
    }

    /// <summary>How many letters must be added, taken away, changed or swapped with their neighbor; more than <paramref name="most"/> is <paramref name="most"/> + 1.</summary>
    public static int Slips(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most) return most + 1;
        var same = a.CommonPrefixLength(b);
        a = a[same..];
        b = b[same..];
        if (a.Length == 0 || b.Length == 0) return Math.Min(most + 1, a.Length + b.Length);
        if (b.Length > 63) return most + 1;
        Span<int> before = stackalloc int[64], above = stackalloc int[64], row = stackalloc int[64];
        for (var j = 0; j <= b.Length; j++) above[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(above[j], row[j - 1]) + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
                least = Math.Min(least, row[j]);
            }
            if (least > most) return most + 1;
            var free = before;
            before = above;
            above = row;
            row = free;
        }
        return Math.Min(most + 1, above[b.Length]);
    }

    private static void Each(string text, Action<int, int, string> take)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            // A mark on a letter that stands alone belongs to the word.
            if (i < text.Length && (char.IsLetterOrDigit(text[i]) || (start >= 0 && char.GetUnicodeCategory(text[i]) == System.Globalization.UnicodeCategory.NonSpacingMark)))
            {
                if (start < 0) start = i;
            }
            else if (start >= 0)
            {
                take(start, i, text);
                start = -1;
            }
        }
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
