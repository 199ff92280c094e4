using Hilo.Client;
using Hilo.Invoicing;
using Hilo.Sandbox.Agency;

namespace Hilo.Tests.Fiscal;

public class Invoicing_a_sale
{
    [Theory, EveryDatabase]
    public async Task Gives_every_paid_sale_its_document_by_itself(Database database)
    {
        await using var accountant = await Accountant.OpenAsync(database);
        var order = await accountant.Sells();
        await accountant.Sells("L", Accountant.Company);

        var documents = await accountant.SettledAsync(2);

        var (b, a) = (documents.Single(d => d.OrderId == order.Id), documents.Single(d => d.OrderId != order.Id));
        Assert.Equal((FiscalDocumentState.Authorized, 1L, order.Totals.Total), (b.State, b.Number!.Value, b.Total));
        Assert.Equal("B", b.Decided.Class);
        Assert.Equal(order.Totals.Vat.Minor, b.VatMinor);
        Assert.Equal(("A", 80, 30712345671L), (a.Decided.Class, a.Frozen.DocumentType, a.Frozen.DocumentNumber));
        var kept = accountant.Agency.All;
        Assert.Equal([1, 6], kept.Select(v => v.Type).Order());
        Assert.Equal(b.Cae, kept.Single(v => v.Type == 6).Cae);
        var shown = (await accountant.Owner.Invoicing.FindAsync(b.Id)).Value();
        Assert.Equal("Factura B 00007-00000001", shown.Document.Title);
        Assert.Contains("Emisor responsable inscripto; receptor: Consumidor final (condición 5), que no computa el crédito fiscal: clase B.", shown.Trace);
        var exchange = Assert.Single(shown.Exchanges);
        Assert.Contains("<Token>···</Token>", exchange.Request.Replace(" xmlns=\"http://ar.gov.afip.dif.FEV1/\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(shown.Document, Assert.Single((await accountant.Owner.Invoicing.DocumentsAsync("00007-00000001", order: order.Id)).Value().Items));
        await Books.BalanceAsync(accountant.Shop);
    }

    [Theory, EveryDatabase]
    public async Task Credits_a_canceled_sale_against_its_invoice(Database database)
    {
        await using var accountant = await Accountant.OpenAsync(database);
        var order = await accountant.Sells(receiver: Accountant.Company, units: 2);
        await accountant.SettledAsync(1);

        (await accountant.Owner.Orders.CancelAsync(order.Id, new CancelOrderRequest("Se arrepintió"))).Value();

        var documents = await accountant.SettledAsync(2);
        var (invoice, note) = (documents[0], documents[1]);
        Assert.Equal((FiscalDocumentKind.CreditNote, FiscalDocumentState.Authorized, invoice.TotalMinor, invoice.VatMinor), (note.Kind, note.State, note.TotalMinor, note.VatMinor));
        var frozen = note.Frozen;
        Assert.Equal((3, 30712345671L), (frozen.Type, frozen.DocumentNumber));
        Assert.Equal((1, 7, 1L), frozen.Associated.Select(a => (a.Type, a.Point, a.Number)).Single());
        Assert.NotNull(note.DueOn);
        await Books.BalanceAsync(accountant.Shop);
    }

    [Theory, EveryDatabase]
    public async Task Lives_through_an_outage_a_lost_answer_and_a_stranger_on_its_point_of_sale(Database database)
    {
        await using var accountant = await Accountant.OpenAsync(database);
        var agency = accountant.Owner.Invoicing;
        accountant.Faults.Plan = new AgencyFaultPlan { IsDown = true };
        for (var i = 0; i < 3; i++) await accountant.Sells();
        await accountant.UntilAsync(all => all.Count == 3);
        Assert.Equal(3, Assert.Single((await agency.SeriesAsync()).Value()).Waiting);
        Assert.False((await agency.ConnectionAsync(accountant.Issuer.Id)).Value().IsUp);

        accountant.Faults.Plan = new AgencyFaultPlan();
        var connection = await accountant.ConnectedAsync();
        Assert.True(connection is { IsUp: true, IsIn: true, Problem: null });
        Assert.Contains(new AgencyPoint(7, "CAE - Ri Iva", IsUsable: true), connection.Points);
        Assert.Equal([1, 2, 3], (await accountant.SettledAsync(3)).Select(d => d.Number!.Value).Order());

        // Authorized, and nobody heard it: asking for that number finds it.
        accountant.Faults.Plan = new AgencyFaultPlan { LoseAnswers = 1 };
        await accountant.Sells();
        Assert.Equal([4], (await accountant.SettledAsync(4)).Where(d => d.IsRecovered).Select(d => d.Number!.Value));

        accountant.Agency.TakeForeign("30000000015", 7, 6);
        await accountant.Sells();
        Assert.Equal([1, 2, 3, 4, 6], (await accountant.SettledAsync(5)).Select(d => d.Number!.Value).Order());
        Assert.Equal(1, Assert.Single((await agency.SeriesAsync()).Value()).ForeignVouchers);

        // Two anonymous documents of one amount look alike, and now somebody else issues here: a person decides whose it is.
        accountant.Faults.Plan = new AgencyFaultPlan { LoseAnswers = 1 };
        await accountant.Sells();
        var doubtful = (await accountant.UntilAsync(all => all.Exists(d => d.State == FiscalDocumentState.ManualReview))).Single(d => d.State == FiscalDocumentState.ManualReview);
        Assert.NotNull(Assert.Single((await agency.SeriesAsync()).Value()).BlockedFor);
        (await agency.AskAgainAsync(doubtful.Id, isOurs: true)).Value();
        Assert.Equal(7, (await accountant.SettledAsync(6)).Single(d => d.Id == doubtful.Id).Number);
        Assert.Equal("invoicing.not_askable", (await agency.AskAgainAsync(doubtful.Id)).Problem().Code);
        await Books.BalanceAsync(accountant.Shop);
    }

    [Theory, EveryDatabase]
    public async Task Asks_a_person_when_the_agency_refuses_and_goes_on_when_it_is_corrected(Database database)
    {
        await using var accountant = await Accountant.OpenAsync(database);
        accountant.Faults.Plan = new AgencyFaultPlan { RejectsReceiver = Accountant.Buyer };
        await accountant.Sells(receiver: Accountant.Company);
        var refused = Assert.Single(await accountant.SettledAsync(1));
        Assert.Equal((FiscalDocumentState.Rejected, (long?)null), (refused.State, refused.Number));
        var row = Assert.Single((await accountant.Owner.Invoicing.DocumentsAsync(view: "attention")).Value().Items);
        Assert.Contains("10015", row.Problem, StringComparison.Ordinal);
        Assert.Contains("10015", Assert.Single((await accountant.Owner.Invoicing.FindAsync(refused.Id)).Value().Exchanges).Answer, StringComparison.Ordinal);

        (await accountant.Owner.Invoicing.CorrectAsync(refused.Id, null)).Value();

        var document = (await accountant.UntilAsync(all => all.TrueForAll(d => d.State == FiscalDocumentState.Authorized)))[0];
        Assert.Equal("B", document.Decided.Class);
        Assert.Equal("invoicing.not_correctable", (await accountant.Owner.Invoicing.CorrectAsync(refused.Id, null)).Problem().Code);
        await Books.BalanceAsync(accountant.Shop);
    }

    [Theory, EveryDatabase]
    public async Task Makes_an_invoice_A_for_who_asks_at_the_checkout_and_mails_it_with_its_paper(Database database)
    {
        await using var accountant = await Accountant.OpenAsync(database);
        var (shop, carts) = (accountant.Shop, accountant.Shop.Guest.Carts);
        var cart = (await carts.CreateAsync(new CreateCartRequest(Lines: [new AddCartLine(accountant.Goods.Size("M").Id, Quantity.One)]))).Value();
        var contact = new CartContact("compras@hilados.example", "Compras", Receiver: Accountant.Company);
        Assert.Equal("cart.receiver_cuit", (await carts.SetContactAsync(cart.Id, cart.Token!, contact with { Receiver = Accountant.Company with { DocumentNumber = "30-71234567-9" } })).Problem().Code);
        (await carts.SetContactAsync(cart.Id, cart.Token!, contact)).Value();
        var ready = (await carts.SetDeliveryAsync(cart.Id, cart.Token!, new CartDelivery(DeliveryKind.Pickup, accountant.Goods.Palermo.Id))).Value();
        var placed = (await carts.CompleteAsync(cart.Id, cart.Token!, new CompleteCartRequest(Tender.BankTransfer, ready.Totals.Total))).Value().Order!;
        var order = (await accountant.Owner.Orders.FindAsync(placed.Number)).Value();
        (await accountant.Owner.Orders.RecordPaymentAsync(order.Id, new RecordPaymentRequest(Tender.BankTransfer, order.Totals.Total, "Transferencia 1"))).Value();

        var invoice = Assert.Single(await accountant.SettledAsync(1));

        Assert.Equal(("A", "30712345671"), (invoice.Decided.Class, invoice.Decided.Receiver.DocumentNumber));
        var mail = await shop.Mail.WaitForAsync(m => m.Subject.Contains("Tu factura", StringComparison.Ordinal), TimeSpan.FromSeconds(30));
        var paper = Assert.Single(mail.Parts, p => p.ContentType == "application/pdf");
        Assert.Equal((await accountant.Owner.Invoicing.PrintAsync(invoice.Id)).Value(), paper.Content);
        // The order's page has it too, and nobody else's link opens it.
        var link = placed.OrderUrl[(placed.OrderUrl.LastIndexOf('/') + 1)..];
        var shown = Assert.Single((await shop.Guest.Invoicing.OfOrderAsync(link)).Value());
        Assert.Equal(paper.Content, (await shop.Guest.Invoicing.PrintForBuyerAsync(link, shown.Id)).Value());
        Assert.Equal(404, (await shop.Guest.Invoicing.OfOrderAsync("otra")).Problem().Status);
        await Books.BalanceAsync(shop);
    }
}
