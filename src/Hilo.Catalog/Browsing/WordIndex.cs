using System.Collections.Concurrent;

namespace Hilo.Catalog;

/// <summary>Which products carry a word. Products are only added; one that changed gets a new number and its old one is empty.
/// One writer, any number of readers: what a reader's snapshot does not know yet, it does not see.</summary>
internal sealed class WordIndex
{
    private readonly ConcurrentDictionary<string, Postings> byWord = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Postings> byCode = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string[]> byStem = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> written = new(StringComparer.Ordinal);
    private Vocabulary vocabulary = Vocabulary.Empty;

    public Vocabulary Words => Volatile.Read(ref vocabulary);

    public void Add(IEnumerable<(int Ordinal, ShopItem Item)> items)
    {
        var more = new List<string>();
        foreach (var (ordinal, item) in items)
        {
            foreach (var (word, weight) in item.Words)
            {
                if (!byWord.TryGetValue(word, out var postings))
                {
                    byWord[word] = postings = new Postings();
                    var stem = ShopWords.Stem(word);
                    byStem[stem] = byStem.TryGetValue(stem, out var others) ? [.. others, word] : [word];
                    more.Add(word);
                }
                postings.Add(ordinal, weight);
            }
            foreach (var code in item.Codes) byCode.GetOrAdd(code, _ => new Postings()).Add(ordinal, 0);
            foreach (var (folded, text) in item.Written) written.TryAdd(folded, text);
        }
        Volatile.Write(ref vocabulary, vocabulary.With(more));
    }

    /// <summary>Products with this SKU or GTIN, folded.</summary>
    public ReadOnlySpan<Posting> WithCode(string code) => byCode.TryGetValue(code, out var found) ? found.All : [];

    public ReadOnlySpan<Posting> WithWord(string word) => byWord.TryGetValue(word, out var found) ? found.All : [];

    /// <summary>Words of the same stem.</summary>
    public IReadOnlyList<string> WithStem(string stem) => byStem.GetValueOrDefault(stem, []);

    /// <summary>As a title writes it.</summary>
    public string Written(string word) => written.GetValueOrDefault(word, word);

    private sealed class Postings
    {
        private Posting[] all = new Posting[1];
        private int count;

        // The count first: the array that is read afterwards has at least so many.
        public ReadOnlySpan<Posting> All
        {
            get
            {
                var known = Volatile.Read(ref count);
                return Volatile.Read(ref all).AsSpan(0, known);
            }
        }

        public void Add(int ordinal, int weight)
        {
            if (count == all.Length)
            {
                var more = new Posting[count * 2];
                all.CopyTo(more, 0);
                Volatile.Write(ref all, more);
            }
            all[count] = new Posting(ordinal, weight);
            Volatile.Write(ref count, count + 1);
        }
    }
}

internal readonly record struct Posting(int Ordinal, int Weight);
