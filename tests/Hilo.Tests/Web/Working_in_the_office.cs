using System.Net;
using Hilo.Client;

namespace Hilo.Tests.Web;

/// <summary>The office's pages as a browser without script sees them, over real data.</summary>
public class Working_in_the_office
{
    [Theory, EveryDatabase]
    public async Task Says_what_sold_and_what_waits_and_every_page_opens(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var goods = await Goods.InAsync(shop);
        var owner = await shop.StaffAsync();
        var order = (await owner.Orders.PlaceAsync(new PlaceOrderRequest(
            goods.Web.Id, [new PlaceOrderLine(Quantity.Units(2), goods.Size("M").Id)], new CartDelivery(DeliveryKind.Pickup, goods.Palermo.Id),
            new CartContact("sofia@ejemplo.com", "Sofía Bentancur"), new PlaceOrderPayment(Tender.Cash, true)))).Value();

        var counts = (await owner.Orders.CountAsync(placedAfter: order.PlacedAt.AddTicks(-1))).Value();
        Assert.Equal((1, 0, 0, 1), (counts.ToPrepare, counts.Unpaid, counts.Ready, counts.New));
        Assert.Equal(0, (await owner.Orders.CountAsync(placedAfter: order.PlacedAt)).Value().New);
        var today = (await owner.Insights.TodayAsync()).Value();
        Assert.Equal((1, order.Totals.Total), (today.Sales.Orders, today.Sales.Total));
        Assert.Equal(("PAL", 1, 0), today.Work.Select(w => (w.Code, w.ToPrepare, w.Ready)).Single());

        using var visit = new Visit(shop);
        await visit.OpenAsync((await shop.SignInLinkAsync(StaffRole.Owner, "/oficina")).PathAndQuery);
        visit.Shows("Para resolver");
        visit.Shows(order.Number);
        foreach (var (address, text) in new[]
        {
            ("/oficina/pedidos", "Por preparar"), ($"/oficina/pedidos/{order.Number}", "Sofía Bentancur"), ($"/oficina/pedidos/nuevos?desde={order.PlacedAt.UtcTicks - 1}", "1 pedido nuevo"),
            ("/oficina/stock?q=campera+taf", "Campera de jean Tafí"), ("/oficina/pagos", "No hay pagos para decidir"), ("/oficina/registro?tipo=orders.order_placed", order.Number),
            ("/oficina/registro/lectores", "Nada está detenido"), ("/oficina/equipo", "Sumar a alguien"), ("/piso/PAL", order.Number),
        })
        {
            await visit.OpenAsync(address);
            Assert.Equal((address, HttpStatusCode.OK), (address, visit.Status));
            visit.Shows(text);
        }
    }
}
