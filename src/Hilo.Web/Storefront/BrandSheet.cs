using System.Security.Cryptography;
using System.Text;

namespace Hilo.Web.Storefront;

/// <summary>The retailer's colors as the four variables that the storefront's sheet leaves open, and the letter as the browser's icon.</summary>
internal static class BrandSheet
{
    public static readonly BrandColor White = new(255, 255, 255);
    private static readonly BrandColor LightPage = new(0xF5, 0xF5, 0xF2);
    private static readonly BrandColor DarkPage = new(0x19, 0x1C, 0x28);
    // Ink also stands on the soft tint of the brand, in chips and badges.
    private static readonly BrandColor DarkSoft = new(0x2A, 0x37, 0x3B);
    public static readonly BrandColor UsualBrand = new(0x1F, 0x4B, 0x3A);

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/brand.css", async (ShopMemory memory, HiloClient client, HttpContext context, CancellationToken cancel) =>
            Kept(context, SheetOf((await memory.ReadAsync(client, cancel)).Shop), "text/css; charset=utf-8"));
        pages.MapGet("/brand.svg", async (ShopMemory memory, HiloClient client, HttpContext context, CancellationToken cancel) =>
            Kept(context, IconOf((await memory.ReadAsync(client, cancel)).Shop), "image/svg+xml"));
    }

    public static string Href(ShopView shop) => $"/brand.css?v={Stamp(shop)}";

    public static string IconHref(ShopView shop) => $"/brand.svg?v={Stamp(shop)}";

    internal static string SheetOf(ShopView shop)
    {
        var (brand, text) = Of(shop);
        // The brand's text stands on the brand in both themes; brand-colored words stand on the page of each theme.
        return $".store{{--brand:{brand};--on-brand:{text};--brand-fill:light-dark({brand},{brand.LiftedFrom(DarkPage, text)});--brand-ink:light-dark({brand.ReadableOn(LightPage)},{brand.ReadableOn(DarkSoft)})}}";
    }

    internal static string IconOf(ShopView shop)
    {
        var (brand, text) = Of(shop);
        var letter = System.Net.WebUtility.HtmlEncode(shop.Name is [var first, ..] ? char.ToUpperInvariant(first).ToString() : "H");
        return $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="16" fill="{brand}"/><text x="16" y="22" text-anchor="middle" font-family="system-ui,sans-serif" font-weight="700" font-size="17" fill="{text}">{letter}</text></svg>""";
    }

    private static (BrandColor Brand, BrandColor Text) Of(ShopView shop)
    {
        var brand = BrandColor.Parse(shop.BrandColor, UsualBrand);
        return (brand, BrandColor.Parse(shop.BrandInk, White).ReadableOn(brand));
    }

    private static IResult Kept(HttpContext context, string text, string type)
    {
        context.Response.Headers.CacheControl = context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache";
        return TypedResults.Text(text, type);
    }

    private static string Stamp(ShopView shop) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shop.Name + shop.BrandColor + shop.BrandInk)).AsSpan(0, 4));
}
