using Hilo.Client;
using Hilo.Invoicing;
using Hilo.Tests.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Fiscal;

/// <summary>A shop that is an agente de percepción: its buyers see and pay the perceptions of where the goods go, the documents say the same, and what goes back takes its share along.</summary>
public class Perceiving_on_own_sales
{
    private const string Regime = "Percepción IIBB CABA";

    private static readonly OrderReceiver Company = Accountant.Company;
    private static readonly CartDelivery ToLaPlata = new(DeliveryKind.Ship, null, new PostalAddress("Calle 7", "La Plata", "B", "1900", "776"));

    [Theory, EveryDatabase]
    public async Task Charges_documents_and_gives_back_the_same_to_the_cent(Database database)
    {
        var clock = new TestClock(new DateTimeOffset(2026, 11, 28, 15, 0, 0, TimeSpan.Zero));
        await using var accountant = await Accountant.OpenAsync(database, clock, settings: ("Arca:CheckAfterSeconds", "0"));
        var (shop, owner, invoicing, goods) = (accountant.Shop, accountant.Owner, accountant.Owner.Invoicing, accountant.Goods);
        await PerceivesAsync(accountant);
        var (palermo, rosario) = (new CartDelivery(DeliveryKind.Pickup, goods.Palermo.Id), new CartDelivery(DeliveryKind.Pickup, goods.Rosario.Id));
        var cart = await CartAsync(accountant, Company, "M", "L");

        // Only where it is delivered decides; the same cart elsewhere pays the price alone.
        Assert.Equal((Money.Ars(97_800), 0), (await ToAsync(accountant, cart, rosario)) is var away ? (away.Total, away.Tributes.Count) : default);
        var totals = await ToAsync(accountant, cart, palermo);
        SaleTribute perceived = new(7, Regime, "C", Money.Ars(80_826.45m), 3m, Money.Ars(2_424.79m));
        Assert.Equal([perceived], totals.Tributes);
        Assert.Equal((Money.Ars(97_800), Money.Ars(100_224.79m), Money.Ars(16_973.55m)), (totals.Goods, totals.Total, totals.Vat));
        Assert.Equal("cart.total_changed", (await shop.Guest.Carts.CompleteAsync(cart.Id, cart.Token!, new CompleteCartRequest(Tender.BankTransfer, Money.Ars(97_800)))).Problem().Code);

        // Seen by the buyer in shop and mail, and by the office.
        var placed = (await shop.Guest.Carts.CompleteAsync(cart.Id, cart.Token!, new CompleteCartRequest(Tender.BankTransfer, totals.Total))).Value().Order!;
        using (var visit = new Visit(shop))
        {
            await visit.OpenAsync(placed.OrderUrl);
            visit.Shows($"{Regime} 3\u00A0%");
            visit.Shows("2.424,79");
            await visit.OpenAsync((await shop.SignInLinkAsync(StaffRole.Owner, $"/oficina/pedidos/{placed.Number}")).ToString());
            visit.Shows($"{Regime} 3\u00A0%");
        }
        var mail = await shop.Mail.WaitForAsync(m => m.Subject.Contains(placed.Number, StringComparison.Ordinal), TimeSpan.FromSeconds(30));
        Assert.Contains(Regime, mail.Html, StringComparison.Ordinal);

        // Paid and invoiced with the same amount. A rate that changes afterwards changes nothing of it.
        var order = (await owner.Orders.FindAsync(placed.Number)).Value();
        Assert.Equal("order.payment_amount", (await owner.Orders.RecordPaymentAsync(order.Id, new RecordPaymentRequest(Tender.BankTransfer, Money.Ars(100_224.80m), "1"))).Problem().Code);
        order = (await owner.Orders.RecordPaymentAsync(order.Id, new RecordPaymentRequest(Tender.BankTransfer, order.Totals.Total, "Transferencia 1"))).Value();
        Assert.Equal((PaymentState.Captured, 1), (order.Money.State, order.Totals.Tributes.Count));
        (await invoicing.AddTributeAsync(accountant.Issuer.Id, new SaveTributeRateRequest(7, Regime, 5m, new DateOnly(2026, 11, 29), Province: "C"))).Value();
        var invoice = Assert.Single(await accountant.SettledAsync(1));
        Assert.Equal((FiscalDocumentState.Authorized, "A", 100_224_79L), (invoice.State, invoice.Decided.Class, invoice.TotalMinor));
        Assert.Equal([new VoucherTribute(7, Regime, 80_826_45, 3m, 2_424_79)], invoice.Frozen.Tributes);
        Assert.Contains(invoice.Decided.Trace, t => t.Contains(Regime, StringComparison.Ordinal));
        await Books.BalanceAsync(shop);

        // One line cannot be served: its part of the perception goes back with it, as money and as a note.
        var work = order.FulfillmentOrders.Single();
        (await owner.Fulfillment.AcceptAsync(work.Id)).Value();
        var shortage = (await owner.Fulfillment.ReportShortageAsync(work.Id, new ReportShortageRequest(order.Lines[1].Id, Quantity.Zero))).Value();
        Assert.Equal(Money.Ars(50_112.40m), shortage.RefundOwed);
        var note = (await accountant.SettledAsync(2))[^1];
        Assert.Equal((FiscalDocumentState.Authorized, 3, 50_112_40L), (note.State, note.Frozen.Type, note.TotalMinor));
        Assert.Equal([new VoucherTribute(7, Regime, 40_413_23, 3m, 1_212_40)], note.Frozen.Tributes);
        var left = (await owner.Orders.FindAsync(order.Number)).Value();
        Assert.Equal((Money.Ars(50_112.40m), Money.Ars(0)), (left.Canceled!.Value, left.Changed!.Value));
        (await owner.Refunds.SettleAsync(left.Money.RefundsDue.Single().Id, new SettleRefundRequest(Tender.BankTransfer, "Transferencia 9"))).Value();
        await Books.BalanceAsync(shop);

        // The rest is canceled: everything is at zero.
        (await owner.Orders.CancelAsync(order.Id, new CancelOrderRequest("Se arrepintió"))).Value();
        await accountant.SettledAsync(3);
        var all = await accountant.DocumentsAsync();
        long Net(Func<FiscalDocument, long> of) => all.Sum(d => d.Kind == FiscalDocumentKind.CreditNote ? -of(d) : of(d));
        Assert.Equal((0, 0, 0, 0), (Net(d => d.TotalMinor), Net(d => d.VatMinor), Net(d => d.TributesMinor), Net(d => d.Frozen.Tributes.Sum(t => t.BaseMinor))));
        var over = (await owner.Orders.FindAsync(order.Number)).Value().Money;
        Assert.Equal(over.Captured, over.RefundsDue.Select(d => d.Amount).Aggregate((a, b) => a + b));

        // Another one, by parcel to the other province: delivery is part of the base, and goes back with its part.
        var parcel = await CartAsync(accountant, Company, "S");
        var sent = await ToAsync(accountant, parcel, ToLaPlata);
        Assert.Equal([new SaleTribute(7, "Percepción IIBB Buenos Aires", "B", Money.Ars(43_884.30m), 1.75m, Money.Ars(767.98m))], sent.Tributes);
        var second = await BuyAsync(accountant, parcel, sent);
        await accountant.SettledAsync(4);
        var late = (await owner.Orders.ChangeChargeAsync(second.Id, new ChangeChargeRequest([new ChangeChargeLine(Money.Ars(-4_200))], ChargeChangeReason.Late))).Value();
        Assert.Equal((Money.Ars(-4_260.74m), Money.Ars(4_260.74m)), (late.Changed!.Value, late.Money.RefundsDue.Single().Amount));
        await accountant.SettledAsync(5);
        Assert.Equal("order.charge_total", (await Charge(second, null)).Problem().Code);
        Assert.Equal("order.charge_total", (await Charge(second, 1_000)).Problem().Code);
        var dearer = (await Charge(second, 1_014.46m)).Value();
        Assert.Equal(Money.Ars(-3_246.28m), dearer.Changed!.Value);
        var papers = (await accountant.SettledAsync(6)).Where(d => d.OrderId == second.Id).ToList();
        Assert.Equal([(FiscalDocumentKind.Invoice, 767_98L), (FiscalDocumentKind.CreditNote, 60_74L), (FiscalDocumentKind.DebitNote, 14_46L)], papers.Select(d => (d.Kind, d.TributesMinor)));

        // The month: money, sales, documents and agency say the same; each province gets its own.
        await accountant.SettleLogAsync();
        await shop.DoAsync(services => services.GetRequiredService<CheckDocuments>().SweepAsync(CancellationToken.None));
        Assert.Empty((await invoicing.ReconcileAsync("2026-11")).Value().Findings);
        var report = (await invoicing.ReportAsync("2026-11", "province")).Value();
        Assert.Equal([("B", Money.Ars(721.70m)), ("C", Money.Ars(0))], report.Select(r => (r.Key, r.Tributes)).OrderBy(r => r.Key, StringComparer.Ordinal));
        await Books.BalanceAsync(shop);

        Task<Result<OrderView>> Charge(OrderView of, decimal? paid) => owner.Orders.ChangeChargeAsync(of.Id, new ChangeChargeRequest(
            [new ChangeChargeLine(Money.Ars(1_000), of.Lines[0].Id)], ChargeChangeReason.Surcharge, new ChargePayment(Tender.Cash, Amount: paid is { } sum ? Money.Ars(sum) : null)));
    }

