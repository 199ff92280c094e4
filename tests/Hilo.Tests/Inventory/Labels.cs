namespace Hilo.Tests.Inventory;

/// <summary>A catalog of labels alone: whatever code is asked for was given to a variant by the test.</summary>
internal sealed class Labels : ISellables
{
    private readonly Dictionary<string, VariantId> codes = new(StringComparer.Ordinal);

    public VariantId this[string code]
    {
        get => codes[code];
        set => codes[code] = value;
    }

    public Task<IReadOnlyDictionary<VariantId, Sellable>> FindAsync(IReadOnlyCollection<VariantId> variants, SalesChannelId salesChannel, CancellationToken cancel) =>
        throw new NotSupportedException("Stock never asks for prices.");

    public Task<IReadOnlyDictionary<string, VariantId>> FindCodesAsync(IReadOnlyCollection<string> wanted, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<string, VariantId>>(codes.Where(c => wanted.Contains(c.Key)).ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal));

    public Task<IReadOnlyList<VariantId>> SearchAsync(string words, VariantId? from, int limit, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<VariantId>>([.. codes.Where(c => c.Key.Contains(words, StringComparison.OrdinalIgnoreCase) && (from is null || c.Value.Value.CompareTo(from.Value.Value) >= 0)).Select(c => c.Value).OrderBy(v => v.Value).Take(limit)]);

    public Task<IReadOnlyDictionary<VariantId, VariantName>> NameAsync(IReadOnlyCollection<VariantId> variants, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<VariantId, VariantName>>(
            codes.Where(c => variants.Contains(c.Value)).ToDictionary(c => c.Value, c => new VariantName(c.Value, c.Key, c.Key, "", c.Key, null)));
}
