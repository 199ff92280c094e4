namespace Hilo.Sandbox.Art;

public enum Garment { TShirt, Shirt, Jacket, Hoodie, Jeans, Trousers, Dress, Skirt, Beanie, Scarf, Sneaker, Boot, Belt, Bag, Socks, Sweater }

/// <summary>What is woven or printed into the cloth; a garment that cannot wear a pattern is plain.</summary>
public enum Pattern { Plain, Stripes, Plaid, Band, Print }

public static class Garments
{
    private static readonly Dictionary<string, Garment> Named = new(StringComparer.OrdinalIgnoreCase)
    {
        ["remera"] = Garment.TShirt, ["camisa"] = Garment.Shirt, ["campera"] = Garment.Jacket, ["buzo"] = Garment.Hoodie,
        ["jean"] = Garment.Jeans, ["pantalón"] = Garment.Trousers, ["vestido"] = Garment.Dress, ["pollera"] = Garment.Skirt,
        ["gorro"] = Garment.Beanie, ["bufanda"] = Garment.Scarf, ["zapatilla"] = Garment.Sneaker, ["bota"] = Garment.Boot,
        ["cinturón"] = Garment.Belt, ["bolso"] = Garment.Bag, ["medias"] = Garment.Socks, ["sweater"] = Garment.Sweater,
    };

    /// <summary>The words of the shop, such as <c>remera</c>.</summary>
    public static IReadOnlyCollection<string> Names => Named.Keys;

    public static bool TryParse(string name, out Garment garment) => Named.TryGetValue(name, out garment);
}
