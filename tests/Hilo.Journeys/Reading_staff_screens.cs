using Hilo.Client;
using Hilo.Sandbox.Art;
using Microsoft.Playwright;

namespace Hilo.Journeys;

/// <summary>Every page of the office and of the store floor, in light and dark, on a desk and on a phone: what readers and keyboards stumble over.</summary>
public class Reading_staff_screens
{
    [Theory, InABrowser(OnOneDatabase = true)]
    public async Task No_page_has_a_serious_finding(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var goods = await Goods.InAsync(shop);
        var owner = await shop.StaffAsync();
        var issuer = await Issuing.BeginAsync(owner, shop.Address, goods.Seller);
        var export = await RejectedExportAsync(owner, issuer);
        var contact = new CartContact("sofia@ejemplo.com", "Sofía Bentancur", "11 5555-0142");
        var size = goods.Size("M").Id;
        PlaceOrderRequest Pickup(bool isPaid) => new(goods.Web.Id, [new PlaceOrderLine(Quantity.Units(2), size)], new CartDelivery(DeliveryKind.Pickup, goods.Palermo.Id), contact, new PlaceOrderPayment(Tender.Cash, isPaid));
        var (open, canceled) = ((await owner.Orders.PlaceAsync(Pickup(true))).Value(), (await owner.Orders.PlaceAsync(Pickup(true))).Value());
        // What is canceled before its turn needs neither invoice nor note.
        await InvoicedAsync(owner, 2);
        (await owner.Orders.CancelAsync(canceled.Id, new CancelOrderRequest("Se arrepintió"))).Value();
        (await owner.Orders.PlaceAsync(Pickup(false))).Value();
        var work = open.FulfillmentOrders[0].Id;
        (await owner.Fulfillment.AcceptAsync(work)).Value();
        var mail = await shop.Mail.WaitForAsync(_ => true, TimeSpan.FromSeconds(60));
        Assert.NotNull(mail);
        var documents = await InvoicedAsync(owner, 3);
        var customer = (await owner.Customers.ListAsync()).Value().Items[0].Id;
        var product = (await owner.Catalog.ProductsAsync()).Value().Items[0].Id;
        var list = (await owner.Catalog.PriceListsAsync()).Value()[0].Id;
        var import = (await owner.Catalog.ImportAsync(new MemoryStream("SKU,Title,Handle,Price\nG-1,Gorro,gorro,mucho\n"u8.ToArray()), "gorros.csv", null, isDryRun: true)).Value().Id;
        var person = (await owner.Staff.ListAsync()).Items[0].Id;
        (await owner.Merchant.SaveLogoAsync(new MemoryStream(PngWriter.Write(new byte[64 * 64 * 3], 64, 64)))).Value();

        string[] pages =
        [
            "/oficina", "/oficina/pedidos", "/oficina/pedidos?vista=unpaid", $"/oficina/pedidos/{open.Number}", $"/oficina/pedidos/{canceled.Number}", "/oficina/pedidos?q=nadie", "/oficina/clientes",
            $"/oficina/clientes/{customer}", "/oficina/productos", $"/oficina/productos/{product}", "/oficina/productos/importar", "/oficina/stock", "/oficina/stock?q=campera", $"/oficina/stock/{size}", "/oficina/reintegros",
            "/oficina/pagos", "/oficina/pagos?vista=all", "/oficina/comprobantes", "/oficina/comprobantes?vista=open", $"/oficina/comprobantes/{documents[0].Id}", $"/oficina/comprobantes/{export}", "/oficina/comprobantes/emisor", "/oficina/comprobantes/estado", "/oficina/comprobantes?vista=due", "/oficina/comprobantes/libros",
            $"/oficina/comprobantes/libros/{TimeProvider.System.GetUtcNow():yyyy-MM}", "/oficina/comprobantes/externas", "/oficina/comprobantes/reglas", "/oficina/comprobantes/exportacion", "/oficina/correos/plantillas/es",
            "/oficina/correos", "/oficina/registro", "/oficina/registro/lectores", "/oficina/equipo", $"/oficina/equipo/{person}",
            "/oficina/sucursales", "/oficina/sucursales/nueva", $"/oficina/sucursales/{goods.Palermo.Id}", "/oficina/canales", "/oficina/canales/nuevo", $"/oficina/canales/{goods.Web.Id}",
            "/oficina/tienda", "/oficina/tienda/razones/nueva", $"/oficina/tienda/razones/{goods.Seller}",
            "/oficina/precios", $"/oficina/precios/{list}", $"/oficina/importaciones/{import}",
            "/piso", "/piso/PAL", "/piso/ROS", $"/piso/PAL/{work}", $"/piso/PAL/{work}/falta", "/piso/PAL/entregar",
        ];
        var found = new List<string>();
        foreach (var (scheme, width) in new[] { (ColorScheme.Light, 1280), (ColorScheme.Dark, 390) })
        {
            await using var browser = await Phone.OpenAsync(shop.Address);
            await browser.Page.SetViewportSizeAsync(width, 900);
            await browser.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await browser.Page.GotoAsync((await shop.SignInLinkAsync(StaffRole.Owner, "/oficina")).PathAndQuery);
            foreach (var address in pages)
            {
                var answer = await browser.Page.GotoAsync(address);
                Assert.True(answer!.Ok, $"{address}: {answer.Status}");
                found.AddRange(await Axe.SeriousAsync(browser.Page));
                Assert.True(await browser.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{address} is wider than {width} px.");
            }
        }
        Assert.Empty(found.Distinct());
    }

    private static Task<IReadOnlyList<FiscalDocumentRow>> InvoicedAsync(HiloClient owner, int documents) => InStateAsync(owner, FiscalDocumentState.Authorized, documents);

    /// <summary>Sold abroad, to a buyer with a tax number that no country has: its document waits for a person, who has a form for it.</summary>
    private static async Task<FiscalDocumentId> RejectedExportAsync(HiloClient owner, IssuerView issuer)
    {
        (await owner.Invoicing.AddPointAsync(issuer.Id, new AddFiscalPointRequest(30, IsAbroad: true))).Value();
        var sale = new ExternalSaleRequest(
            "EXP-1", [new ExternalLine("Campera", Quantity.One, 100m, TaxCode.Exempt, "CAM")], Currency: "USD", ExchangeRate: 1_450m, PaidInCurrency: true,
            Abroad: new SaleAbroad("Tienda Oriental SA", "18 de Julio 1234, Montevideo", 225, "55-00000999-9"));
        (await owner.Invoicing.TakeExternalAsync(sale)).Value();
        return (await InStateAsync(owner, FiscalDocumentState.Rejected, 1))[0].Id;
    }

    private static async Task<IReadOnlyList<FiscalDocumentRow>> InStateAsync(HiloClient owner, FiscalDocumentState state, int documents)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var found = (await owner.Invoicing.DocumentsAsync(state: state, cancel: patience.Token)).Value().Items;
            if (found.Count >= documents) return found;
            await Task.Delay(50, patience.Token);
        }
    }

    /// <summary>A guard that was never seen red guards nothing.</summary>
    [Theory, InABrowser(OnOneDatabase = true)]
    public async Task The_reader_itself_finds_what_is_wrong(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        await using var browser = await Phone.OpenAsync(shop.Address);
        await browser.Page.GotoAsync("/entrar");

        await browser.Page.EvaluateAsync("document.querySelector('main').insertAdjacentHTML('beforeend', '<button></button>')");

        Assert.Contains(await Axe.SeriousAsync(browser.Page), f => f.Contains("button-name", StringComparison.Ordinal));
    }
}
