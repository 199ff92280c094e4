using Hilo.Client;
using Hilo.Invoicing;
using Hilo.Tests.Quality;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Fiscal;

/// <summary>A channel whose dispatches have a document each, over what leaves with them.</summary>
public class Documenting_each_dispatch
{
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("HILO_VAT_CARTS"), System.Globalization.CultureInfo.InvariantCulture, out var rounds) ? rounds : 2_000;

    [Fact]
    public void Documents_are_worth_what_has_left_after_every_step_and_no_note_exceeds_its_invoice()
    {
        var seed = Seed.Taken;
        var dice = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            var paper = new Paperwork(AnySale.New(dice), $"Seed {seed}, cart {round}");
            for (var steps = dice.Next(1, 9); steps > 0; steps--)
                paper.Follow(dice.Next(2) == 0 ? AnySale.Dispatched(paper.Sale, dice) : AnySale.Changed(paper.Sale, dice));
            paper.Follow(AnySale.Dispatched(paper.Sale, dice, everything: true));
            paper.IsComplete();
        }
    }

    [Fact]
    public void What_stays_and_is_canceled_leaves_nothing_to_note()
    {
        var seed = Seed.Taken;
        var dice = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            var paper = new Paperwork(AnySale.New(dice), $"Seed {seed}, cart {round}");
            for (var steps = dice.Next(1, 4); steps > 0; steps--) paper.Follow(AnySale.Dispatched(paper.Sale, dice));
            var before = paper.Documents;
            paper.Follow(AnySale.WithoutTheRest(paper.Sale));
            Assert.True(paper.Documents == before, $"Seed {seed}, cart {round}");
            paper.IsComplete();
        }
    }

    [Theory, EveryDatabase]
    public async Task Two_parcels_of_one_line_are_two_invoices_and_what_goes_back_is_credited_to_each(Database database)
    {
        await using var accountant = await Accountant.OpenAsync(database);
        var (goods, owner) = (accountant.Goods, accountant.Owner);
        (await owner.Orders.SaveShippingRatesAsync(new SaveShippingRatesRequest([new("*", 30_000, Money.Ars(4_200), 2, 4)]))).Value();
        await accountant.SettleLogAsync();
        Assert.Equal(DocumentDue.EachDispatch, (await owner.Invoicing.SetChannelAsync(goods.Phone.Id, DocumentDue.EachDispatch)).Value().Due);
        var order = (await owner.Orders.PlaceAsync(new PlaceOrderRequest(
            goods.Phone.Id, [new PlaceOrderLine(Quantity.Units(3), goods.Size("M").Id)], new CartDelivery(DeliveryKind.Ship, null, new PostalAddress("Calle 7", "La Plata", "B", "1900", "776")),
            new CartContact("sofia@ejemplo.com", "Sofía Ñandú", "11 5555-0142"), new PlaceOrderPayment(Tender.Cash, Received: true)))).Value();
        var (first, line) = (order.FulfillmentOrders.Single().Id, order.Lines.Single().Id);
        (await owner.Fulfillment.AcceptAsync(first)).Value();
        Assert.Equal(Quantity.One, (await owner.Fulfillment.ReportShortageAsync(first, new ReportShortageRequest(line, Quantity.Units(2)))).Value().Moved);
        await accountant.SettleLogAsync();
        Assert.Empty(await accountant.DocumentsAsync());

        await ShipsAsync(owner, first);
        var early = Assert.Single(await accountant.SettledAsync(1));
        Assert.Equal((Quantity.Units(2), order.Totals.Total - Goods.Price), (early.Says.Lines[0].Quantity, early.Total));
        await AgreesAsync(accountant);

        // Whoever began by dispatches ends so, whatever the channel does with its next sales.
        (await owner.Invoicing.SetChannelAsync(goods.Phone.Id, DocumentDue.Payment)).Value();
        var second = (await owner.Orders.FindAsync(order.Number)).Value().FulfillmentOrders.Single(f => f.Id != first).Id;
        (await owner.Fulfillment.AcceptAsync(second)).Value();
        await ShipsAsync(owner, second);
        var late = (await accountant.SettledAsync(2))[^1];
        Assert.Equal((FiscalDocumentKind.Invoice, Quantity.One, Goods.Price), (late.Kind, Assert.Single(late.Says.Lines).Quantity, late.Total));
        await AgreesAsync(accountant);

        async Task GiveBackAsync(decimal amount) =>
            (await owner.Orders.ChangeChargeAsync(order.Id, new ChangeChargeRequest([new ChangeChargeLine(Money.Ars(-amount), line)], ChargeChangeReason.Allowance))).Value();
        await GiveBackAsync(8_900);
        var note = (await accountant.SettledAsync(3))[^1];
        Assert.Equal((late.Id, Money.Ars(8_900)), (note.OriginalId!.Value, note.Total));
        await GiveBackAsync(50_000);
        var notes = (await accountant.SettledAsync(5)).FindAll(d => d.Kind == FiscalDocumentKind.CreditNote && d.Id != note.Id);
        Assert.Equal([(early.Id, Money.Ars(10_000)), (late.Id, Money.Ars(40_000))], notes.OrderBy(n => n.TotalMinor).Select(n => (n.OriginalId!.Value, n.Total)));
        Assert.All(notes, n => Assert.Equal(FiscalDocumentState.Authorized, n.State));
        await AgreesAsync(accountant);
    }

    [Theory, EveryDatabase]
    public async Task What_is_canceled_before_it_leaves_is_in_no_document(Database database)
    {
        await using var accountant = await Accountant.OpenAsync(database, unitsEach: 1);
        var (goods, owner) = (accountant.Goods, accountant.Owner);
        (await owner.Invoicing.SetChannelAsync(goods.Phone.Id, DocumentDue.EachDispatch)).Value();
        var order = (await owner.Orders.PlaceAsync(new PlaceOrderRequest(
            goods.Phone.Id, [new PlaceOrderLine(Quantity.One, goods.Size("M").Id), new PlaceOrderLine(Quantity.One, goods.Size("S").Id)], new CartDelivery(DeliveryKind.Pickup, goods.Palermo.Id),
            new CartContact("sofia@ejemplo.com", "Sofía Ñandú"), new PlaceOrderPayment(Tender.Cash, Received: true)))).Value();
        var work = order.FulfillmentOrders.Single().Id;
        (await owner.Fulfillment.AcceptAsync(work)).Value();
        Assert.Equal(Quantity.One, (await owner.Fulfillment.ReportShortageAsync(work, new ReportShortageRequest(order.Lines[1].Id, Quantity.Zero))).Value().Canceled);
        (await owner.Fulfillment.PickAsync(work, new PickRequest())).Value();
        (await owner.Fulfillment.PackAsync(work)).Value();
        (await owner.Fulfillment.ReadyAsync(work)).Value();
        var pass = (await accountant.Shop.DoAsync(services => services.GetRequiredService<IPickupPasses>().FindAsync(order.Id, CancellationToken.None)))!;
        (await owner.Fulfillment.HandOverAsync(new HandOverRequest(pass.Qr))).Value();

        var invoice = Assert.Single(await accountant.SettledAsync(1));
        Assert.Equal((Goods.Price, order.Lines[0].Id), (invoice.Total, Assert.Single(invoice.Says.Lines).OrderLine!.Value));
        await AgreesAsync(accountant);
    }

    private static async Task ShipsAsync(HiloClient owner, FulfillmentOrderId parcel)
    {
        (await owner.Fulfillment.PickAsync(parcel, new PickRequest())).Value();
        (await owner.Fulfillment.PackAsync(parcel)).Value();
        (await owner.Fulfillment.ShipAsync(parcel, new ShipRequest())).Value();
    }

    /// <summary>Sales, documents and all that must always be true.</summary>
    private static async Task AgreesAsync(Accountant accountant)
    {
        await accountant.SettleLogAsync();
        Assert.Empty((await accountant.Owner.Invoicing.ReconcileAsync($"{FiscalDay.Of(TimeProvider.System.GetUtcNow()):yyyy-MM}")).Value().Findings);
        await Books.BalanceAsync(accountant.Shop);
    }

    /// <summary>A sale and its documents.</summary>
    private sealed class Paperwork(SaleToInvoice sale, string which)
    {
        private readonly List<Documented> documents = [];
        private readonly List<VatBlock> charged = [];
        private readonly List<VatBlock> credited = [];

        public SaleToInvoice Sale { get; private set; } = sale;

        public int Documents => documents.Count;

        public void Follow(SaleToInvoice changed)
        {
            Sale = changed;
            var left = SaleLines.Left(Sale);
            foreach (var missing in Between())
            {
                documents.Add(new Documented(missing.Kind, missing.Lines, missing.Amounts.Tributes, missing.Invoice));
                (missing.Kind == FiscalDocumentKind.CreditNote ? credited : charged).Add(missing.Amounts);
                Assert.True(missing.Amounts.TotalMinor == missing.Lines.Sum(l => l.GrossMinor) + missing.Amounts.TributesMinor && missing.Lines.All(l => l.GrossMinor > 0), which);
                Assert.All(missing.Lines, l => Assert.True(new Money(l.UnitPriceMinor, Sale.Currency).Times(l.Quantity).Minor + l.DiscountMinor == l.GrossMinor, which));
            }
            Netting_to_what_was_paid.Same(SaleLines.Amounts(Sale, left), charged, credited, which);
            foreach (var line in documents.SelectMany(d => d.Lines.Select(l => (d.Invoice, d.Sign, Line: l))).GroupBy(l => (l.Invoice, l.Line.Key)))
                Assert.True(line.Sum(l => l.Sign * l.Line.GrossMinor) >= 0, $"{which}: invoice {line.Key.Invoice} gave more back of a line than it charged.");
            // Told again, or late: nothing is left to say.
            Assert.Empty(Between());

            IReadOnlyList<Missing> Between() => documents.Count > 0 || left.Count == 0
                ? NoteLines.Between(documents, left, Sale.Currency, Sale.Tributes, isByDispatch: true)
                : [new Missing(FiscalDocumentKind.Invoice, left, SaleLines.Amounts(Sale, left), 0)];
        }

        public void IsComplete() => Netting_to_what_was_paid.Same(SaleLines.Amounts(Sale, Sale.HasLeft ? SaleLines.Owed(Sale) : []), charged, credited, which);
    }
}
