namespace Hilo.Sandbox.Art;

public enum Garment
{
    TShirt, Shirt, Jacket, Hoodie, Jeans, Trousers, Dress, Skirt, Beanie, Scarf, Sneaker, Boot, Belt, Bag, Socks, Sweater,
    LongSleeve, Sweatshirt, Turtleneck, Puffer, Parka, DenimSkirt,
}

/// <summary>What is woven or printed into the cloth; a garment that cannot wear a pattern is plain.</summary>
public enum Pattern { Plain, Stripes, Plaid, Band, Print }

public static class Garments
{
    private static readonly Dictionary<string, Garment> Named = new(ShopWords.Comparer)
    {
        ["remera"] = Garment.TShirt,
        ["camisa"] = Garment.Shirt,
        ["campera"] = Garment.Jacket,
        ["buzo"] = Garment.Hoodie,
        ["jean"] = Garment.Jeans,
        ["pantalón"] = Garment.Trousers,
        ["vestido"] = Garment.Dress,
        ["pollera"] = Garment.Skirt,
        ["gorro"] = Garment.Beanie,
        ["bufanda"] = Garment.Scarf,
        ["zapatilla"] = Garment.Sneaker,
        ["bota"] = Garment.Boot,
        ["remera manga larga"] = Garment.LongSleeve,
        ["buzo sin capucha"] = Garment.Sweatshirt,
        ["sweater cuello alto"] = Garment.Turtleneck,
        ["campera inflable"] = Garment.Puffer,
        ["parka"] = Garment.Parka,
        ["pollera de jean"] = Garment.DenimSkirt,
        ["cinturón"] = Garment.Belt,
        ["bolso"] = Garment.Bag,
        ["medias"] = Garment.Socks,
        ["sweater"] = Garment.Sweater,
    };

    /// <summary>The words of the shop, such as <c>remera</c>.</summary>
    public static IReadOnlyCollection<string> Names => Named.Keys;

    /// <param name="name">Case and accents do not count.</param>
    /// <param name="garment">What the word means.</param>
    public static bool TryParse(string name, out Garment garment) => Named.TryGetValue(name, out garment);

    /// <summary>The most telling name inside a title such as <c>Campera inflable Uriburu</c>.</summary>
    public static bool TryFind(string title, out Garment garment)
    {
        var name = Named.Keys.Where(name => ShopWords.Contains(title, name)).MaxBy(name => name.Length);
        return Named.TryGetValue(name ?? "", out garment);
    }
}
