using System.Net;
using Hilo.Client;

namespace Hilo.Tests.Web;

public class Buying_in_the_storefront
{
    private static readonly (string, string)[] Rosario =
        [("delivery", "ship"), ("street", "Bv. Oroño"), ("number", "812"), ("city", "Rosario"), ("province", "S"), ("postalCode", "2000")];

    [Theory, EveryDatabase]
    public async Task A_guest_finds_a_jacket_and_reserves_it_for_pickup_with_cash(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var goods = await Goods.InAsync(shop);
        using var visit = new Visit(shop);

        await visit.OpenOnceItShowsAsync("/buscar?q=campera", "Campera de jean Tafí");
        await visit.OpenAsync("/producto/campera-de-jean-tafi");
        visit.Shows("Elegí talle");
        await visit.OpenOnceItShowsAsync("/producto/campera-de-jean-tafi?option.talle=M&cp=1414", "Agregar al carrito");
        visit.Shows("Palermo");
        visit.Shows("Precio sin impuestos nacionales");
        await visit.SendAsync("/carrito/agregar");
        Assert.Equal("/carrito", visit.Address.AbsolutePath);
        visit.Shows("Lo agregaste al carrito");

        await visit.OpenAsync("/comprar");
        await visit.SendAsync("/comprar/datos", ("email", "sofia@ejemplo.com.ar"), ("name", "Sofía Bentancur"), ("phone", ""));
        await visit.SendAsync("/comprar/entrega", ("delivery", goods.Palermo.Id.ToString()));
        visit.Shows("Te los guardamos hasta las");
        await visit.SendAsync("/comprar/pago", ("tender", nameof(Tender.Cash)));

        Assert.StartsWith("/pedido/", visit.Address.AbsolutePath, StringComparison.Ordinal);
        visit.Shows("Pagás $\u00A048.900 al retirar");
        await visit.OpenOnceItShowsAsync(visit.Address.AbsolutePath, "Hiciste el pedido");
        await visit.OpenAsync("/carrito");
        visit.Shows("Tu carrito está vacío");
    }

    [Theory, EveryDatabase]
    public async Task A_declined_card_costs_nothing_and_another_one_buys(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        await Goods.InAsync(shop);
        (await (await shop.StaffAsync()).Orders.SaveShippingRatesAsync(new SaveShippingRatesRequest([new("*", 30_000, Money.Ars(4_200), 2, 4)]))).Value();
        using var visit = new Visit(shop);
        await FillAsync(visit);
        await visit.SendAsync("/comprar/entrega", Rosario);

        visit.Shows("$\u00A053.100");
        await visit.SendAsync("/comprar/pago", ("tender", nameof(Tender.CardOnline)));
        visit.Shows("Te llevamos a pagar");
        await visit.GoOnAsync();
        visit.Shows("Pasarela de prueba");
        await visit.PostAsync(visit.Address.ToString(), [KeyValuePair.Create("card", "insufficient_funds")]);
        Assert.Equal("/comprar", visit.Address.AbsolutePath);
        visit.Shows("La tarjeta no tiene fondos suficientes");
        visit.Shows("No te cobramos nada");

        await visit.SendAsync("/comprar/pago", ("tender", nameof(Tender.CardOnline)));
        await visit.GoOnAsync();
        await visit.PostAsync(visit.Address.ToString(), [KeyValuePair.Create("card", "approved")]);
        Assert.StartsWith("/pedido/", visit.Address.AbsolutePath, StringComparison.Ordinal);
        visit.Shows("Total pagado");
        visit.Shows("Bv. Oroño 812, Rosario");
    }

