namespace Hilo.Catalog;

/// <summary>What this shop's people call the same thing: a term of a search stands for all of its group.</summary>
internal sealed class SynonymBook
{
    public static readonly SynonymBook Empty = new([]);

    // By the stem of their first word, longest term first.
    private readonly Dictionary<string, List<(string[] Stems, IReadOnlyList<string[]> Others)>> byFirst = new(StringComparer.Ordinal);

    /// <param name="groups">Each a list of terms, of one or more words.</param>
    public SynonymBook(IEnumerable<IReadOnlyList<string>> groups)
    {
        foreach (var group in groups)
        {
            var terms = group.Select(t => ShopWords.In(t).ToArray()).Where(t => t.Length > 0).ToList();
            foreach (var term in terms)
            {
                var stems = term.Select(ShopWords.Stem).ToArray();
                if (!byFirst.TryGetValue(stems[0], out var list)) byFirst.Add(stems[0], list = []);
                list.Add((stems, [.. terms.Where(t => !ReferenceEquals(t, term))]));
            }
        }
        foreach (var list in byFirst.Values) list.Sort((a, b) => b.Stems.Length - a.Stems.Length);
    }

    /// <summary>The longest term that begins at this word of a search, and what else it is called.</summary>
    /// <returns>How many words it takes; zero where there is none.</returns>
    public int At(IReadOnlyList<string> words, int at, List<string[]> others)
    {
        if (!byFirst.TryGetValue(ShopWords.Stem(words[at]), out var terms)) return 0;
        var length = 0;
        foreach (var (stems, alike) in terms)
        {
            if (length > 0 && stems.Length < length) break;
            if (at + stems.Length > words.Count || !stems.Select((stem, i) => ShopWords.Stem(words[at + i]) == stem).All(same => same)) continue;
            length = stems.Length;
            others.AddRange(alike);
        }
        return length;
    }
}
