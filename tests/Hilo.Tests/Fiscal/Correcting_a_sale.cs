using Hilo.Client;
using Hilo.Invoicing;

namespace Hilo.Tests.Fiscal;

public class Correcting_a_sale
{
    [Theory, EveryDatabase]
    public async Task Notes_what_is_given_back_and_charged_on_top_until_documents_and_money_agree(Database database)
    {
        await using var accountant = await Accountant.OpenAsync(database);
        var order = await accountant.Sells(receiver: Accountant.Company, units: 2);
        var line = order.Lines[0].Id;
        await accountant.SettledAsync(1);
        Task<Result<OrderView>> Change(decimal amount, ChargeChangeReason reason, ChargePayment? payment = null) =>
            accountant.Owner.Orders.ChangeChargeAsync(order.Id, new ChangeChargeRequest([new ChangeChargeLine(Money.Ars(amount), line)], reason, payment));

        var above = (await Change(-97_800.01m, ChargeChangeReason.Damaged)).Problem();
        Assert.Equal("order.charge_above", above.Code);
        Assert.Contains("97800.00 ARS", above.Detail, StringComparison.Ordinal);
        Assert.Equal("order.charge_payment", (await Change(500, ChargeChangeReason.Surcharge)).Problem().Code);
        Assert.Equal("order.charge_change_invalid", (await Change(0, ChargeChangeReason.Other)).Problem().Code);

        var cheaper = (await Change(-1_000, ChargeChangeReason.Damaged)).Value();
        Assert.Equal((Money.Ars(-1_000), Money.Ars(1_000)), (cheaper.Changed!.Value, cheaper.Money.RefundsDue.Single().Amount));
        var credit = (await accountant.SettledAsync(2))[^1];
        Assert.Equal((3, 1_000_00L, FiscalDocumentState.Authorized, "damaged"), (credit.Frozen.Type, credit.TotalMinor, credit.State, credit.Says.Fact));
        Assert.Equal([1], credit.Frozen.Associated.Select(a => a.Type));
        Assert.Equal(FiscalDay.Number(FiscalDay.Of(credit.FactAt).AddDays(15)), credit.DueOn);

        (await Change(500, ChargeChangeReason.Surcharge, new ChargePayment(Tender.Cash))).Value();
        var debit = (await accountant.SettledAsync(3))[^1];
        Assert.Equal(("Algo llegó dañado.", "Se cobró un recargo."), (credit.Decided.Trace[0], debit.Decided.Trace[0]));
        Assert.Equal((2, 500_00L, 30712345671L), (debit.Frozen.Type, debit.TotalMinor, debit.Frozen.DocumentNumber));

        // The rest goes back against both papers that charged it.
        (await accountant.Owner.Orders.CancelAsync(order.Id, new CancelOrderRequest("Se arrepintió"))).Value();
        var rest = (await accountant.SettledAsync(4))[^1];
        Assert.Equal((3, 97_300_00L), (rest.Frozen.Type, rest.TotalMinor));
        Assert.Equal([1, 2], rest.Frozen.Associated.Select(a => a.Type).Order());
        var all = await accountant.DocumentsAsync();
        long Net(Func<FiscalDocument, long> of) => all.Sum(d => d.Kind == FiscalDocumentKind.CreditNote ? -of(d) : of(d));
        Assert.Equal((0, 0), (Net(d => d.TotalMinor), Net(d => d.VatMinor)));
        var money = (await accountant.Owner.Orders.FindAsync(order.Number)).Value().Money;
        Assert.Equal(money.Captured, money.RefundsDue.Aggregate(Money.Ars(0), (sum, due) => sum + due.Amount));
        await Books.BalanceAsync(accountant.Shop);
    }

    [Theory, EveryDatabase]
    public async Task Waits_for_the_goods_to_leave_where_the_channel_says_so_and_asks_for_a_document_before_it_sells(Database database)
    {
        await using var accountant = await Accountant.OpenAsync(database, unitsEach: 400);
        var (goods, owner) = (accountant.Goods, accountant.Owner);
        Assert.Equal(DocumentDue.Dispatch, (await owner.Invoicing.SetChannelAsync(goods.Phone.Id, DocumentDue.Dispatch)).Value().Due);
        async Task<OrderView> Sells(int units = 1) => (await owner.Orders.PlaceAsync(new PlaceOrderRequest(
            goods.Phone.Id, [new PlaceOrderLine(Quantity.Units(units), goods.Size("M").Id)], new CartDelivery(DeliveryKind.Counter, goods.Palermo.Id), null, new PlaceOrderPayment(Tender.Cash, Received: true)))).Value();
        var (kept, canceled) = (await Sells(units: 2), await Sells());
        (await owner.Orders.CancelAsync(canceled.Id, new CancelOrderRequest("Se arrepintió"))).Value();
        (await owner.Orders.ChangeChargeAsync(kept.Id, new ChangeChargeRequest([new ChangeChargeLine(Money.Ars(-800), kept.Lines[0].Id)], ChargeChangeReason.Allowance))).Value();
        await accountant.SettleLogAsync();
        Assert.Empty(await accountant.DocumentsAsync());
        await Books.BalanceAsync(accountant.Shop);

        (await owner.Fulfillment.HandOverAtCounterAsync(kept.FulfillmentOrders[0].Id)).Value();

        var invoice = Assert.Single(await accountant.SettledAsync(1));
        Assert.Equal((kept.Id, 97_000_00L, "C"), (invoice.OrderId!.Value, invoice.TotalMinor, invoice.Says.Province));
        Assert.Equal(goods.Palermo.Id, invoice.Says.Location);

        // Ten millions and more: nobody leaves without having said who they are.
        var unnamed = new PlaceOrderRequest(
            goods.Phone.Id, [new PlaceOrderLine(Quantity.Units(300), goods.Size("M").Id)], new CartDelivery(DeliveryKind.Counter, goods.Palermo.Id), null, new PlaceOrderPayment(Tender.Cash, Received: true));
        Assert.Equal(("invoicing.needs_identification", 422), ((await owner.Orders.PlaceAsync(unnamed)).Problem() is var p ? (p.Code, p.Status) : default));
        (await owner.Orders.PlaceAsync(unnamed with { Receiver = new OrderReceiver("DNI", "30111222") })).Value();
        var carts = accountant.Shop.Guest.Carts;
        var cart = (await carts.CreateAsync(new CreateCartRequest(Lines: [new AddCartLine(goods.Size("S").Id, Quantity.Units(300))]))).Value();
        (await carts.SetDeliveryAsync(cart.Id, cart.Token!, new CartDelivery(DeliveryKind.Pickup, goods.Palermo.Id))).Value();
        var contact = new CartContact("sofia@ejemplo.com", "Sofía Ñandú");
        var asked = (await carts.SetContactAsync(cart.Id, cart.Token!, contact)).Value();
        Assert.Contains(asked.Problems, x => x.Code == "invoicing.needs_identification");
        Assert.Equal("invoicing.needs_identification", (await carts.CompleteAsync(cart.Id, cart.Token!, new CompleteCartRequest(Tender.BankTransfer, asked.Totals.Total))).Problem().Code);
        var named = (await carts.SetContactAsync(cart.Id, cart.Token!, contact with { Receiver = new OrderReceiver("DNI", "30.111.222") })).Value();
        Assert.Empty(named.Problems);
        await Books.BalanceAsync(accountant.Shop);
    }
}