    [Theory, EveryDatabase]
    public async Task An_address_that_nobody_carries_to_is_said_before_paying(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        await Goods.InAsync(shop);
        using var visit = new Visit(shop);
        await FillAsync(visit);

        await visit.SendAsync("/comprar/entrega", Rosario);

        visit.Shows("No enviamos ahí");
        visit.Shows("Elegí retiro en tienda o escribí otra dirección.");
        Assert.DoesNotContain("/comprar/pago", visit.Html, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task An_order_is_canceled_by_its_link_after_being_asked(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var goods = await Goods.InAsync(shop);
        using var visit = new Visit(shop);
        await FillAsync(visit);
        await visit.SendAsync("/comprar/entrega", ("delivery", goods.Palermo.Id.ToString()));
        await visit.SendAsync("/comprar/pago", ("tender", nameof(Tender.Cash)));

        visit.Shows("Liberamos tus productos y no se cobra nada.");
        await visit.SendAsync("/cancelacion");

        visit.Shows("Este pedido se canceló");
        visit.Shows("Lo cancelaste vos.");
    }

    [Theory, EveryDatabase]
    public async Task A_cart_goes_on_on_another_device_and_two_carts_become_one(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        await Goods.InAsync(shop);
        using var phone = new Visit(shop);
        using var desk = new Visit(shop);
        await phone.OpenOnceItShowsAsync("/producto/campera-de-jean-tafi?option.Talle=M", "Agregar al carrito");
        await phone.SendAsync("/carrito/agregar");
        var link = phone.Html.Split("data-copy=\"")[1].Split('"')[0];
        await desk.OpenOnceItShowsAsync("/producto/campera-de-jean-tafi?option.Talle=L", "Agregar al carrito");
        await desk.SendAsync("/carrito/agregar");

        await desk.OpenAsync(new Uri(link).AbsolutePath);
        desk.Shows("Tenés dos carritos");
        await desk.SendAsync(new Uri(link).AbsolutePath, ("how", "join"));

        Assert.Equal("/carrito", desk.Address.AbsolutePath);
        Assert.Equal(3, desk.Html.Split("class=\"line tall\"").Length);
    }

    [Theory, EveryDatabase]
    public async Task A_form_that_comes_back_keeps_what_was_typed_and_says_what_is_wrong(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        await Goods.InAsync(shop);
        using var visit = new Visit(shop);
        await visit.OpenOnceItShowsAsync("/producto/campera-de-jean-tafi?option.Talle=M", "Agregar al carrito");
        await visit.SendAsync("/carrito/agregar");
        await visit.OpenAsync("/comprar");

        await visit.SendAsync("/comprar/datos", ("email", "sofia.ejemplo"), ("name", "Sofía <b>"), ("phone", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
        visit.Shows("Revisá el correo");
        Assert.Contains("value=\"Sof&#xED;a &lt;b&gt;\"", visit.Html, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Nonsense_gets_a_page_that_says_so_and_never_an_error_of_ours(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        await Goods.InAsync(shop);
        using var visit = new Visit(shop);

        foreach (var address in new[]
        {
            "/nada", "/producto/no-existe", "/categoria/no-existe", "/carrito/abc/def", $"/carrito/{IId<CartId>.New()}/def", "/pedido/abc", "/pedido/a.b.c", "/pago/123", $"/pago/{IId<PaymentAttemptId>.New()}",
            "/buscar?cursor=zzz", "/producto/%F0%9F%A7%A5",
        })
        {
            await visit.OpenAsync(address);
            Assert.True((int)visit.Status is >= 400 and < 500, $"{address} answered {(int)visit.Status}");
        }
        foreach (var address in new[] { "/buscar?q=%FF%FE&orden=x&option.=1", "/sucursales?cp=%3Cscript%3E", "/producto/campera-de-jean-tafi?option.Talle=ZZ&cp=abc&foto=-9", "/comprar", "/ver?a=//elsewhere.example" })
        {
            await visit.OpenAsync(address);
            Assert.True(visit.Status == HttpStatusCode.OK, $"{address} answered {(int)visit.Status}");
            Assert.Equal(shop.Address.Authority, visit.Address.Authority);
        }
    }

    [Theory, EveryDatabase]
    public async Task A_form_from_elsewhere_changes_nothing(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var goods = await Goods.InAsync(shop);
        using var visit = new Visit(shop);

        await visit.PostAsync("/carrito/agregar", [KeyValuePair.Create("variant", goods.Size("M").Id.ToString())]);

        Assert.Equal(HttpStatusCode.BadRequest, visit.Status);
    }

    [Theory, EveryDatabase]
    public async Task Every_page_speaks_English_too_and_keeps_to_its_policy(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        await Goods.InAsync(shop);
        using var visit = new Visit(shop, "en");

        foreach (var address in new[] { "/", "/categoria/abrigos", "/producto/campera-de-jean-tafi", "/carrito", "/ingresar", "/sucursales", "/arrepentimiento" })
        {
            await visit.OpenAsync(address);
            Assert.Contains("<html lang=\"en\"", visit.Html, StringComparison.Ordinal);
            Assert.Contains("default-src 'self'", visit.Answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.DoesNotContain(" style=", visit.Html, StringComparison.Ordinal);
        }
    }

    private static async Task FillAsync(Visit visit)
    {
        await visit.OpenOnceItShowsAsync("/producto/campera-de-jean-tafi?option.Talle=M", "Agregar al carrito");
        await visit.SendAsync("/carrito/agregar");
        await visit.OpenAsync("/comprar");
        await visit.SendAsync("/comprar/datos", ("email", "sofia@ejemplo.com.ar"), ("name", "Sofía Bentancur"), ("phone", "11 5555-0142"));
    }
}
