namespace Hilo.Catalog;

/// <summary>Numbers for facet values, so that counting is adding to an array. Only grows; one writer, any number of readers.</summary>
internal sealed class FacetBook
{
    /// <summary>The facet of categories; the others are options, named by their folded name.</summary>
    public const string Category = "category";

    private readonly Dictionary<(string Facet, string Value), int> numbers = [];
    private readonly Lock gate = new();
    private FacetEntry[] entries = [];

    /// <summary>At least all that were numbered before a snapshot was published.</summary>
    public ReadOnlySpan<FacetEntry> Entries => Volatile.Read(ref entries);

    public int NumberOf(string facet, string label, string value)
    {
        lock (gate)
        {
            if (numbers.TryGetValue((facet, Fold.Of(value)), out var number)) return number;
            number = entries.Length;
            numbers.Add((facet, Fold.Of(value)), number);
            Volatile.Write(ref entries, [.. entries, new FacetEntry(facet, label, value)]);
            return number;
        }
    }

    public int? Find(string facet, string value)
    {
        lock (gate) return numbers.TryGetValue((facet, Fold.Of(value)), out var number) ? number : null;
    }
}

internal sealed record FacetEntry(string Facet, string Label, string Value);
