using System.Numerics;

namespace Hilo.Catalog;

/// <summary>Every word that some product has, in order. Never changed: more words make the next one.</summary>
internal sealed class Vocabulary
{
    public static readonly Vocabulary Empty = new([]);

    private readonly string[] words;

    // A bit per letter and the length: what is more than two slips away shows here, without looking at the letters.
    private readonly uint[] letters;

    private Vocabulary(string[] words) => (this.words, letters) = (words, [.. words.Select(w => LettersOf(w))]);

    public int Count => words.Length;

    public Vocabulary With(List<string> more)
    {
        if (more.Count == 0) return this;
        more.Sort(StringComparer.Ordinal);
        var merged = new string[words.Length + more.Count];
        var (i, j) = (0, 0);
        for (var at = 0; at < merged.Length; at++)
            merged[at] = j == more.Count || (i < words.Length && string.CompareOrdinal(words[i], more[j]) < 0) ? words[i++] : more[j++];
        return new Vocabulary(merged);
    }

    public IEnumerable<string> Beginning(string start)
    {
        var at = Array.BinarySearch(words, start, StringComparer.Ordinal);
        for (var i = at < 0 ? ~at : at; i < words.Length && words[i].StartsWith(start, StringComparison.Ordinal); i++) yield return words[i];
    }

    /// <summary>Words that so many slips turn into this one: those with fewer, where there are any.</summary>
    public List<string> Near(string word, int most)
    {
        var found = new List<string>();
        var mask = LettersOf(word);
        for (var i = 0; i < words.Length; i++)
        {
            if (BitOperations.PopCount(letters[i] ^ mask) > 2 * most || Math.Abs(words[i].Length - word.Length) > most) continue;
            var slips = ShopWords.Slips(word, words[i], most);
            if (slips > most) continue;
            if (slips < most)
            {
                found.Clear();
                most = slips;
            }
            found.Add(words[i]);
        }
        return found;
    }

    private static uint LettersOf(string word)
    {
        var mask = 0u;
        foreach (var c in word) mask |= 1u << (c is >= 'a' and <= 'z' ? c - 'a' : 26 + (c % 6));
        return mask;
    }
}
