using System.Net;
using Hilo.Client;
using Hilo.Web.Storefront.Kept;

namespace Hilo.Tests.Web;

public class Keeping_pages_for_guests
{
    private const string Jacket = "/producto/campera-de-jean-tafi?option.Talle=M";

    [Theory, EveryDatabase]
    public async Task What_one_visitor_carries_is_never_shown_to_another(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        await Goods.InAsync(shop);
        using var guest = new Visit(shop);
        using var buyer = new Visit(shop);
        await guest.OpenOnceItShowsAsync(Jacket, "Agregar al carrito");
        await buyer.OpenAsync(Jacket);

        await buyer.SendAsync("/carrito/agregar");
        foreach (var address in new[] { "/", "/buscar", "/categoria/abrigos", Jacket, "/sucursales" })
        {
            await buyer.OpenAsync(address);
            buyer.Shows("Carrito, 1 producto");
            await guest.OpenAsync(address);
            guest.Shows("Carrito, vacío");
            await buyer.OpenAsync(address);
            buyer.Shows("Carrito, 1 producto");
        }
    }

    [Theory, EveryDatabase]
    public async Task Every_visitor_gets_a_form_of_their_own(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        await Goods.InAsync(shop);
        using var one = new Visit(shop);
        using var other = new Visit(shop);
        await one.OpenOnceItShowsAsync(Jacket, "Agregar al carrito");
        await other.OpenAsync(Jacket);

        Assert.NotEqual(ValueOf(one, "_key"), ValueOf(other, "_key"));
        Assert.NotEqual(ValueOf(one, "__RequestVerificationToken"), ValueOf(other, "__RequestVerificationToken"));
        await one.SendAsync("/carrito/agregar");
        await other.SendAsync("/carrito/agregar");
        one.Shows("Lo agregaste al carrito");
        other.Shows("Lo agregaste al carrito");
    }

    [Theory, EveryDatabase]
    public async Task A_price_a_name_and_the_last_units_reach_kept_pages(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var goods = await Goods.InAsync(shop, unitsEach: 1);
        using var guest = new Visit(shop);
        await guest.OpenOnceItShowsAsync(Jacket, "Agregar al carrito");
        await guest.OpenOnceItShowsAsync("/categoria/abrigos", "Últimas unidades");
        guest.Shows("$\u00A048.900");

        var owner = await shop.StaffAsync();
        (await owner.Stock.SetStockAsync(new BulkStockRequest([.. goods.Jacket.Variants.Select(v => new BulkStockLine(v.Sku, goods.Palermo.Code, Quantity.Units(50)))], "Ingreso"))).Value();
        await guest.OpenOnceItDoesNotShowAsync("/categoria/abrigos", "Últimas unidades");

        var list = (await owner.Catalog.PriceListsAsync()).Value().Single(l => l.IsDefault);
        Assert.Null(await owner.Catalog.SetPricesAsync(list.Id, new SetPricesRequest([new SetPrice(goods.Size("M").Id, Money.Ars(39_900))])));
        await guest.OpenOnceItShowsAsync("/categoria/abrigos", "$\u00A039.900");
        await guest.OpenOnceItShowsAsync(Jacket, "$\u00A039.900");
        await guest.OpenOnceItShowsAsync("/", "$\u00A039.900");
    }

    [Fact]
    public async Task A_page_that_a_browser_has_already_is_not_sent_again()
    {
        await using var shop = await Shop.OpenAsync(Database.Sqlite);
        await Goods.InAsync(shop);
        using var guest = new Visit(shop);
        await guest.OpenOnceItShowsAsync("/categoria/abrigos", "Campera");
        await guest.OpenAsync("/categoria/abrigos");
        var tag = guest.Answer.Headers.ETag!;
        Assert.Contains("Cookie", guest.Answer.Headers.Vary);

        using var http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.Brotli });
        using var again = new HttpRequestMessage(HttpMethod.Get, new Uri(shop.Address, "/categoria/abrigos")) { Headers = { { "Accept-Language", "es-AR" } } };
        again.Headers.IfNoneMatch.Add(tag);
        using var answer = await http.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
        using var packed = await http.GetAsync(new Uri(shop.Address, "/categoria/abrigos"));
        Assert.Contains("Campera de jean", await packed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_never_take_more_room_than_they_may()
    {
        using var pages = new KeptPages(TimeProvider.System, mostBytes: 100_000);
        for (var i = 0; i < 500; i++)
            await pages.MakeAsync(Key(i), 1, () => Task.FromResult((new KeptPage(new byte[1_000], 200), (TimeSpan?)TimeSpan.FromMinutes(1))), CancellationToken.None);

        Assert.InRange(Enumerable.Range(0, 500).Count(i => pages.TryFind(Key(i), 1, out _)), 1, 100);
        Assert.False(Enumerable.Range(0, 500).Any(i => pages.TryFind(Key(i), 2, out _)), "An earlier edition was shown.");
    }

    [Fact]
    public async Task Of_many_that_come_at_once_one_makes_the_page_and_a_failure_is_theirs_alone()
    {
        using var pages = new KeptPages(TimeProvider.System);
        var (made, begin) = (0, new TaskCompletionSource());
        async Task<(KeptPage, TimeSpan?)> Make()
        {
            Interlocked.Increment(ref made);
            await begin.Task;
            return (new KeptPage("<html>"u8, 200), TimeSpan.FromMinutes(1));
        }
        var visits = Enumerable.Range(0, 20).Select(_ => pages.MakeAsync(Key(1), 1, Make, CancellationToken.None)).ToList();
        begin.SetResult();
        Assert.Single((await Task.WhenAll(visits)).Distinct());
        Assert.Equal(1, made);

        var gate = new TaskCompletionSource();
        var failing = pages.MakeAsync(Key(2), 1, async () => { await gate.Task; throw new InvalidOperationException("torn"); }, CancellationToken.None);
        var waiting = pages.MakeAsync(Key(2), 1, Make, CancellationToken.None);
        gate.SetResult();
        await Assert.ThrowsAsync<InvalidOperationException>(() => failing);
        Assert.Null(await waiting);
    }

    private static KeptKey Key(int number) => new($"/{number}", "http://tienda.example", System.Globalization.CultureInfo.InvariantCulture, null);

    private static string ValueOf(Visit visit, string field) => visit.Html.Split($"name=\"{field}\" value=\"")[1].Split('"')[0];
}
