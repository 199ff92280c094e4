namespace Hilo.Catalog;

/// <summary>Numbers for facet values, so that counting is adding to an array. Only grows; one writer, any number of readers.</summary>
internal sealed class FacetBook
{
    /// <summary>The facet of categories; the others are options, named by their folded name.</summary>
    public const string Category = "category";

    /// <summary>What can be bought now.</summary>
    public const string Available = " available";

    private readonly Dictionary<(string Facet, string Value), int> numbers = [];
    private readonly Lock gate = new();
    private FacetEntry[] entries = new FacetEntry[64];
    private int count;

    /// <summary>At least all that were numbered before a snapshot was published.</summary>
    public ReadOnlySpan<FacetEntry> Entries
    {
        get
        {
            var known = Volatile.Read(ref count);
            return Volatile.Read(ref entries).AsSpan(0, known);
        }
    }

    public int NumberOf(string facet, string label, string value)
    {
        var key = (facet, Fold.Of(value));
        lock (gate)
        {
            if (numbers.TryGetValue(key, out var number)) return number;
            if (count == entries.Length)
            {
                var more = new FacetEntry[count * 2];
                entries.CopyTo(more, 0);
                Volatile.Write(ref entries, more);
            }
            number = count;
            numbers.Add(key, number);
            entries[number] = new FacetEntry(facet, label, value);
            Volatile.Write(ref count, number + 1);
            return number;
        }
    }

    public int? Find(string facet, string value)
    {
        lock (gate) return numbers.TryGetValue((facet, Fold.Of(value)), out var number) ? number : null;
    }
}

internal sealed record FacetEntry(string Facet, string Label, string Value)
{
    /// <summary>Where it stands among the values of its option. Known once: a search shows dozens of values.</summary>
    public (int Kind, decimal Number, string Word) Place { get; } = FacetView.PlaceOf(Value);
}
