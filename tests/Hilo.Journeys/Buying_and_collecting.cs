using System.Text.RegularExpressions;
using Hilo.Client;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Hilo.Journeys;

/// <summary>One sale from the search field to the hand-over, in a phone's browser, the store's and the shopper's.</summary>
public class Buying_and_collecting
{
    [Theory, InABrowser]
    public async Task A_shopper_finds_pays_and_collects_against_the_scanned_code(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var goods = await Goods.InAsync(shop);
        await using var phone = await Phone.OpenAsync(shop.Address);

        await FillCartAsync(phone.Page);
        await Choose(phone.Page, "Retiro en Palermo");
        await Press(phone.Page, "Seguir con el pago");
        await PayByCardAsync(phone.Page);
        await Expect(phone.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();

        await using (var store = await Phone.OpenAsync(shop.Address))
        {
            await store.Page.GotoAsync((await shop.SignInLinkAsync(StaffRole.Store, "/piso/PAL", [goods.Palermo.Id])).PathAndQuery);
            await store.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("R-10001") }).ClickAsync();
            await Press(store.Page, "Aceptar y buscar");
            await store.Page.GetByRole(AriaRole.Checkbox).CheckAsync();
            await Press(store.Page, "Tengo la prenda");
            await Press(store.Page, "Ya está embalado");
            await Press(store.Page, "Avisar que está listo");
            await Expect(store.Page.GetByText("Lista para retirar")).ToBeVisibleAsync();
        }

        var ready = await shop.Mail.WaitForAsync(m => m.Subject?.Contains("retirar", StringComparison.OrdinalIgnoreCase) == true, TimeSpan.FromSeconds(30));
        Assert.Contains("Palermo", ready.Text);
        await phone.Page.ReloadAsync();
        await Expect(phone.Page.GetByText("Mostralo en el mostrador")).ToBeVisibleAsync();

        var owner = await shop.StaffAsync();
        var order = (await owner.Orders.FindAsync("R-10001")).Value();
        var pass = await shop.DoAsync(services => ((IPickupPasses)services.GetService(typeof(IPickupPasses))!).FindAsync(order.Id, CancellationToken.None));
        await using var counter = await Phone.OpenAsync(shop.Address, FakeCamera.Showing(pass!.Qr));
        await counter.Page.GotoAsync((await shop.SignInLinkAsync(StaffRole.Store, "/piso/PAL/entregar", [goods.Palermo.Id])).PathAndQuery);
        await Expect(counter.Page.GetByText("Código válido")).ToBeVisibleAsync();
        await Expect(counter.Page.GetByText("Ya está pagado")).ToBeVisibleAsync();
        await Press(counter.Page, "Entregar la prenda");
        await Expect(counter.Page.GetByText("Se entregó R-10001")).ToBeVisibleAsync();

        await counter.Page.GetByRole(AriaRole.Link, new() { Name = "Entregar otro" }).ClickAsync();
        await Expect(counter.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();

        Assert.Equal(OrderState.Completed, (await owner.Orders.FindAsync("R-10001")).Value().State);
        await EveryMailAsync(shop, "Recibimos tu pedido R-10001 y tu pago", "Tu pedido R-10001 está listo para retirar");
        await Books.BalanceAsync(shop);
    }

