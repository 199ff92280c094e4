using System.Net;
using Hilo.Client;
using Hilo.Sandbox.Mail;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Web;

/// <summary>A customer asks in one store for the invoice of what was bought elsewhere: the clerk prints it, and sees no more of invoicing than that.</summary>
public class Reprinting_in_a_store
{
    [Theory, EveryDatabase]
    public async Task A_clerk_prints_the_papers_of_any_order_and_looks_no_further(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var goods = await Goods.InAsync(shop);
        var owner = await shop.StaffAsync();
        await Issuing.BeginAsync(owner, shop.Address, goods.Seller);
        var order = await SoldAsync(owner, goods);
        var sent = await InvoicedAsync(shop);
        var mailed = Assert.Single(sent.Parts, p => p.ContentType == "application/pdf").Content;

        // Somebody of another store than the one that holds the goods.
        var clerk = await shop.ClerkAtAsync(goods.Rosario.Id);
        var paper = Assert.Single((await clerk.Invoicing.PapersAsync(order.Id)).Value());
        Assert.Equal(("Factura B 00007-00000001", order.Totals.Total), (paper.Title, paper.Total));
        Assert.Equal(mailed, (await clerk.Invoicing.PrintAsync(paper.Id)).Value());
        Assert.Equal("permission.missing", (await clerk.Invoicing.FindAsync(paper.Id)).Problem().Code);
        Assert.Equal("permission.missing", (await clerk.Invoicing.DocumentsAsync()).Problem().Code);
        Assert.Equal(404, (await clerk.Invoicing.PrintAsync(IId<FiscalDocumentId>.New())).Problem().Status);
        Assert.Empty((await clerk.Invoicing.PapersAsync(IId<OrderId>.New())).Value());
        Assert.Equal("signin.required", (await shop.Guest.Invoicing.PapersAsync(order.Id)).Problem().Code);

        using var visit = new Visit(shop);
        await visit.OpenAsync((await shop.SignInLinkAsync(StaffRole.Store, $"/oficina/pedidos/{order.Number}", [goods.Rosario.Id])).PathAndQuery);
        visit.Shows("Factura B 00007-00000001");
        visit.Shows($"/oficina/papeles/{paper.Id}?papel=80mm");
        Assert.DoesNotContain($"/oficina/comprobantes/{paper.Id}", visit.Html, StringComparison.Ordinal);
        await visit.OpenAsync($"/oficina/papeles/{paper.Id}");
        Assert.Equal(HttpStatusCode.OK, visit.Status);
        Assert.StartsWith("%PDF-1.7", visit.Html, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task The_floor_has_them_with_the_work_and_after_handing_over(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var goods = await Goods.InAsync(shop);
        var owner = await shop.StaffAsync();
        await Issuing.BeginAsync(owner, shop.Address, goods.Seller);
        var order = await SoldAsync(owner, goods);
        await InvoicedAsync(shop);
        using var visit = new Visit(shop);
        var work = order.FulfillmentOrders[0].Id;

        await visit.OpenAsync((await shop.SignInLinkAsync(StaffRole.Store, $"/piso/PAL/{work}", [goods.Palermo.Id])).PathAndQuery);
        visit.Shows("Factura B 00007-00000001");
        visit.Shows("Imprimir ticket");

        (await owner.Fulfillment.AcceptAsync(work)).Value();
        (await owner.Fulfillment.PickAsync(work, new PickRequest())).Value();
        (await owner.Fulfillment.PackAsync(work)).Value();
        (await owner.Fulfillment.ReadyAsync(work)).Value();
        var pass = (await shop.DoAsync(services => services.GetRequiredService<IPickupPasses>().FindAsync(order.Id, CancellationToken.None)))!;
        await visit.OpenAsync("/piso/PAL/entregar");
        await visit.SendAsync("/piso/PAL/entregar", ("pass", pass.Qr));
        await visit.SendAsync("/piso/PAL/entregar/confirmar");
        visit.Shows($"Se entregó {order.Number}");
        visit.Shows("Factura B 00007-00000001");
        Assert.DoesNotContain("Cuando esté la factura", visit.Html, StringComparison.Ordinal);
    }

    private static async Task<OrderView> SoldAsync(HiloClient owner, Goods goods) => (await owner.Orders.PlaceAsync(new PlaceOrderRequest(
        goods.Phone.Id, [new PlaceOrderLine(Quantity.One, goods.Size("M").Id)], new CartDelivery(DeliveryKind.Pickup, goods.Palermo.Id), new CartContact("ana@ejemplo.com", "Ana Torres"),
        new PlaceOrderPayment(Tender.Cash, Received: true)))).Value();

    private static Task<CaughtMail> InvoicedAsync(Shop shop) => shop.Mail.WaitForAsync(m => m.Subject.Contains("Tu factura", StringComparison.Ordinal), TimeSpan.FromSeconds(30));
}
