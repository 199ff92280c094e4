namespace Hilo.Inventory;

/// <summary>Answers what may be promised, from the database and without locks: a claim decides again.</summary>
/// <remarks>An expired hold that no sweep has taken yet still counts as held: at worst a unit is shown a few seconds late, never sold twice.</remarks>
internal sealed class ShowAvailability(IStockRows rows) : IAvailability, IShowAvailability
{
    public async Task<IReadOnlyList<StockAvailable>> FindAsync(
        IReadOnlyCollection<VariantId> variants, SalesChannelId salesChannel, ClaimPurpose purpose, CartId? cart, CancellationToken cancel)
    {
        if (variants.Count == 0) return [];
        var levels = await rows.ReadAsync([.. variants.Distinct()], cancel);
        List<Hold> own = cart is { } id ? await rows.HoldsAsync([id], cancel) : [];
        var limits = await rows.LimitsAsync([.. levels.Where(l => l.IsRuled).Select(l => l.Key)], cancel);
        List<StockAvailable> found = new(levels.Count);
        foreach (var level in levels)
        {
            var available = limits.Available(level.Key, level.Counts.Free, level.Safety, salesChannel, purpose, OwnHolds.At(level.Key, own, salesChannel, purpose));
            if (available.IsPositive) found.Add(new StockAvailable(level.Key.Variant, level.Key.Location, available));
        }
        return found;
    }

    public async Task<IReadOnlyDictionary<VariantId, Quantity>> AvailableAsync(IReadOnlyCollection<VariantId>? variants, CancellationToken cancel) =>
        await rows.FreeAsync(variants, cancel);
}
