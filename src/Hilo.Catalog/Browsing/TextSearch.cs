namespace Hilo.Catalog;

/// <summary>Finds products by words: all of them must occur. The last one may be unfinished, an unknown one may have a slip or two, and a word stands for its synonyms.</summary>
internal static class TextSearch
{
    private const int CodeScore = 1_000_000;

    // How much a word counts that is not the very one that was typed, in hundredths.
    private const int SameWord = 100;
    private const int SameStem = 92;
    private const int Synonym = 80;
    private const int Beginning = 60;
    private const int Slip = 50;

    /// <summary>Beginnings of one or two letters are all over the shop: so many words are enough.</summary>
    private const int MostBeginnings = 200;

    [ThreadStatic] private static Scores? scratch;

    /// <summary>Ordinals with their score, in no order. Those of <paramref name="index"/> that lie behind <paramref name="ordinals"/> belong to later snapshots.</summary>
    public static List<(int Ordinal, int Score)> Find(string text, int ordinals, WordIndex index, SynonymBook synonyms)
    {
        var scores = scratch ??= new Scores();
        scores.Open(ordinals);
        try
        {
            var words = ShopWords.In(text);
            var slot = 0;
            for (var at = 0; at < words.Count; slot++)
            {
                var others = new List<string[]>();
                var length = Math.Max(1, synonyms.At(words, at, others));
                if (length == 1) CountWord(words[at], at == words.Count - 1, others.Count > 0, index, scores, slot);
                else CountTerm([.. words.Skip(at).Take(length)], SameWord, index, scores, slot);
                foreach (var other in others)
                    if (other.Length == 1) CountStem(other[0], Synonym, index, scores, slot);
                    else CountTerm(other, Synonym, index, scores, slot);
                scores.Close(slot);
                at += length;
            }
            var found = scores.With(slot);
            foreach (var ordinal in Codes(text, ordinals, index))
            {
                found.RemoveAll(f => f.Ordinal == ordinal);
                found.Add((ordinal, CodeScore));
            }
            return found;
        }
        finally
        {
            scores.Clear();
        }
    }

    private static void CountWord(string word, bool isLast, bool hasSynonyms, WordIndex index, Scores scores, int slot)
    {
        var isKnown = CountStem(word, SameWord, index, scores, slot);
        if (isLast && word.Length > 1)
        {
            var room = MostBeginnings;
            foreach (var longer in index.Words.Beginning(word))
            {
                if (--room < 0) break;
                if (longer.Length == word.Length) continue;
                scores.Count(index.WithWord(longer), Beginning, slot);
                isKnown = true;
            }
        }
        if (isKnown || hasSynonyms || word.Length < 4 || word.Any(char.IsAsciiDigit)) return;
        foreach (var near in index.Words.Near(word, word.Length < 8 ? 1 : 2)) CountStem(near, Slip, index, scores, slot);
    }

    private static bool CountStem(string word, int share, WordIndex index, Scores scores, int slot)
    {
        // The very word first: a product counts once, with its best.
        var exact = index.WithWord(word);
        scores.Count(exact, share, slot);
        var isKnown = exact.Length > 0;
        foreach (var other in index.WithStem(ShopWords.Stem(word)))
        {
            isKnown = true;
            if (other != word) scores.Count(index.WithWord(other), share * SameStem / 100, slot);
        }
        return isKnown;
    }

    /// <summary>A term of several words counts where all of them occur.</summary>
    private static void CountTerm(string[] term, int share, WordIndex index, Scores scores, int slot)
    {
        Dictionary<int, int>? all = null;
        foreach (var word in term)
        {
            var some = new Dictionary<int, int>();
            foreach (var form in index.WithStem(ShopWords.Stem(word)))
                foreach (var (ordinal, weight) in index.WithWord(form))
                    if (all is null || all.TryGetValue(ordinal, out _)) some[ordinal] = Math.Max(weight, some.GetValueOrDefault(ordinal));
            if (all is not null)
                foreach (var ordinal in some.Keys.ToList()) some[ordinal] = Math.Min(some[ordinal], all[ordinal]);
            all = some;
        }
        scores.Count([.. all!.Select(p => new Posting(p.Key, p.Value))], share, slot);
    }

    private static HashSet<int> Codes(string text, int ordinals, WordIndex index)
    {
        var found = new HashSet<int>();
        var folded = Fold.Of(text).Trim();
        foreach (var code in folded.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(folded).Distinct())
            foreach (var posting in index.WithCode(code))
                if (posting.Ordinal < ordinals) found.Add(posting.Ordinal);
        return found;
    }

    /// <summary>Scores by ordinal. Only what was touched is cleared: a search costs what it finds, not what the shop has.</summary>
    private sealed class Scores
    {
        private int[] slots = [];
        private int[] totals = [];
        private int[] bests = [];
        private readonly List<int> touched = [];
        private int ordinals;
        private int inSlot;

        public void Open(int count)
        {
            ordinals = count;
            if (slots.Length >= count) return;
            var size = count + (count / 4);
            (slots, totals, bests) = (new int[size], new int[size], new int[size]);
        }

        public void Count(ReadOnlySpan<Posting> postings, int share, int slot)
        {
            foreach (var (ordinal, weight) in postings)
            {
                if (ordinal >= ordinals) continue;
                ref var state = ref slots[ordinal];
                var worth = weight * share;
                if (state == slot * 2)
                {
                    if (slot == 0) touched.Add(ordinal);
                    state = (slot * 2) + 1;
                    bests[ordinal] = worth;
                    inSlot++;
                }
                else if (state == (slot * 2) + 1) bests[ordinal] = Math.Max(bests[ordinal], worth);
            }
        }

        /// <summary>A word that few products have says more about what is wanted than one of every second.</summary>
        public void Close(int slot)
        {
            var rarity = 10 + (int)(10 * Math.Log((ordinals + 1.0) / (inSlot + 1)));
            inSlot = 0;
            foreach (var ordinal in touched)
            {
                ref var state = ref slots[ordinal];
                if (state != (slot * 2) + 1) continue;
                state = (slot * 2) + 2;
                totals[ordinal] += bests[ordinal] / 10 * rarity / 10;
            }
        }

        public List<(int Ordinal, int Score)> With(int count)
        {
            var found = new List<(int, int)>();
            if (count == 0) return found;
            foreach (var ordinal in touched)
                if (slots[ordinal] == count * 2) found.Add((ordinal, totals[ordinal]));
            return found;
        }

        public void Clear()
        {
            foreach (var ordinal in touched) (slots[ordinal], totals[ordinal]) = (0, 0);
            touched.Clear();
        }
    }
}
