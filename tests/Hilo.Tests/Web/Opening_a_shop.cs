using System.Net;
using Hilo.Web.Design;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Hilo.Tests.Web;

public class Opening_a_shop
{
    private static readonly string[] Addresses =
    [
        "/", "/buscar?q=campera", "/categoria/abrigos", "/producto/campera-de-jean-tafi", "/carrito", "/comprar", "/pedido/abc", "/pago/123", "/ingresar", "/ingresar/codigo", "/cuenta",
        "/sucursales", "/arrepentimiento", "/privacidad", "/terminos", "/robots.txt", "/sitemap.xml", "/brand.css", "/brand.svg", "/nada",
    ];

    [Theory, EveryDatabase]
    public async Task Until_a_sales_channel_is_open_every_page_says_so_and_leads_the_owner_on(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        using var visit = new Visit(shop);

        foreach (var address in Addresses)
        {
            await visit.OpenAsync(address);
            Assert.True(visit.Status == HttpStatusCode.ServiceUnavailable, $"{address} answered {(int)visit.Status}");
            Assert.True(visit.Answer.Headers.CacheControl!.NoStore, address);
            visit.Shows("Esta tienda todavía no abrió");
        }
        await visit.OpenAsync("/");
        Assert.Contains("href=\"/oficina\"", visit.Html, StringComparison.Ordinal);
        using var english = new Visit(shop, "en");
        await english.OpenAsync("/");
        english.Shows("This shop is not open yet");

        await Goods.InAsync(shop);
        await visit.OpenAsync("/");
        Assert.Equal(HttpStatusCode.OK, visit.Status);
    }

    [Theory]
    [InlineData("http://tienda.local/", "true", true)]
    [InlineData("http://192.168.0.10:8080/", "true", true)]
    [InlineData("http://127.0.0.1.tienda.example/", "true", true)]
    [InlineData("http://tienda.local/", "false", false)]
    [InlineData("https://tienda.local/", "true", false)]
    [InlineData("http://127.0.0.1:8080/", "true", false)]
    [InlineData("http://localhost/", "true", false)]
    [InlineData("http://[::1]:8080/", "true", false)]
    public void Plain_HTTP_is_a_matter_of_being_allowed_and_of_the_address_that_the_visitor_sees(string address, string isAllowed, bool isSaid)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Security:AllowHttp", isAllowed)]).Build();
        var (http, uri) = (new DefaultHttpContext(), new Uri(address));
        (http.Request.Scheme, http.Request.Host) = (uri.Scheme, HostString.FromUriComponent(uri));

        Assert.Equal(isSaid, PlainHttp.IsInUse(http, configuration));
    }

    [Fact]
    public async Task Plain_HTTP_beyond_this_machine_is_said_on_every_page()
    {
        await using var shop = await Shop.OpenAsync(Database.Sqlite);
        await Goods.InAsync(shop);
        using var http = new HttpClient();

        foreach (var address in new[] { "/", "/buscar", "/carrito", "/ingresar", "/nada", "/entrar", "/setup/abc" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(shop.Address, address)) { Headers = { Host = "tienda.local" } };
            using var answer = await http.SendAsync(request);
            Assert.Contains("Esta conexión no está cifrada", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }
    }
}
