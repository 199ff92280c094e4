namespace Hilo.Inventory;

/// <summary>Answers what may be promised, from the database and without locks: a claim decides again.</summary>
/// <remarks>An expired hold that no sweep has taken yet still counts as held: at worst a unit is shown a few seconds late, never sold twice.</remarks>
internal sealed class ShowAvailability(IStockRows rows) : IAvailability, IShowAvailability
{
    public async Task<IReadOnlyList<IReadOnlyList<StockAvailable>>> FindAsync(IReadOnlyList<AvailabilityQuestion> questions, CancellationToken cancel)
    {
        VariantId[] variants = [.. questions.SelectMany(q => q.Variants).Distinct()];
        if (variants.Length == 0) return [.. questions.Select(_ => Array.Empty<StockAvailable>())];
        CartId[] carts = [.. questions.Select(q => q.Cart).OfType<CartId>().Distinct()];
        var levels = (await rows.ReadAsync(variants, cancel)).ToLookup(l => l.Key.Variant);
        var holds = (carts.Length == 0 ? [] : await rows.HoldsAsync(carts, cancel)).ToLookup(h => h.CartId);
        var limits = await rows.LimitsAsync([.. levels.SelectMany(l => l).Where(l => l.IsRuled).Select(l => l.Key)], cancel);
        return [.. questions.Select(Answer)];

        List<StockAvailable> Answer(AvailabilityQuestion question)
        {
            Hold[] own = question.Cart is { } cart ? [.. holds[cart]] : [];
            List<StockAvailable> found = [];
            foreach (var level in question.Variants.Distinct().SelectMany(v => levels[v]))
            {
                var available = limits.Available(
                    level.Key, level.Counts.Free, level.Safety, question.SalesChannelId, question.Purpose, OwnHolds.At(level.Key, own, question.SalesChannelId, question.Purpose));
                if (available.IsPositive) found.Add(new StockAvailable(level.Key.Variant, level.Key.Location, available));
            }
            return found;
        }
    }

    public async Task<IReadOnlyDictionary<VariantId, Quantity>> AvailableAsync(IReadOnlyCollection<VariantId>? variants, CancellationToken cancel) =>
        await rows.FreeAsync(variants, cancel);
}
