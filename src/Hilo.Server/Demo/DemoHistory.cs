using Hilo.Client;

namespace Hilo.Server.Demo;

/// <summary>Some orders, made the way real ones are: carts that check out on the web, calls that are typed in, parcels that leave, passes that are scanned.</summary>
internal sealed class DemoHistory(HiloClient staff, HiloClient shopper, Random random)
{
    private const int Orders = 36;

    private static readonly (string Name, string Email, string Phone)[] People =
    [
        ("Sofía Bentancur", "sofia.b@ejemplo.example", "11 5555-0142"), ("Martín Acosta", "martin.acosta@ejemplo.example", "341 555-0187"),
        ("Camila Ríos", "cami.rios@ejemplo.example", "11 5555-0111"), ("Julián Ferro", "jferro@ejemplo.example", "351 555-0120"),
        ("Valentina Sosa", "valen.sosa@ejemplo.example", "261 555-0133"), ("Tomás Aguirre", "taguirre@ejemplo.example", "11 5555-0175"),
        ("Lucía Paredes", "lu.paredes@ejemplo.example", "11 5555-0190"), ("Nicolás Godoy", "nico.godoy@ejemplo.example", "341 555-0166"),
    ];

    private static readonly PostalAddress[] Homes =
    [
        new("Bv. Oroño", "Rosario", "S", "S2000DTS", "812", "3.º B"), new("Thames", "Buenos Aires", "C", "C1414DDG", "1540"),
        new("Belgrano", "Mendoza", "M", "M5500FJA", "950"), new("Av. Colón", "Córdoba", "X", "X5000EPU", "1220", "6.º A"),
    ];

    public async Task GrowAsync(IReadOnlyList<SalesChannelView> channels, IReadOnlyList<LocationView> locations, IReadOnlyList<DemoVariant> variants, CancellationToken cancel)
    {
        var phone = channels.First(c => c.Kind == SalesChannelKind.Phone);
        var stores = locations.Where(l => l.Kind == LocationKind.Store).ToList();
        for (var i = 0; i < Orders; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var person = People[random.Next(People.Length)];
            var contact = new CartContact(person.Email, person.Name, person.Phone);
            var delivery = random.Next(2) == 0
                ? new CartDelivery(DeliveryKind.Pickup, stores[random.Next(stores.Count)].Id)
                : new CartDelivery(DeliveryKind.Ship, Address: Homes[random.Next(Homes.Length)]);
            var order = i % 4 == 3
                ? await CallAsync(phone, contact, delivery, variants, cancel)
                : await BuyAsync(contact, delivery, variants, cancel);
            if (order is not null && i < Orders - 8) await PrepareAsync(order, i, cancel);
        }
    }

    /// <summary>A cart, step by step, as the storefront does it. Null when the things chosen are not to be had there.</summary>
    private async Task<OrderView?> BuyAsync(CartContact contact, CartDelivery delivery, IReadOnlyList<DemoVariant> variants, CancellationToken cancel)
    {
        var cart = DemoShop.Must(await shopper.Carts.CreateAsync(new CreateCartRequest(Lines: [.. Choose(variants).Select(v => new AddCartLine(v.Id, Quantity.One))]), cancel: cancel));
        var (id, token) = (cart.Id, cart.Token!);
        if ((await shopper.Carts.SetContactAsync(id, token, contact, cancel)).Refused(out _, out _)) return null;
        if ((await shopper.Carts.SetDeliveryAsync(id, token, delivery, cancel)).Refused(out _, out var ready)) return null;
        var tender = delivery.Kind == DeliveryKind.Pickup && random.Next(3) == 0 ? Tender.Cash : Tender.BankTransfer;
        if ((await shopper.Carts.CompleteAsync(id, token, new CompleteCartRequest(tender, ready.Totals.Total), cancel: cancel)).Refused(out _, out var done)) return null;
        var order = DemoShop.Must(await staff.Orders.FindAsync(done.Order!.Number, cancel));
        if (tender == Tender.Cash) return order;
        return DemoShop.Must(await staff.Orders.RecordPaymentAsync(order.Id, new RecordPaymentRequest(Tender.BankTransfer, order.Totals.Total, "Transferencia de ejemplo"), cancel: cancel));
    }

    private async Task<OrderView?> CallAsync(SalesChannelView phone, CartContact contact, CartDelivery delivery, IReadOnlyList<DemoVariant> variants, CancellationToken cancel)
    {
        var placed = await staff.Orders.PlaceAsync(
            new PlaceOrderRequest(
                phone.Id, [.. Choose(variants).Select(v => new PlaceOrderLine(Quantity.One, v.Id))], delivery, contact,
                new PlaceOrderPayment(Tender.BankTransfer, Received: true, "Transferencia de ejemplo")), cancel: cancel);
        return placed.Refused(out _, out var order) ? null : order;
    }

    /// <summary>Older orders are further along.</summary>
    private async Task PrepareAsync(OrderView order, int index, CancellationToken cancel)
    {
        foreach (var work in order.FulfillmentOrders)
        {
            DemoShop.Must(await staff.Fulfillment.AcceptAsync(work.Id, cancel));
            if (index % 5 == 4) continue;
            DemoShop.Must(await staff.Fulfillment.PickAsync(work.Id, new PickRequest(), cancel));
            DemoShop.Must(await staff.Fulfillment.PackAsync(work.Id, cancel));
            if (work.Delivery == DeliveryKind.Pickup) DemoShop.Must(await staff.Fulfillment.ReadyAsync(work.Id, cancel));
            else if (index % 3 != 0)
            {
                DemoShop.Must(await staff.Fulfillment.ShipAsync(work.Id, new ShipRequest("Correo de ejemplo", $"CE{random.Next(100_000_000):D9}AR"), cancel));
                if (index % 2 == 0) DemoShop.Must(await staff.Fulfillment.DeliveredAsync(work.Id, cancel));
            }
        }
    }

    private IEnumerable<DemoVariant> Choose(IReadOnlyList<DemoVariant> variants) =>
        Enumerable.Range(0, random.Next(1, 4)).Select(_ => variants[random.Next(variants.Count)]).DistinctBy(v => v.Id);
}