    [Theory, EveryDatabase]
    public async Task Asks_only_whom_the_rate_names_and_never_for_money_that_is_here_already(Database database)
    {
        var clock = new TestClock(new DateTimeOffset(2026, 11, 28, 15, 0, 0, TimeSpan.Zero));
        await using var accountant = await Accountant.OpenAsync(database, clock);
        var (owner, goods) = (accountant.Owner, accountant.Goods);
        await PerceivesAsync(accountant);
        var palermo = new CartDelivery(DeliveryKind.Pickup, goods.Palermo.Id);

        // A final consumer pays the price alone.
        var consumer = await CartAsync(accountant, null, "S");
        Assert.Empty((await ToAsync(accountant, consumer, palermo)).Tributes);

        // Somebody in no category gets class B with its own perception, which the agency demands.
        var unsettled = await CartAsync(accountant, new OrderReceiver("CUIT", "30-71234567-1", 7, "Sin Categoría S.A."), "M");
        var totals = await ToAsync(accountant, unsettled, palermo);
        Assert.Equal([(13, 10.5m, Money.Ars(4_243.39m))], totals.Tributes.Select(t => (t.Tribute, t.RatePercent, t.Amount)));
        await BuyAsync(accountant, unsettled, totals);
        var invoice = Assert.Single(await accountant.SettledAsync(1));
        Assert.Equal((FiscalDocumentState.Authorized, 6, 7, 53_143_39L), (invoice.State, invoice.Frozen.Type, invoice.Frozen.ReceiverCondition, invoice.TotalMinor));
        Assert.Equal([(13, 4_243_39L)], invoice.Frozen.Tributes.Select(t => (t.Id, t.AmountMinor)));

        // A till that has taken the price already says so itself when it took the perception too; whoever pays later is asked for it.
        PlaceOrderRequest call = new(goods.Phone.Id, [new PlaceOrderLine(Quantity.One, goods.Size("L").Id)], palermo, new CartContact("compras@hilados.example", "Compras"), Receiver: Company);
        var paid = new PlaceOrderPayment(Tender.Cash, Received: true);
        Assert.Equal(Money.Ars(48_900), (await owner.Orders.PlaceAsync(call with { Payment = paid })).Value().Totals.Total);
        Assert.Equal(Money.Ars(50_112.40m), (await owner.Orders.PlaceAsync(call with { Payment = paid, ChargesPerceptions = true })).Value().Totals.Total);
        Assert.Equal(Money.Ars(50_112.40m), (await owner.Orders.PlaceAsync(call)).Value().Totals.Total);
        Assert.Equal(Money.Ars(48_900), (await owner.Orders.PlaceAsync(call with { ChargesPerceptions = false })).Value().Totals.Total);
        await accountant.SettledAsync(3);
        await Books.BalanceAsync(accountant.Shop);
    }

