using System.Collections.Frozen;

namespace Hilo.Catalog;

/// <summary>Which products carry a word. Never changed after it was built.</summary>
internal sealed class WordIndex
{
    public static readonly WordIndex Empty = new([]);

    private readonly FrozenDictionary<string, (int Ordinal, int Weight)[]> byStem;
    private readonly FrozenDictionary<string, int[]> byCode;

    // Sorted, so that words with the same beginning stand together.
    private readonly string[] words;

    public WordIndex(IEnumerable<(int Ordinal, ShopItem Item)> items)
    {
        var stems = new Dictionary<string, List<(int, int)>>(StringComparer.Ordinal);
        var codes = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var surface = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (ordinal, item) in items)
        {
            Count++;
            foreach (var (word, weight) in item.Words)
            {
                surface.Add(word);
                var list = ListOf(stems, ShopWords.Stem(word));
                if (list.Count > 0 && list[^1].Item1 == ordinal) list[^1] = (ordinal, Math.Max(list[^1].Item2, weight));
                else list.Add((ordinal, weight));
            }
            foreach (var code in item.Codes) ListOf(codes, code).Add(ordinal);
        }
        byStem = stems.ToFrozenDictionary(s => s.Key, s => s.Value.ToArray(), StringComparer.Ordinal);
        byCode = codes.ToFrozenDictionary(c => c.Key, c => c.Value.ToArray(), StringComparer.Ordinal);
        words = [.. surface];
        Array.Sort(words, StringComparer.Ordinal);
    }

    public int Count { get; }

    /// <summary>Products with this SKU or GTIN, folded.</summary>
    public int[] WithCode(string code) => byCode.GetValueOrDefault(code, []);

    public (int Ordinal, int Weight)[] WithStem(string stem) => byStem.GetValueOrDefault(stem, []);

    /// <summary>Known words that begin like this.</summary>
    public IEnumerable<string> Beginning(string start)
    {
        var at = Array.BinarySearch(words, start, StringComparer.Ordinal);
        for (var i = at < 0 ? ~at : at; i < words.Length && words[i].StartsWith(start, StringComparison.Ordinal); i++) yield return words[i];
    }

    /// <summary>Known words that a slip of one letter turns into this one.</summary>
    public IEnumerable<string> Near(string word) => words.Where(known => ShopWords.IsOneSlipAway(word, known));

    private static List<T> ListOf<T>(Dictionary<string, List<T>> lists, string key)
    {
        if (!lists.TryGetValue(key, out var list)) lists.Add(key, list = []);
        return list;
    }
}
