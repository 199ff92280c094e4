using System.Net;
using Hilo.Client;

namespace Hilo.Tests.Web;

public class Working_in_the_office
{
    [Theory, EveryDatabase]
    public async Task Every_entry_of_the_rail_opens_and_asks_a_stranger_to_sign_in_first(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        await Goods.InAsync(shop);
        using var stranger = new Visit(shop);
        using var owner = await InTheOfficeAsync(shop, StaffRole.Owner);

        foreach (var address in new[] { "pedidos", "clientes", "productos", "productos/importar", "stock", "reintegros", "correos" })
        {
            await owner.OpenAsync($"/oficina/{address}");
            Assert.Equal((HttpStatusCode.OK, $"/oficina/{address}"), (owner.Status, owner.Address.AbsolutePath));
            await stranger.OpenAsync($"/oficina/{address}");
            Assert.Equal("/entrar", stranger.Address.AbsolutePath);
        }
    }

    [Theory, EveryDatabase]
    public async Task A_price_is_changed_and_nobody_overwrites_what_they_did_not_see(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var goods = await Goods.InAsync(shop);
        using var lucia = await InTheOfficeAsync(shop, StaffRole.Owner);
        using var nadia = await InTheOfficeAsync(shop, StaffRole.Office);
        var page = $"/oficina/productos/{goods.Jacket.Id}";
        await lucia.OpenAsync(page);
        await nadia.OpenAsync(page);

        await lucia.SendAsync(page, Typed(goods, "Campera Tafí", "45.900"));
        lucia.Shows("Los cambios se guardaron");
        await nadia.SendAsync(page, Typed(goods, "Campera vieja", "45.900,00"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, nadia.Status);
        nadia.Shows("Otra persona cambió este producto recién");
        nadia.Shows("Guardado ahora: Campera Tafí");
        Assert.DoesNotContain("Guardado ahora: 45", nadia.Html, StringComparison.Ordinal);

        await nadia.SendAsync(page, Typed(goods, "Campera vieja", "48,900"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nadia.Status);
        nadia.Shows("de dos maneras");
        await nadia.SendAsync(page, Typed(goods, "Campera vieja", "47.900"));
        nadia.Shows("Los cambios se guardaron");
        var saved = (await (await shop.StaffAsync()).Catalog.ProductAsync(goods.Jacket.Id)).Value();
        Assert.Equal("Campera vieja", saved.Title);
        Assert.All(saved.Variants, v => Assert.Equal(Money.Ars(47_900), v.Prices.Single(p => p.To is null).Price));
        Assert.Equal(goods.Jacket.Categories, saved.Categories);
    }

    [Theory, EveryDatabase]
    public async Task A_count_is_corrected_with_its_reason_and_the_history_says_so(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var goods = await Goods.InAsync(shop);
        using var owner = await InTheOfficeAsync(shop, StaffRole.Owner);
        var page = $"/oficina/stock/{goods.Size("M").Id}";

        await owner.OpenAsync(page);
        await owner.SendAsync("/ajustes", ("what", "take"), ("quantity", "2"), ("reason", "Rotura en depósito"));
        owner.Shows("quedó con 8 en mano");
        owner.Shows("Rotura en depósito");
        await owner.SendAsync("/ajustes", ("what", "set"), ("quantity", "1.500"), ("reason", "Conteo"));
        owner.Shows("No se cambió nada");
        await owner.SendAsync("/ajustes", ("what", "take"), ("quantity", "99"), ("reason", "Conteo"));
        Assert.DoesNotContain(">-99", owner.Html, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Canceling_a_paid_order_leaves_money_to_give_back_until_somebody_did(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var goods = await Goods.InAsync(shop);
        var staff = await shop.StaffAsync();
        var order = (await staff.Orders.PlaceAsync(new PlaceOrderRequest(
            goods.Phone.Id, [new PlaceOrderLine(Quantity.One, goods.Size("M").Id)], new CartDelivery(DeliveryKind.Pickup, goods.Palermo.Id),
            new CartContact("sofia@ejemplo.com.ar", "Sofía Bentancur", null), new PlaceOrderPayment(Tender.BankTransfer, Received: true)))).Value();
        using var owner = await InTheOfficeAsync(shop, StaffRole.Owner);

        await owner.OpenAsync($"/oficina/pedidos?q={order.Number}");
        Assert.Equal($"/oficina/pedidos/{order.Number}", owner.Address.AbsolutePath);
        await owner.SendAsync("/cancelacion", ("reason", "Se arrepintió"));
        owner.Shows("Lo canceló el equipo");
        await owner.OpenAsync("/oficina/reintegros");
        owner.Shows(order.Number);
        await owner.SendAsync("/devolucion", ("tender", "bank_transfer"), ("reference", "A-1"));
        owner.Shows("El reintegro quedó registrado");
        owner.Shows("No hay reintegros en esta vista");
        await owner.OpenAsync("/oficina/reintegros?vista=settled");
        owner.Shows("Transferencia, acreditado");

        await owner.OpenAsync($"/oficina/clientes/{order.CustomerId}");
        owner.Shows("Sofía Bentancur");
        owner.Shows($"Hizo el pedido {order.Number}");
    }

    [Theory, EveryDatabase]
    public async Task The_html_of_a_mail_opens_in_a_sandbox_of_its_own(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var goods = await Goods.InAsync(shop);
        var staff = await shop.StaffAsync();
        await staff.Orders.PlaceAsync(new PlaceOrderRequest(
            goods.Phone.Id, [new PlaceOrderLine(Quantity.One, goods.Size("M").Id)], new CartDelivery(DeliveryKind.Pickup, goods.Palermo.Id),
            new CartContact("sofia@ejemplo.com.ar", "Sofía Bentancur", null), new PlaceOrderPayment(Tender.BankTransfer, Received: true)));
        using var owner = await InTheOfficeAsync(shop, StaffRole.Owner);

        await owner.OpenOnceItShowsAsync("/oficina/correos", "sofia@ejemplo.com.ar");
        var mail = (await staff.Mails.ListAsync()).Value().Items[0];
        await owner.OpenAsync($"/oficina/correos/{mail.Id}");
        owner.Shows(mail.Subject);
        await owner.OpenAsync($"/oficina/correos/{mail.Id}/html");

        Assert.StartsWith("sandbox;", owner.Answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task An_invited_person_chooses_a_password_once_and_is_in(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        await Goods.InAsync(shop);
        var added = (await (await shop.StaffAsync()).Staff.AddAsync(new AddStaffRequest("nadia@tienda.example", "Nadia", StaffRole.Office))).Value();
        using var nadia = new Visit(shop);
        using var late = new Visit(shop);

        await nadia.OpenAsync(added.PasswordPath!);
        await nadia.SendAsync(added.PasswordPath!, ("password", "corta"));
        nadia.Shows("10 caracteres");
        await nadia.SendAsync(added.PasswordPath!, ("password", "una clave larga"));
        Assert.Equal("/oficina/pedidos", nadia.Address.AbsolutePath);

        await late.OpenAsync(added.PasswordPath!);
        await late.SendAsync(added.PasswordPath!, ("password", "otra clave larga"));
        Assert.Equal(added.PasswordPath, late.Address.AbsolutePath);
        Assert.False(late.Answer.IsSuccessStatusCode);
    }

    private static async Task<Visit> InTheOfficeAsync(Shop shop, StaffRole role)
    {
        var visit = new Visit(shop);
        await visit.OpenAsync((await shop.SignInLinkAsync(role, "/oficina")).ToString());
        return visit;
    }

    private static (string, string)[] Typed(Goods goods, string title, string price) =>
        [("title", title), ("description", "Denim de algodón."), ("brand", ""), ("status", "published"), .. goods.Jacket.Variants.Select(v => ($"price-{v.Id}", price))];
}