    [Theory, EveryDatabase]
    public async Task Takes_by_card_what_it_showed_whatever_becomes_of_the_rate_meanwhile(Database database)
    {
        var clock = new TestClock(new DateTimeOffset(2026, 11, 28, 15, 0, 0, TimeSpan.Zero));
        await using var accountant = await Accountant.OpenAsync(database, clock);
        var (shop, goods, carts) = (accountant.Shop, accountant.Goods, accountant.Shop.Guest.Carts);
        await PerceivesAsync(accountant);
        var palermo = new CartDelivery(DeliveryKind.Pickup, goods.Palermo.Id);
        var paying = await CartAsync(accountant, Company, "M");
        var totals = await ToAsync(accountant, paying, palermo);
        Assert.Equal(Money.Ars(50_112.40m), totals.Total);
        var attempt = (await carts.CompleteAsync(paying.Id, paying.Token!, new CompleteCartRequest(Tender.CardOnline, totals.Total))).Value().Attempt!;

        (await accountant.Owner.Invoicing.AddTributeAsync(accountant.Issuer.Id, new SaveTributeRateRequest(7, Regime, 5m, new DateOnly(2026, 11, 1), Province: "C"))).Value();
        var other = await CartAsync(accountant, Company, "S");
        using (var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30)))
            while ((await ToAsync(accountant, other, palermo)).Tributes[0].RatePercent != 5m) await Task.Delay(20, patience.Token);
        Assert.Equal(totals.Tributes, (await carts.OpenAsync(paying.Id, paying.Token!)).Value().Totals.Tributes);
        using (var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = shop.Address })
        using (var form = new FormUrlEncodedContent([new("card", "approved")]))
        using (await browser.PostAsync(new Uri(shop.Address, attempt.RedirectUrl), form)) { }
        var placed = (await shop.Guest.ShopOrders.ReturnFromPaymentAsync(attempt.Id)).Value().Order!;

        var order = (await accountant.Owner.Orders.FindAsync(placed.Number)).Value();
        Assert.Equal((PaymentState.Captured, totals.Total, totals.Total, 0), (order.Money.State, order.Totals.Total, order.Money.Captured, order.Money.RefundsDue.Count));
        Assert.Equal(totals.Tributes, order.Totals.Tributes);
        var invoice = Assert.Single(await accountant.SettledAsync(1));
        Assert.Equal((FiscalDocumentState.Authorized, 50_112_40L, 1_212_40L), (invoice.State, invoice.TotalMinor, invoice.TributesMinor));
        await Books.BalanceAsync(shop);
    }

    /// <summary>Rates of two provinces and one of the nation, known in memory when this ends.</summary>
    private static async Task PerceivesAsync(Accountant accountant)
    {
        var (owner, goods) = (accountant.Owner, accountant.Goods);
        (await owner.Orders.SaveShippingRatesAsync(new SaveShippingRatesRequest([new("*", 30_000, Money.Ars(4_200), 2, 4)]))).Value();
        foreach (var rate in (SaveTributeRateRequest[])
        [
            new(7, "Percepción IIBB Buenos Aires", 1.75m, new DateOnly(2026, 1, 1), Province: "B"), new(7, Regime, 3m, new DateOnly(2026, 1, 1), Province: "C"),
            new(13, "Percepción IVA no categorizado", 10.5m, new DateOnly(2026, 1, 1)),
        ]) (await owner.Invoicing.AddTributeAsync(accountant.Issuer.Id, rate)).Value();
        var asked = await CartAsync(accountant, Company, "S");
        foreach (var (delivery, receiver) in ((CartDelivery, OrderReceiver)[])[(new CartDelivery(DeliveryKind.Pickup, goods.Palermo.Id), Company), (ToLaPlata, Company), (ToLaPlata, Company with { VatCondition = 7 })])
        {
            (await accountant.Shop.Guest.Carts.SetContactAsync(asked.Id, asked.Token!, new CartContact("compras@hilados.example", "Compras", Receiver: receiver))).Value();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            while ((await ToAsync(accountant, asked, delivery)).Tributes.Count == 0) await Task.Delay(20, patience.Token);
        }
    }

    private static async Task<CartView> CartAsync(Accountant accountant, OrderReceiver? receiver, params string[] sizes)
    {
        var carts = accountant.Shop.Guest.Carts;
        var cart = (await carts.CreateAsync(new CreateCartRequest(Lines: [.. sizes.Select(size => new AddCartLine(accountant.Goods.Size(size).Id, Quantity.One))]))).Value();
        (await carts.SetContactAsync(cart.Id, cart.Token!, new CartContact("compras@hilados.example", "Compras", Receiver: receiver))).Value();
        return cart;
    }

    private static async Task<PricingView> ToAsync(Accountant accountant, CartView cart, CartDelivery delivery) => (await accountant.Shop.Guest.Carts.SetDeliveryAsync(cart.Id, cart.Token!, delivery)).Value().Totals;

    private static async Task<OrderView> BuyAsync(Accountant accountant, CartView cart, PricingView totals)
    {
        var placed = (await accountant.Shop.Guest.Carts.CompleteAsync(cart.Id, cart.Token!, new CompleteCartRequest(Tender.BankTransfer, totals.Total))).Value().Order!;
        var order = (await accountant.Owner.Orders.FindAsync(placed.Number)).Value();
        return (await accountant.Owner.Orders.RecordPaymentAsync(order.Id, new RecordPaymentRequest(Tender.BankTransfer, order.Totals.Total, "Transferencia 1"))).Value();
    }
}
