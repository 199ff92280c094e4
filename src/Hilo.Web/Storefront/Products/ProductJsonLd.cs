using System.Text.Json.Nodes;
using Hilo.Web.Storefront.Machines;

namespace Hilo.Web.Storefront.Products;

/// <summary>The product as search engines and buying agents read it (schema.org): the prices and stock that the page shows.</summary>
internal static class ProductJsonLd
{
    private static readonly (Func<string, bool> Is, string Property)[] Varying =
    [
        (ColorNames.IsColorOption, "color"),
        (name => Fold.Same(name, "talle") || Fold.Same(name, "size"), "size"),
        (name => Fold.Same(name, "material"), "material"),
    ];

    public static string Of(VariantChoice choice, ShopShell shop)
    {
        var product = choice.Product;
        return ShopJsonLd.Text(
            product.Variants is [var only] ? Alone(product, only, shop) : Group(product, shop),
            ShopJsonLd.Trail(shop, product.Categories.Take(2), product.Title));
    }

    private static JsonObject Alone(ShopProduct product, ShopVariant variant, ShopShell shop) => About(product, shop, new JsonObject
    {
        ["@type"] = "Product",
        ["@id"] = $"{shop.Origin}{ShopPages.Product(product.Handle)}#product",
        ["sku"] = variant.Sku,
        ["offers"] = Offer(product, variant, shop),
    });

    private static JsonObject Group(ShopProduct product, ShopShell shop)
    {
        var varies = product.Options.Where(o => o.Values.Count > 1).Select(o => PropertyOf(o.Name)).OfType<string>().Distinct().ToList();
        return About(product, shop, new JsonObject
        {
            ["@type"] = "ProductGroup",
            ["@id"] = $"{shop.Origin}{ShopPages.Product(product.Handle)}#product",
            ["productGroupID"] = product.Handle,
            ["variesBy"] = varies.Count == 0 ? null : new JsonArray([.. varies.Select(v => (JsonNode?)$"https://schema.org/{v}")]),
            ["hasVariant"] = new JsonArray([.. product.Variants.Select(v => (JsonNode?)Variant(product, v, shop))]),
        });
    }

    private static JsonObject About(ShopProduct product, ShopShell shop, JsonObject thing)
    {
        thing["name"] = product.Title;
        thing["description"] = product.Description;
        thing["url"] = shop.Origin + ShopPages.Product(product.Handle);
        thing["brand"] = new JsonObject { ["@type"] = "Brand", ["name"] = product.Brand ?? shop.Name };
        thing["image"] = product.Pictures.Count == 0 ? null : new JsonArray([.. product.Pictures.Select(p => (JsonNode?)Whole(p.Url, shop))]);
        return ShopJsonLd.Bare(thing);
    }

    private static JsonObject Variant(ShopProduct product, ShopVariant variant, ShopShell shop)
    {
        var thing = new JsonObject
        {
            ["@type"] = "Product",
            ["sku"] = variant.Sku,
            ["name"] = $"{product.Title}, {string.Join(", ", variant.OptionValues)}",
            ["image"] = product.Pictures.Count == 0 ? null : Whole(product.Pictures[variant.PictureIndex is { } at && at < product.Pictures.Count ? at : 0].Url, shop),
            ["offers"] = Offer(product, variant, shop),
        };
        for (var i = 0; i < variant.OptionValues.Count; i++)
            if (PropertyOf(product.Options[i].Name) is { } property) thing[property] = variant.OptionValues[i];
        return ShopJsonLd.Bare(thing);
    }

    private static JsonObject Offer(ShopProduct product, ShopVariant variant, ShopShell shop) => ShopJsonLd.Bare(new JsonObject
    {
        ["@type"] = "Offer",
        ["url"] = shop.Origin + new VariantChoice(product, [.. variant.OptionValues]).Address,
        ["price"] = variant.Price.AmountText(),
        ["priceCurrency"] = variant.Price.Currency.Code,
        ["priceSpecification"] = variant.FormerPrice is { } former && former > variant.Price
            ? new JsonObject { ["@type"] = "UnitPriceSpecification", ["price"] = former.AmountText(), ["priceCurrency"] = former.Currency.Code, ["priceType"] = "https://schema.org/ListPrice" }
            : null,
        ["availability"] = variant.Stock switch
        {
            StockBand.None => "https://schema.org/OutOfStock",
            StockBand.LastUnits => "https://schema.org/LimitedAvailability",
            _ => "https://schema.org/InStock",
        },
        ["itemCondition"] = "https://schema.org/NewCondition",
        ["seller"] = ShopJsonLd.Refer(shop),
    });

    private static string? PropertyOf(string option) => Array.Find(Varying, v => v.Is(option)).Property;

    private static string Whole(string url, ShopShell shop) => url is ['/', ..] ? shop.Origin + url : url;
}