    [Theory, InABrowser]
    public async Task A_shopper_has_it_delivered(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var goods = await Goods.InAsync(shop);
        var owner = await shop.StaffAsync();
        (await owner.Orders.SaveShippingRatesAsync(new SaveShippingRatesRequest([new ShippingRateView("*", 30_000, Money.Ars(4_200), 2, 4)]))).Value();
        await using var phone = await Phone.OpenAsync(shop.Address);

        await FillCartAsync(phone.Page);
        await Type(phone.Page, "Tu código postal", "2000");
        await Press(phone.Page, "Ver opciones");
        await Choose(phone.Page, "Envío a domicilio");
        await Type(phone.Page, "Calle", "Bv. Oroño");
        await Type(phone.Page, "Número", "812");
        await Type(phone.Page, "Localidad", "Rosario");
        await phone.Page.GetByLabel("Provincia", new() { Exact = true }).SelectOptionAsync("S");
        await Press(phone.Page, "Seguir con el pago");
        await PayByCardAsync(phone.Page);

        var order = (await owner.Orders.FindAsync("R-10001")).Value();
        var work = Assert.Single(order.FulfillmentOrders);
        var place = work.LocationId == goods.Rosario.Id ? goods.Rosario : work.LocationId == goods.Depot.Id ? goods.Depot : goods.Palermo;
        await using var store = await Phone.OpenAsync(shop.Address);
        await store.Page.GotoAsync((await shop.SignInLinkAsync(StaffRole.Store, $"/piso/{place.Code}", [place.Id])).PathAndQuery);
        await store.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("R-10001") }).ClickAsync();
        await Press(store.Page, "Aceptar y buscar");
        await store.Page.GetByRole(AriaRole.Checkbox).CheckAsync();
        await Press(store.Page, "Tengo la prenda");
        await Press(store.Page, "Ya está embalado");
        await Type(store.Page, "Correo", "Correo de prueba");
        await Type(store.Page, "Código de seguimiento", "CE000000001AR");
        await Press(store.Page, "Registrar despacho");

        var shipped = await shop.Mail.WaitForAsync(m => m.Text?.Contains("CE000000001AR") == true, TimeSpan.FromSeconds(30));
        Assert.Contains("sofia@ejemplo.com", shipped.To ?? []);
        await phone.Page.ReloadAsync();
        await Expect(phone.Page.GetByText("En camino").First).ToBeVisibleAsync();
        await store.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("R-10001") }).ClickAsync();
        await Press(store.Page, "Registrar que llegó");
        await EveryMailAsync(shop, "Recibimos tu pedido R-10001 y tu pago", "Tu pedido R-10001 está en camino", "Entregamos tu pedido R-10001");
        await Books.BalanceAsync(shop);
    }

    /// <summary>Each of these comes, comes once, and nothing else does.</summary>
    private static async Task EveryMailAsync(Shop shop, params string[] subjects)
    {
        foreach (var subject in subjects) await shop.Mail.WaitForAsync(m => m.Subject == subject, TimeSpan.FromSeconds(30));
        Assert.Equal(subjects.Order(), shop.Mail.Messages.Select(m => m.Subject).Order());
    }

    private static async Task FillCartAsync(IPage page)
    {
        await page.GotoAsync("/buscar?q=campera");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("Campera de jean Tafí") }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^M\\b") }).ClickAsync();
        await Press(page, "Agregar al carrito");
        await page.GotoAsync("/comprar");
        await Type(page, "Correo electrónico", "sofia@ejemplo.com");
        await Type(page, "Nombre y apellido", "Sofía Bentancur");
        await Press(page, "Seguir con la entrega");
    }

    private static async Task PayByCardAsync(IPage page)
    {
        await Choose(page, "Tarjeta");
        await PayUntilAsync(page, "/sandbox/gateway/pay/");
        await PayUntilAsync(page, "/pedido/");
    }

    /// <summary>Pays and is brought there. On a crowded machine the shop may say that the provider does not answer yet: then a shopper presses again, and nothing is charged twice.</summary>
    private static async Task PayUntilAsync(IPage page, string address)
    {
        for (var press = 1; !page.Url.Contains(address, StringComparison.Ordinal); press++)
        {
            await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Pagar") }).ClickAsync();
            try
            {
                await page.WaitForURLAsync(url => url.Contains(address, StringComparison.Ordinal), new() { Timeout = 30_000 });
            }
            catch (TimeoutException late)
            {
                var said = await page.Locator("body").InnerTextAsync();
                if (press == 4) throw new TimeoutException($"{page.Url} says: {said}", late);
                TestContext.Current.TestOutputHelper?.WriteLine($"Pressed {press} times at {page.Url}: {said}");
            }
        }
    }

    /// <summary>Marks a card of a choice and makes sure that it is marked: a page that still moves can swallow a tap.</summary>
    private static async Task Choose(IPage page, string option)
    {
        var card = page.Locator("label").Filter(new() { Has = page.Locator("input[type=radio]"), HasText = option }).First;
        for (var tap = 0; tap < 5; tap++)
        {
            await card.GetByText(option).First.ClickAsync();
            if (await card.Locator("input[type=radio]").IsCheckedAsync()) return;
        }
        Assert.Fail($"{option} cannot be chosen.");
    }

    private static Task Type(IPage page, string field, string text) => page.GetByRole(AriaRole.Textbox, new() { Name = field }).FillAsync(text);

    private static Task Press(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
}
