using System.Net;
using System.Text;

namespace Hilo.Web.Storefront.Machines;

/// <summary>Every address that search engines should know. Made again when the shop has changed, every few minutes at most: it asks for the whole catalog.</summary>
internal sealed class Sitemap(TimeProvider clock) : IDisposable
{
    /// <summary>What one file may hold by the protocol.</summary>
    private const int MostAddresses = 50_000;
    private const int Page = 100;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);
    private readonly SemaphoreSlim turn = new(1, 1);
    private Made? last;

    public async Task<byte[]> ReadAsync(ShopNow now, string origin, HiloClient client, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            if (last is { } made && made.Origin == origin && (made.Edition == now.Edition || clock.GetElapsedTime(made.At) < Life)) return made.Xml;
            last = new Made(await MakeAsync(now, origin, client, cancel), origin, now.Edition, clock.GetTimestamp());
            return last.Xml;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private static async Task<byte[]> MakeAsync(ShopNow now, string origin, HiloClient client, CancellationToken cancel)
    {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        var left = MostAddresses;
        Add("/");
        Add("/sucursales");
        foreach (var category in now.Categories) Add($"/categoria/{Uri.EscapeDataString(category.Handle)}");
        for (string? cursor = null; left > 0;)
        {
            if ((await client.Shop.ProductsAsync(sort: "title", cursor: cursor, limit: Page, cancel: cancel)).Refused(out var problem, out var list)) throw new HiloProblemException(problem);
            foreach (var product in list.Items) Add(ShopPages.Product(product.Handle));
            if (list.Next is null) break;
            cursor = list.Next;
        }
        return Encoding.UTF8.GetBytes(xml.Append("</urlset>\n").ToString());

        void Add(string path)
        {
            if (left-- > 0) xml.Append("<url><loc>").Append(WebUtility.HtmlEncode(origin + path)).Append("</loc></url>\n");
        }
    }

    private sealed record Made(byte[] Xml, string Origin, long Edition, long At);
}
