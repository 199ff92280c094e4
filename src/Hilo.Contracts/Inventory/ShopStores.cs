namespace Hilo;

/// <summary>Stores as shoppers see them, and roughly where a postal code is.</summary>
public interface IShopStores
{
    /// <summary>Active stores, nearest first where it is known from where.</summary>
    Task<IReadOnlyList<ShopStore>> FindAsync(PostalCode? from, CancellationToken cancel);

    /// <summary>Good enough to put the nearer place first, not to draw a map.</summary>
    GeoPoint Locate(PostalCode code);
}
