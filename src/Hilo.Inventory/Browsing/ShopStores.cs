namespace Hilo.Inventory;

internal sealed class ShopStores(ILocations locations, TimeProvider clock) : IShopStores
{
    public async Task<IReadOnlyList<ShopStore>> FindAsync(PostalCode? from, CancellationToken cancel) =>
        Stores.Of(await locations.AllAsync(cancel), from, clock.GetUtcNow());

    public GeoPoint Locate(PostalCode code) => PostalPlaces.Of(code);
}
