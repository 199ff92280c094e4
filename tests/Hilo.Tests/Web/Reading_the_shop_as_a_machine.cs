using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Hilo.Client;

namespace Hilo.Tests.Web;

public partial class Reading_the_shop_as_a_machine
{
    private static readonly XNamespace Sitemaps = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Theory, EveryDatabase]
    public async Task The_sitemap_names_every_page_and_each_of_them_calls_itself_so(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        await Goods.InAsync(shop);
        using var visit = new Visit(shop);
        await visit.OpenOnceItShowsAsync("/categoria/abrigos", "Campera");

        await visit.OpenAsync("/sitemap.xml");
        var addresses = XDocument.Parse(visit.Html).Descendants(Sitemaps + "loc").Select(l => l.Value).ToList();
        Assert.Equal(["/", "/sucursales", "/categoria/abrigos", "/producto/campera-de-jean-tafi"], addresses.Select(a => new Uri(a).AbsolutePath));
        foreach (var address in addresses)
        {
            await visit.OpenAsync(new Uri(address).PathAndQuery);
            Assert.Equal(HttpStatusCode.OK, visit.Status);
            Assert.Contains($"<link rel=\"canonical\" href=\"{address}\"", visit.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("noindex", visit.Html, StringComparison.Ordinal);
        }
        await visit.OpenAsync("/robots.txt");
        Assert.Contains($"Sitemap: {shop.Address}sitemap.xml", visit.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_for_the_head_alone_is_answered_as_the_page_would_be()
    {
        await using var shop = await Shop.OpenAsync(Database.Sqlite);
        await Goods.InAsync(shop);
        using var http = new HttpClient { BaseAddress = shop.Address };

        foreach (var path in new[] { "/", "/producto/campera-de-jean-tafi", "/producto/no-existe", "/api/v1/shop/products", "/robots.txt" })
        {
            using var whole = await http.GetAsync(path);
            using var head = await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
            Assert.Equal((whole.StatusCode, whole.Content.Headers.ContentType), (head.StatusCode, head.Content.Headers.ContentType));
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        }
    }

    [Theory, EveryDatabase]
    public async Task A_product_says_to_machines_the_price_and_stock_that_it_shows(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        await Goods.InAsync(shop, unitsEach: 0);
        var owner = await shop.StaffAsync();
        (await owner.Catalog.CreateProductAsync(new SaveProductRequest(
            "Gorro </script><b>", ProductStatus.Published, [new SaveVariant(Sku: "GOR", TaxCode: TaxCode.Vat21, Price: Money.Ars(9_000), FormerPrice: Money.Ars(12_000))], Description: ""))).Value();
        using var visit = new Visit(shop);

        await visit.OpenOnceItShowsAsync("/producto/campera-de-jean-tafi", "$\u00A048.900");
        var group = Graph(visit)[0];
        Assert.Equal("ProductGroup", group.GetProperty("@type").GetString());
        Assert.Equal("https://schema.org/size", group.GetProperty("variesBy")[0].GetString());
        var first = group.GetProperty("hasVariant")[0];
        Assert.Equal("S", first.GetProperty("size").GetString());
        var offer = first.GetProperty("offers");
        Assert.Equal(("48900.00", "ARS", "https://schema.org/OutOfStock"), (offer.GetProperty("price").GetString(), offer.GetProperty("priceCurrency").GetString(), offer.GetProperty("availability").GetString()));
        await visit.OpenAsync(new Uri(offer.GetProperty("url").GetString()!).PathAndQuery);
        Assert.Matches("aria-current=\"true\">S<", visit.Html);

        await visit.OpenOnceItShowsAsync("/buscar", "Gorro");
        await visit.OpenAsync(Regex.Match(visit.Html, "/producto/gorro[^\"]*", RegexOptions.None, TimeSpan.FromSeconds(1)).Value);
        var hat = Graph(visit)[0];
        Assert.Equal(("Product", "Gorro </script><b>", "GOR"), (hat.GetProperty("@type").GetString(), hat.GetProperty("name").GetString(), hat.GetProperty("sku").GetString()));
        Assert.Equal("12000.00", hat.GetProperty("offers").GetProperty("priceSpecification").GetProperty("price").GetString());
        Assert.False(hat.TryGetProperty("description", out _));
        Assert.False(hat.TryGetProperty("image", out _));
    }

    [Theory, EveryDatabase]
    public async Task Every_page_for_machines_has_whole_addresses_and_nothing_empty_and_the_others_say_nothing(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        await Goods.InAsync(shop);
        using var visit = new Visit(shop);
        await visit.OpenOnceItShowsAsync("/categoria/abrigos", "Campera");

        foreach (var address in new[] { "/", "/categoria/abrigos", "/producto/campera-de-jean-tafi", "/sucursales" })
        {
            await visit.OpenAsync(address);
            foreach (var thing in Graph(visit)) NothingIsEmpty(thing, address);
        }
        foreach (var address in new[] { "/buscar?q=campera", "/categoria/abrigos?option.talle=M", "/carrito", "/ingresar", "/nada" })
        {
            await visit.OpenAsync(address);
            Assert.Contains("noindex", visit.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("ld+json", visit.Html, StringComparison.Ordinal);
        }
    }

    private static void NothingIsEmpty(JsonElement value, string where)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    NothingIsEmpty(property.Value, $"{where} {property.Name}");
                    if (property.Name is "url" or "@id" or "image" && property.Value.ValueKind == JsonValueKind.String)
                        Assert.True(Uri.TryCreate(property.Value.GetString(), UriKind.Absolute, out _), $"{where} {property.Name}");
                }
                break;
            case JsonValueKind.Array:
                Assert.NotEqual(0, value.GetArrayLength());
                foreach (var item in value.EnumerateArray()) NothingIsEmpty(item, where);
                break;
            case JsonValueKind.String: Assert.False(string.IsNullOrEmpty(value.GetString()), where); break;
            case JsonValueKind.Null: Assert.Fail($"{where} is null."); break;
        }
    }

    private static List<JsonElement> Graph(Visit visit)
    {
        using var json = JsonDocument.Parse(Script().Match(visit.Html).Groups["json"].Value);
        var root = json.RootElement.Clone();
        Assert.Equal("https://schema.org", root.GetProperty("@context").GetString());
        return root.TryGetProperty("@graph", out var graph) ? [.. graph.EnumerateArray()] : [root];
    }

    [GeneratedRegex("<script type=\"application/ld\\+json\">(?<json>.*?)</script>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 2000)]
    private static partial Regex Script();
}
