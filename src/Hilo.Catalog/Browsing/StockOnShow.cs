namespace Hilo.Catalog;

/// <summary>What Inventory says may be promised. Without an inventory nothing is there to sell.</summary>
internal sealed class StockOnShow(IEnumerable<IShowAvailability> inventories)
{
    private static readonly IReadOnlyDictionary<VariantId, Quantity> Nothing = new Dictionary<VariantId, Quantity>();

    /// <param name="variants">All when null.</param>
    public Task<IReadOnlyDictionary<VariantId, Quantity>> OfAsync(IReadOnlyCollection<VariantId>? variants, CancellationToken cancel) =>
        inventories.FirstOrDefault() is { } inventory ? inventory.AvailableAsync(variants, cancel) : Task.FromResult(Nothing);
}
