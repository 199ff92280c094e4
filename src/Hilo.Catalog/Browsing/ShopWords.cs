namespace Hilo.Catalog;

/// <summary>Words as shoppers type them, brought together: without accents, plural and gender.</summary>
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
        var folded = Fold.Of(text);
        var start = -1;
        for (var i = 0; i <= folded.Length; i++)
        {
            if (i < folded.Length && char.IsLetterOrDigit(folded[i]))
            {
                if (start < 0) start = i;
            }
            else if (start >= 0)
            {
                words.Add(folded[start..i]);
                start = -1;
            }
        }
        var telling = words.FindAll(w => !Small.Contains(w));
        return telling.Count > 0 ? telling : words;
    }

    /// <summary>A light stem: <c>camperas</c>, <c>campera</c> and <c>campero</c> meet, so do <c>pantalones</c> and <c>pantalón</c>, <c>luces</c> and <c>luz</c>.</summary>
    public static string Stem(string word)
    {
        var stem = word.AsSpan();
        if (stem.Length > 4 && stem.EndsWith("ces", StringComparison.Ordinal)) return string.Concat(stem[..^3], "z");
        if (stem.Length > 4 && stem.EndsWith("es", StringComparison.Ordinal) && !IsVowel(stem[^3])) stem = stem[..^2];
        else if (stem.Length > 3 && stem[^1] == 's' && IsVowel(stem[^2])) stem = stem[..^1];
        else if (stem.Length > 4 && stem[^1] == 's' && stem[^2] != 's' && char.IsLetter(stem[^2])) stem = stem[..^1];
        if (stem.Length > 4 && stem[^1] is 'a' or 'o' or 'e') stem = stem[..^1];
        return stem.Length == word.Length ? word : stem.ToString();
    }

    /// <summary>One letter too many, too few, other, or two swapped.</summary>
    public static bool IsOneSlipAway(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length > b.Length) return IsOneSlipAway(b, a);
        if (b.Length - a.Length > 1) return false;
        var same = a.CommonPrefixLength(b);
        if (same == b.Length) return true;
        if (a.Length < b.Length) return a[same..].SequenceEqual(b[(same + 1)..]);
        if (a[(same + 1)..].SequenceEqual(b[(same + 1)..])) return true;
        return same + 1 < a.Length && a[same] == b[same + 1] && a[same + 1] == b[same] && a[(same + 2)..].SequenceEqual(b[(same + 2)..]);
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
