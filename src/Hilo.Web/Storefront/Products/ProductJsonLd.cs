using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hilo.Web.Storefront.Products;

/// <summary>The product as search engines and buying agents read it (schema.org).</summary>
internal static class ProductJsonLd
{
    // The default encoder escapes the angle brackets, so a title cannot end the script element.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Default };

    public static string Of(VariantChoice choice, string shop, string origin)
    {
        var product = choice.Product;
        var address = origin + ShopPages.Product(product.Handle);
        JsonArray pictures = [.. product.Pictures.Select(p => (JsonNode?)Whole(p.Url, origin))];
        JsonArray variants = [.. product.Variants.Select(v => (JsonNode?)new JsonObject
        {
            ["@type"] = "Product",
            ["sku"] = v.Sku,
            ["name"] = v.OptionValues.Count == 0 ? product.Title : $"{product.Title}, {string.Join(", ", v.OptionValues)}",
            ["image"] = product.Pictures.Count == 0 ? null : Whole(product.Pictures[v.PictureIndex is { } at && at < product.Pictures.Count ? at : 0].Url, origin),
            ["offers"] = new JsonObject
            {
                ["@type"] = "Offer",
                ["price"] = v.Price.AmountText(),
                ["priceCurrency"] = v.Price.Currency.Code,
                ["availability"] = v.Stock == StockBand.None ? "https://schema.org/OutOfStock" : v.Stock == StockBand.LastUnits ? "https://schema.org/LimitedAvailability" : "https://schema.org/InStock",
                ["itemCondition"] = "https://schema.org/NewCondition",
                ["url"] = origin + Address(product, v),
                ["seller"] = new JsonObject { ["@type"] = "Organization", ["name"] = shop },
            },
        })];
        var root = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "ProductGroup",
            ["productGroupID"] = product.Handle,
            ["name"] = product.Title,
            ["description"] = product.Description,
            ["url"] = address,
            ["brand"] = new JsonObject { ["@type"] = "Brand", ["name"] = product.Brand ?? shop },
            ["image"] = pictures,
            ["hasVariant"] = variants,
        };
        return root.ToJsonString(Options);
    }

    private static string Whole(string url, string origin) => url is ['/', ..] ? origin + url : url;

    private static string Address(ShopProduct product, ShopVariant variant) => new VariantChoice(product, [.. variant.OptionValues]).Address;
}
