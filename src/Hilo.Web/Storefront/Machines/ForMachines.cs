namespace Hilo.Web.Storefront.Machines;

/// <summary>What search engines read first.</summary>
internal static class ForMachines
{
    // Pages of one person, and the endless combinations of filters.
    private static readonly string[] NotForThem =
        ["/api/", "/carrito", "/comprar", "/cuenta", "/ingresar", "/pago/", "/pedido/", "/ver", "/oficina", "/piso", "/entrar", "/setup/", "/buscar", "/*?*option.", "/*?*cursor="];

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/robots.txt", Robots);
        pages.MapGet("/sitemap.xml", SitemapAsync);
    }

    private static IResult Robots(HttpContext context, ShopOrigin origin)
    {
        context.Response.Headers.CacheControl = "public, max-age=3600";
        return TypedResults.Text($"User-agent: *\n{string.Concat(NotForThem.Select(path => $"Disallow: {path}\n"))}\nSitemap: {origin.Of(context)}/sitemap.xml\n", "text/plain; charset=utf-8");
    }

    private static async Task<IResult> SitemapAsync(HttpContext context, ShopOrigin origin, ShopMemory memory, Sitemap sitemap, HiloClient client, CancellationToken cancel)
    {
        context.Response.Headers.CacheControl = "public, max-age=300";
        return TypedResults.Bytes(await sitemap.ReadAsync(await memory.ReadAsync(client, cancel), origin.Of(context), client, cancel), "application/xml; charset=utf-8");
    }
}
