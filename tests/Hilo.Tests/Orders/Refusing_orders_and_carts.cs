using Hilo.Client;
using Hilo.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Orders;

/// <summary>What other systems, shoppers and clerks get wrong with orders and carts: each is refused with its own sentence, and takes neither stock nor money.</summary>
public class Refusing_orders_and_carts
{
    private static readonly CartContact Ana = new("ana@ejemplo.com", "Ana Torres", "11 5555-0101");

    [Theory, EveryDatabase]
    public async Task An_order_by_call_that_cannot_be(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var goods = await Goods.InAsync(shop);
        var owner = await shop.StaffAsync();
        var (jacket, one) = (goods.Size("M"), Quantity.One);
        async Task RefusedAsync(string code, PlaceOrderLine line, CartDelivery? delivery = null, SalesChannelId? channel = null)
        {
            var problem = (await owner.Orders.PlaceAsync(new PlaceOrderRequest(channel ?? goods.Phone.Id, [line], delivery ?? new CartDelivery(DeliveryKind.Pickup, goods.Palermo.Id), Ana))).Problem();
            Assert.Equal((code, true), (problem.Code, problem.Detail.Length > 10));
        }

        await RefusedAsync("order.line_invalid", new PlaceOrderLine(one));
        await RefusedAsync("order.line_invalid", new PlaceOrderLine(one, jacket.Id, jacket.Sku));
        await RefusedAsync("order.line_invalid", new PlaceOrderLine(Quantity.Zero, jacket.Id));
        await RefusedAsync("order.line_invalid", new PlaceOrderLine(Quantity.Units(-1), jacket.Id));
        await RefusedAsync("order.line_invalid", new PlaceOrderLine(Quantity.Units(1_000_000), jacket.Id));
        await RefusedAsync("order.price_invalid", new PlaceOrderLine(one, jacket.Id, UnitPrice: Money.Ars(-1)));
        await RefusedAsync("order.price_invalid", new PlaceOrderLine(one, jacket.Id, UnitPrice: new Money(100_00, Currency.Usd)));
        await RefusedAsync("pricing.amount_too_large", new PlaceOrderLine(Quantity.Units(999_999), jacket.Id, UnitPrice: new Money(long.MaxValue, Currency.Ars)));
        await RefusedAsync("pricing.amount_too_large", new PlaceOrderLine(one, jacket.Id, UnitPrice: new Money(long.MaxValue, Currency.Ars)));
        await RefusedAsync("order.product_unknown", new PlaceOrderLine(one, Sku: "NADA"));
        await RefusedAsync("order.product_unknown", new PlaceOrderLine(one, IId<VariantId>.New()));
        await RefusedAsync("cart.delivery_invalid", new PlaceOrderLine(one, jacket.Id), new CartDelivery(DeliveryKind.Pickup, goods.Depot.Id));
        await RefusedAsync("cart.delivery_invalid", new PlaceOrderLine(one, jacket.Id), new CartDelivery(DeliveryKind.Ship, Address: new PostalAddress("Oroño", "Rosario", "Ñ", "2000")));
        await RefusedAsync("cart.channel_closed", new PlaceOrderLine(one, jacket.Id), channel: IId<SalesChannelId>.New());

        Assert.Empty((await owner.Orders.ListAsync()).Value().Items);
        Assert.Equal(30, (await owner.Stock.StockAsync(variant: jacket.Id)).Value().Items.Sum(l => l.Available.Amount));
        await Books.BalanceAsync(shop);
    }

