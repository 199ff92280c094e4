using System.Buffers;

namespace Hilo.Catalog;

/// <summary>Finds products by words: all of them must occur; the last one may be unfinished, an unknown one may have a slip.</summary>
internal static class TextSearch
{
    private const int CodeScore = 1000;

    /// <summary>Ordinals with their score, in no order.</summary>
    public static List<(int Ordinal, int Score)> Find(string text, int ordinals, params ReadOnlySpan<WordIndex> indexes)
    {
        var matched = ArrayPool<int>.Shared.Rent(ordinals);
        var scores = ArrayPool<int>.Shared.Rent(ordinals);
        try
        {
            Array.Clear(matched, 0, ordinals);
            Array.Clear(scores, 0, ordinals);
            var words = ShopWords.In(text);
            for (var i = 0; i < words.Count; i++)
                foreach (var stem in StemsOf(words[i], isLast: i == words.Count - 1, indexes))
                    foreach (var index in indexes)
                        Count(index.WithStem(stem.Text), i, stem.IsExact, matched, scores);
            var found = new List<(int, int)>();
            foreach (var ordinal in Codes(text, indexes))
            {
                if (matched[ordinal] < 0) continue;
                matched[ordinal] = -1;
                found.Add((ordinal, CodeScore));
            }
            for (var ordinal = 0; ordinal < ordinals && words.Count > 0; ordinal++)
                if (matched[ordinal] == words.Count) found.Add((ordinal, scores[ordinal]));
            return found;
        }
        finally
        {
            ArrayPool<int>.Shared.Return(matched);
            ArrayPool<int>.Shared.Return(scores);
        }
    }

    private static void Count((int Ordinal, int Weight)[] postings, int word, bool isExact, int[] matched, int[] scores)
    {
        foreach (var (ordinal, weight) in postings)
        {
            if (matched[ordinal] != word) continue; // An earlier word is missing, or another form of this word was counted.
            matched[ordinal] = word + 1;
            scores[ordinal] += isExact ? weight * 2 : weight;
        }
    }

    private static List<(string Text, bool IsExact)> StemsOf(string word, bool isLast, ReadOnlySpan<WordIndex> indexes)
    {
        var stem = ShopWords.Stem(word);
        var stems = new List<(string, bool)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var index in indexes)
            if (index.WithStem(stem).Length > 0 && seen.Add(stem)) stems.Add((stem, true));
        if (isLast && word.Length > 1) Others(index => index.Beginning(word), indexes);
        if (stems.Count == 0 && word.Length > 3) Others(index => index.Near(word), indexes);
        return stems;

        void Others(Func<WordIndex, IEnumerable<string>> known, ReadOnlySpan<WordIndex> where)
        {
            foreach (var index in where)
                foreach (var other in known(index))
                    if (ShopWords.Stem(other) is var found && seen.Add(found)) stems.Add((found, false));
        }
    }

    private static List<int> Codes(string text, ReadOnlySpan<WordIndex> indexes)
    {
        var found = new List<int>();
        foreach (var code in Fold.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(Fold.Of(text).Trim()).Distinct())
            foreach (var index in indexes) found.AddRange(index.WithCode(code));
        return found;
    }
}
