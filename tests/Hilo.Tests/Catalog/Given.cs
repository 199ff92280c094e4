namespace Hilo.Tests.Catalog;

/// <summary>Things of a shop, each with a default for everything.</summary>
internal static class Given
{
    public static SaveProductRequest AJacket(string title = "Campera de jean Tafí", ProductStatus status = ProductStatus.Published, params string[] sizes) => new(
        title, status, [.. (sizes.Length == 0 ? ["S", "M"] : sizes).Select(size => new SaveVariant(OptionValues: [size], Price: Money.Ars(48_900)))],
        Options: [new ProductOption("Talle", [])]);

    public static SaveProductRequest ACap(string title = "Gorro de lana Ushuaia", decimal price = 12_600, string? sku = null, string? gtin = null) =>
        new(title, ProductStatus.Published, [new SaveVariant(Sku: sku, Gtin: gtin, Price: Money.Ars(price))]);
}