    [Theory, EveryDatabase]
    public async Task A_cart_that_is_empty_or_holds_what_is_not_sold_any_more(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var goods = await Goods.InAsync(shop);
        var (owner, carts) = (await shop.StaffAsync(), shop.Guest.Carts);
        var cart = (await carts.CreateAsync(new CreateCartRequest())).Value();
        var token = cart.Token!;
        Assert.Equal("cart.not_sold", (await carts.AddAsync(cart.Id, token, new AddCartLine(IId<VariantId>.New(), Quantity.One))).Problem().Code);
        (await carts.SetContactAsync(cart.Id, token, Ana)).Value();
        Assert.Equal("cart.delivery_invalid", (await carts.SetDeliveryAsync(cart.Id, token, new CartDelivery(DeliveryKind.Pickup, goods.Depot.Id))).Problem().Code);
        (await carts.SetDeliveryAsync(cart.Id, token, new CartDelivery(DeliveryKind.Pickup, goods.Palermo.Id))).Value();
        Assert.Equal("cart.empty", (await carts.CompleteAsync(cart.Id, token, new CompleteCartRequest(Tender.BankTransfer, Money.Ars(0)))).Problem().Code);

        var full = (await carts.AddAsync(cart.Id, token, new AddCartLine(goods.Size("M").Id, Quantity.One))).Value();
        var view = (await owner.Catalog.ProductAsync(goods.Jacket.Id)).Value();
        (await owner.Catalog.SaveProductAsync(view.Id, view.Version, new SaveProductRequest(
            view.Title, ProductStatus.Archived, [.. view.Variants.Select(v => new SaveVariant(v.Id, v.Sku, OptionValues: v.OptionValues, WeightGrams: v.WeightGrams, TaxCode: v.TaxCode, Price: Goods.Price))], view.Handle, Options: view.Options))).Value();
        // Its price was promised for a day, and that it is sold was not.
        Assert.Equal("cart.line_not_sold", (await carts.CompleteAsync(cart.Id, token, new CompleteCartRequest(Tender.BankTransfer, full.Totals.Total))).Problem().Code);
        Assert.Equal("cart.line_not_sold", (await carts.CompleteAsync(cart.Id, token, new CompleteCartRequest(Tender.CardOnline, full.Totals.Total))).Problem().Code);
        Assert.Equal([("cart.line_not_sold", full.Lines[0].Id)], (await carts.OpenAsync(cart.Id, token)).Value().Problems.Select(p => (p.Code, p.Line!.Value)));

        var channel = goods.Web;
        (await owner.Orders.SaveSalesChannelAsync(channel.Id, channel.Version, new SaveSalesChannelRequest(channel.Name, channel.Kind, channel.LegalEntityId, channel.Currency, IsActive: false, 1, 5))).Value();
        // Channels are known in memory, and the log tells of changes.
        await shop.Services.GetRequiredService<LogProgress>().SettledAsync(CancellationToken.None);
        Assert.Equal("cart.channel_closed", (await carts.CreateAsync(new CreateCartRequest())).Problem().Code);
        Assert.Empty((await owner.Orders.ListAsync()).Value().Items);
        await Books.BalanceAsync(shop);
    }

    [Theory, EveryDatabase]
    public async Task One_mailbox_cannot_set_the_whole_shop_aside_however_it_is_written(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var goods = await Goods.InAsync(shop, unitsEach: 100);
        var owner = await shop.StaffAsync();
        async Task<string?> BuysAsync(string email, int units)
        {
            var carts = shop.Guest.Carts;
            var cart = (await carts.CreateAsync(new CreateCartRequest(Lines: [new AddCartLine(goods.Size("M").Id, Quantity.Units(units))]))).Value();
            (await carts.SetContactAsync(cart.Id, cart.Token!, Ana with { Email = email })).Value();
            var ready = (await carts.SetDeliveryAsync(cart.Id, cart.Token!, new CartDelivery(DeliveryKind.Pickup, goods.Palermo.Id))).Value();
            return (await carts.CompleteAsync(cart.Id, cart.Token!, new CompleteCartRequest(Tender.BankTransfer, ready.Totals.Total))).Refused(out var problem, out _) ? problem.Code : null;
        }

        var bought = 0;
        while (await BuysAsync("ana@ejemplo.com", 5) is null && bought < 100) bought += 5;
        Assert.InRange(bought, 5, 95);
        Assert.Equal("order.too_much_unpaid", await BuysAsync("ana@ejemplo.com", 5));
        Assert.Equal("order.too_much_unpaid", await BuysAsync("Ana@Ejemplo.COM", 5));
        Assert.Null(await BuysAsync("otra@ejemplo.com", 5));
        Assert.Equal(bought / 5 + 1, (await owner.Orders.ListAsync()).Value().Items.Count);
        await Books.BalanceAsync(shop);
    }

