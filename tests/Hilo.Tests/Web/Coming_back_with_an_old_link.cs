using Hilo.Client;
using System.Net;
using System.Text.RegularExpressions;

namespace Hilo.Tests.Web;

public partial class Coming_back_with_an_old_link
{
    [Theory, EveryDatabase]
    public async Task A_code_to_the_order_s_own_mailbox_opens_it_and_the_account_shows_it(Database database)
    {
        // Cookies go by the real clock, so the story begins today.
        var clock = new TestClock(TimeProvider.System.GetUtcNow());
        await using var shop = await Shop.OpenAsync(database, clock);
        var goods = await Goods.InAsync(shop);
        var link = await BuysAsync(shop, goods, "sofia@ejemplo.com.ar");
        clock.Advance(TimeSpan.FromDays(181));

        using var later = new Visit(shop);
        await later.OpenAsync(link);
        Assert.Equal(HttpStatusCode.Gone, later.Status);
        later.Shows("Este enlace ya tiene más de 180 días");
        Assert.DoesNotContain("sofia", later.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Campera", later.Html, StringComparison.Ordinal);

        await later.SendAsync("/codigo");
        Assert.Equal("/ingresar/codigo", later.Address.AbsolutePath);
        await later.SendAsync("/ingresar/codigo", ("code", await CodeForAsync(shop, "sofia@ejemplo.com.ar")));
        Assert.Equal(link, later.Address.AbsolutePath);
        later.Shows("Campera de jean Tafí");
        var number = OrderNumber().Match(WebUtility.HtmlDecode(later.Html)).Value;
        await later.OpenAsync("/cuenta");
        later.Shows(number);
    }

    [Theory, EveryDatabase]
    public async Task Being_signed_in_as_somebody_else_opens_nothing_and_a_forged_link_is_refused_like_any_nonsense(Database database)
    {
        var clock = new TestClock(TimeProvider.System.GetUtcNow());
        await using var shop = await Shop.OpenAsync(database, clock);
        var goods = await Goods.InAsync(shop);
        var link = await BuysAsync(shop, goods, "sofia@ejemplo.com.ar");
        clock.Advance(TimeSpan.FromDays(181));

        using var other = new Visit(shop);
        await other.OpenAsync("/ingresar");
        await other.SendAsync("/ingresar", ("email", "otra@ejemplo.com.ar"));
        await other.SendAsync("/ingresar/codigo", ("code", await CodeForAsync(shop, "otra@ejemplo.com.ar")));
        await other.OpenAsync(link);
        Assert.Equal(HttpStatusCode.Gone, other.Status);
        other.Shows("Ingresaste con otro correo");
        Assert.DoesNotContain("Campera", other.Html, StringComparison.Ordinal);
        await other.OpenAsync("/cuenta");
        other.Shows("Todavía no hay pedidos");

        // The last character carries bits that are not part of the signature: the one before is changed.
        var forged = link[..^2] + (link[^2] == 'A' ? 'B' : 'A') + link[^1];
        foreach (var nonsense in new[] { forged, "/pedido/abc" })
        {
            await other.OpenAsync(nonsense);
            Assert.Equal(HttpStatusCode.NotFound, other.Status);
            var text = nonsense["/pedido/".Length..];
            Assert.Equal("order.not_found", (await shop.Guest.Account.RequestCodeAsync(new RequestSignInCodeRequest(OrderLink: text))).Problem().Code);
            Assert.Equal("order.not_found", (await shop.Guest.ShopOrders.CancelAsync(text)).Problem().Code);
        }
        Assert.Equal("order.link_expired", (await shop.Guest.ShopOrders.CancelAsync(link["/pedido/".Length..])).Problem().Code);
        Assert.Equal("customer.email_invalid", (await shop.Guest.Account.RequestCodeAsync(new RequestSignInCodeRequest("otra@ejemplo.com.ar", link["/pedido/".Length..]))).Problem().Code);
        Assert.Equal("customer.email_invalid", (await shop.Guest.Account.RequestCodeAsync(new RequestSignInCodeRequest())).Problem().Code);
    }

    private static async Task<string> BuysAsync(Shop shop, Goods goods, string email)
    {
        using var visit = new Visit(shop);
        await visit.OpenOnceItShowsAsync("/producto/campera-de-jean-tafi?option.Talle=M", "Agregar al carrito");
        await visit.SendAsync("/carrito/agregar");
        await visit.OpenAsync("/comprar");
        await visit.SendAsync("/comprar/datos", ("email", email), ("name", "Sofía Bentancur"), ("phone", ""));
        await visit.SendAsync("/comprar/entrega", ("delivery", goods.Palermo.Id.ToString()));
        await visit.SendAsync("/comprar/pago", ("tender", nameof(Tender.Cash)));
        Assert.StartsWith("/pedido/", visit.Address.AbsolutePath, StringComparison.Ordinal);
        return visit.Address.AbsolutePath;
    }

    private static async Task<string> CodeForAsync(Shop shop, string email)
    {
        var mail = await shop.Mail.WaitForAsync(m => m.To.Contains(email) && SixDigits().IsMatch(m.Text ?? ""), TimeSpan.FromSeconds(60));
        return SixDigits().Match(mail.Text!).Value;
    }

    [GeneratedRegex(@"(?<!\d)\d{6}(?!\d)", RegexOptions.None, 1000)]
    private static partial Regex SixDigits();

    [GeneratedRegex(@"R-\d+", RegexOptions.None, 1000)]
    private static partial Regex OrderNumber();
}
