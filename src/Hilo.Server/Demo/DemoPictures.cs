using System.Globalization;
using System.Text;

namespace Hilo.Server.Demo;

/// <summary>A demo product as the request that creates it, with addresses that the picture stand-in draws.</summary>
internal static class DemoPictures
{
    public static SaveProductRequest Request(DemoProduct product, IReadOnlyList<CategoryId> categories) => new(
        product.Title, ProductStatus.Published,
        [.. from color in product.Colors
            from size in product.Sizes
            select new SaveVariant(
                Sku: $"{product.Code}-{Short(color)}-{Short(size)}", OptionValues: [color, size], WeightGrams: product.WeightGrams, TaxCode: TaxCode.Vat21,
                Price: Money.Ars(product.Price), FormerPrice: product.FormerPrice > 0 ? Money.Ars(product.FormerPrice) : null,
                PictureUrl: Address(product, color, ""))],
        Description: product.Text, Brand: "Casa Retama", ProductType: "Indumentaria",
        Options: [new ProductOption("Color", product.Colors), new ProductOption("Talle", product.Sizes)],
        Categories: categories,
        Attributes: [new("Composición", product.Fabric), new("Calce", product.Fit), new("Cambios", "30 días en cualquier sucursal")],
        PictureUrls: [.. product.Colors.Select(color => Address(product, color, "")), Address(product, product.Colors[0], "-detalle")]);

    private static string Address(DemoProduct product, string color, string view) =>
        $"https://fotos.casaretama.example/art/{Slug(product.Title)}/{Slug(product.Art)}/{Slug(color)}{view}.png";

    private static string Short(string text)
    {
        var words = Plain(text).ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 1 ? words[0][..Math.Min(4, words[0].Length)] : string.Concat(words.Select(w => w[..Math.Min(2, w.Length)]));
    }

    private static string Slug(string text) => new([.. Plain(text).Where(c => char.IsAsciiLetterOrDigit(c) || c == ' ').Select(c => c == ' ' ? '-' : c)]);

    private static string Plain(string text) =>
        new([.. text.ToLowerInvariant().Normalize(NormalizationForm.FormD).Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)]);
}