    [Theory, EveryDatabase]
    public async Task Too_late_too_early_or_in_another_currency(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var goods = await Goods.InAsync(shop);
        var owner = await shop.StaffAsync();
        var unpaid = (await owner.Orders.PlaceAsync(new PlaceOrderRequest(goods.Phone.Id, [new PlaceOrderLine(Quantity.One, goods.Size("M").Id)], new CartDelivery(DeliveryKind.Pickup, goods.Palermo.Id), Ana))).Value();
        Assert.Equal("order.not_paid", (await owner.Orders.ChangeChargeAsync(unpaid.Id, new ChangeChargeRequest([new ChangeChargeLine(Money.Ars(-100), unpaid.Lines[0].Id)], ChargeChangeReason.Damaged))).Problem().Code);

        Assert.Equal("shipping.area_invalid", (await owner.Orders.SaveShippingRatesAsync(new SaveShippingRatesRequest([new ShippingRateView("Palermo", 5_000, Money.Ars(100), 1, 2)]))).Problem().Code);
        (await owner.Orders.SaveShippingRatesAsync(new SaveShippingRatesRequest([new ShippingRateView("*", 5_000, new Money(1_000, Currency.Usd), 1, 2)], goods.Web.Id))).Value();
        await shop.Services.GetRequiredService<LogProgress>().SettledAsync(CancellationToken.None);
        var carts = shop.Guest.Carts;
        var cart = (await carts.CreateAsync(new CreateCartRequest(Lines: [new AddCartLine(goods.Size("M").Id, Quantity.One)]))).Value();
        (await carts.SetContactAsync(cart.Id, cart.Token!, Ana)).Value();
        var priced = (await carts.SetDeliveryAsync(cart.Id, cart.Token!, new CartDelivery(DeliveryKind.Ship, Address: new PostalAddress("Oroño", "Rosario", "S", "2000", "1402")))).Value();
        Assert.Contains("shipping.currency_mismatch", priced.Problems.Select(p => p.Code));
        Assert.Equal("shipping.currency_mismatch", (await carts.CompleteAsync(cart.Id, cart.Token!, new CompleteCartRequest(Tender.BankTransfer, priced.Totals.Total))).Problem().Code);

        // Packed goods are not called off by their buyer.
        var paid = (await owner.Orders.PlaceAsync(new PlaceOrderRequest(
            goods.Phone.Id, [new PlaceOrderLine(Quantity.One, goods.Size("L").Id)], new CartDelivery(DeliveryKind.Pickup, goods.Palermo.Id), Ana, new PlaceOrderPayment(Tender.Cash, Received: true)))).Value();
        var work = paid.FulfillmentOrders[0].Id;
        (await owner.Fulfillment.AcceptAsync(work)).Value();
        (await owner.Fulfillment.PickAsync(work, new PickRequest())).Value();
        (await owner.Fulfillment.PackAsync(work)).Value();
        var mail = await shop.Mail.WaitForAsync(m => m.Subject.Contains(paid.Number, StringComparison.Ordinal), TimeSpan.FromSeconds(30));
        var link = System.Text.RegularExpressions.Regex.Match(mail.Html!, "/pedido/([A-Za-z0-9_-]+)").Groups[1].Value;
        Assert.Equal("order.already_prepared", (await shop.Guest.ShopOrders.CancelAsync(link)).Problem().Code);
        Assert.Equal(OrderState.Open, (await owner.Orders.FindAsync(paid.Number)).Value().State);
        await Books.BalanceAsync(shop);
    }
}
