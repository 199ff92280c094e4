using System.Text;
using Hilo.Client;
using Hilo.Invoicing;

namespace Hilo.Tests.Fiscal;

public class Invoicing_other_systems
{
    [Theory, EveryDatabase]
    public async Task Documents_each_reference_once_with_tributes_services_and_currencies_and_refuses_another_content(Database database)
    {
        await using var accountant = await Accountant.OpenAsync(database);
        var invoicing = accountant.Owner.Invoicing;
        (await invoicing.AddTributeAsync(accountant.Issuer.Id, new SaveTributeRateRequest(7, "IIBB CABA", 3m, new DateOnly(2026, 1, 1), Province: "C"))).Value();
        var day = FiscalDay.Of(TimeProvider.System.GetUtcNow());
        var sale = new ExternalSaleRequest(
            "WMS-1", [new ExternalLine("Remera", Quantity.Units(2), 121m, TaxCode.Vat21, "REM"), new ExternalLine("Arreglo", Quantity.One, 110.50m, TaxCode.Vat10_5, IsService: true)],
            Receiver: Accountant.Company, Province: "C", ChargesPerceptions: true, Service: new ServicePeriod(day.AddDays(-9), day, day.AddDays(15)));

        var first = (await invoicing.TakeExternalAsync(sale)).Value();
        Assert.True(first.IsNew);
        Assert.Equal((first.Document.Id, false), (await invoicing.TakeExternalAsync(sale)).Value() is var again ? (again.Document.Id, again.IsNew) : default);
        var differs = (await invoicing.TakeExternalAsync(sale with { Province = "B" })).Problem();
        Assert.Equal(("invoicing.external_differs", 409), (differs.Code, differs.Status));
        Assert.Contains("la provincia: era C, ahora B", differs.Detail, StringComparison.Ordinal);

        // A note keeps class, receiver, period and tributes of its invoice, and gives back at most what is left.
        var part = new ExternalSaleRequest("WMS-1-NC", [new ExternalLine("Remera", Quantity.One, 121m, TaxCode.Vat21)], FiscalDocumentKind.CreditNote, "WMS-1");
        var note = (await invoicing.TakeExternalAsync(part)).Value();
        var above = (await invoicing.TakeExternalAsync(part with { Reference = "WMS-1-NC2", Lines = [new ExternalLine("Remera", Quantity.Units(2), 121m, TaxCode.Vat21)] })).Problem();
        Assert.Equal("invoicing.credit_above", above.Code);
        Assert.Contains("quedan 121.00 ARS", above.Detail, StringComparison.Ordinal);
        Assert.Equal("invoicing.no_such_original", (await invoicing.TakeExternalAsync(part with { Reference = "X", Corrects = "nadie" })).Problem().Code);

        // In dollars, at the rate of the sale, and paid in dollars, at the agency's.
        var dollars = new ExternalSaleRequest("WMS-2", [new ExternalLine("Remera", Quantity.One, 121m, TaxCode.Vat21)], Currency: "USD", ExchangeRate: 1_000m);
        (await invoicing.TakeExternalAsync(dollars)).Value();
        (await invoicing.TakeExternalAsync(dollars with { Reference = "WMS-3", ExchangeRate = null, PaidInCurrency = true, Receiver = new OrderReceiver("DNI", "30111222") })).Value();

        var all = await accountant.SettledAsync(4);
        Assert.All(all, d => Assert.True(d.State == FiscalDocumentState.Authorized, $"{d.OrderNumber}: {d.Notes}"));
        var (invoice, credit) = (all.Single(d => d.Id == first.Document.Id), all.Single(d => d.Id == note.Document.Id));
        Assert.Equal((1, 3, 361_50L, 9_00L), (invoice.Frozen.Type, invoice.Frozen.Concept, invoice.TotalMinor, invoice.TributesMinor));
        Assert.Equal((3, 3, invoice.Number!.Value, day.AddDays(15)), (credit.Frozen.Type, credit.Frozen.Concept, credit.Frozen.Associated.Single().Number, credit.Frozen.PayBy!.Value));
        // 121 of 352.50: its share of the perception.
        Assert.Equal((124_09L, 3_09L), (credit.TotalMinor, credit.TributesMinor));
        Assert.Equal([("DOL", 1_000m, false), ("DOL", 0m, true)], all.Where(d => d.Currency == Currency.Usd).OrderBy(d => d.OrderNumber, StringComparer.Ordinal).Select(d => (d.Frozen.Currency, d.Frozen.Rate, d.Frozen.PaidInCurrency!.Value)));
        Assert.NotEmpty((await invoicing.PrintAsync(invoice.Id)).Value());
        await Books.BalanceAsync(accountant.Shop);
    }

    [Theory]
    [InlineData(1_450, null, 0)]
    [InlineData(1_450.5, 10240, 0)]
    [InlineData(1_450.5, null, 1)]
    [InlineData(28, 10119, 0)]
    [InlineData(5_801, 10119, 300)]
    public void Holds_an_agreed_rate_against_the_agencys(double rate, int? code, int above)
    {
        var voucher = new Voucher(6, 7, 1, 1, 99, 0, new DateOnly(2026, 11, 28), 121_00, 0, 100_00, 0, 0, 21_00, "DOL", (decimal)rate, 5, [], [new(5, 100_00, 21_00)]) { PaidInCurrency = false };
        var quote = new Quote("DOL", 1_450m, new DateOnly(2026, 11, 27));
        Assert.Equal(code, quote.Refusal(voucher, above)?.Code);
        Assert.Null(quote.Refusal(voucher with { Type = 8 }, above));
        Assert.Equal(rate == 1_450 ? null : 10038, quote.Refusal(voucher with { PaidInCurrency = true }, above)?.Code);
        Assert.Null(quote.Refusal(voucher with { PaidInCurrency = true, Rate = 0 }, above));
    }

    [Theory, EveryDatabase]
    public async Task Knows_the_agencys_rate_before_and_after(Database database)
    {
        await using var accountant = await Accountant.OpenAsync(database);
        var invoicing = accountant.Owner.Invoicing;
        Assert.Equal(("USD", 1_450m), (await invoicing.RateAsync("USD")).Value() is var usd ? (usd.Currency, usd.Rate) : default);
        Assert.Equal(404, (await invoicing.RateAsync("UYU")).Problem().Status);
        Assert.Equal("invoicing.unknown_currency", (await invoicing.RateAsync("ARS")).Problem().Code);
        var sale = new ExternalSaleRequest("USD-1", [new ExternalLine("Remera", Quantity.One, 121m, TaxCode.Vat21)], Currency: "USD", ExchangeRate: 1_500m, Receiver: new OrderReceiver("DNI", "30111222"));
        (await invoicing.TakeExternalAsync(sale)).Value();
        (await invoicing.TakeExternalAsync(sale with { Reference = "USD-2", ExchangeRate = null, PaidInCurrency = true })).Value();
        var all = await accountant.SettledAsync(2);
        var (above, paid) = (all.Single(d => d.OrderNumber == "USD-1"), all.Single(d => d.OrderNumber == "USD-2"));
        // Above the agency's: a person sees both, and no request was wasted.
        Assert.Equal((FiscalDocumentState.Rejected, 10240, 0), (above.State, Assert.Single(above.AgencyNotes).Code, above.Attempts));
        Assert.Contains("a 1450 ", above.AgencyNotes[0].Words, StringComparison.Ordinal);
        // Left to the agency, and known at once to books and QR.
        Assert.Equal((0m, 1_450_000_000L), (paid.Frozen.Rate, paid.RateMicros!.Value));
        var qr = Paper.Of(paid, null, Norms.Known).Qr;
        Assert.Contains("\"ctz\":1450,", Encoding.UTF8.GetString(Convert.FromBase64String(qr[(qr.IndexOf("?p=", StringComparison.Ordinal) + 3)..])), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Mails_each_document_once_to_who_is_named(Database database)
    {
        await using var accountant = await Accountant.OpenAsync(database);
        var (invoicing, mail) = (accountant.Owner.Invoicing, accountant.Shop.Mail);
        Assert.False((await invoicing.SetChannelAsync(accountant.Goods.Phone.Id, DocumentDue.Payment, mailsOtherSystems: false)).Value().MailsOtherSystems);
        var sale = new ExternalSaleRequest("WMS-1", [new ExternalLine("Remera", Quantity.One, 121m, TaxCode.Vat21)], Receiver: new OrderReceiver("DNI", "30111222", null, "Ana Gómez"), Email: "ana@ejemplo.com");
        (await invoicing.TakeExternalAsync(sale with { Reference = "SIN-CORREO", Email = null })).Value();
        (await invoicing.TakeExternalAsync(sale with { Reference = "CALLADA", Email = "nadie@ejemplo.com", SalesChannelId = accountant.Goods.Phone.Id })).Value();
        var invoice = (await invoicing.TakeExternalAsync(sale)).Value();
        Assert.False((await invoicing.TakeExternalAsync(sale)).Value().IsNew);
        Assert.Contains("el correo: era ana@ejemplo.com, ahora nada", (await invoicing.TakeExternalAsync(sale with { Email = null })).Problem().Detail, StringComparison.Ordinal);
        Assert.Equal(400, (await invoicing.TakeExternalAsync(sale with { Reference = "X", Email = "ana" })).Problem().Status);
        // A note goes where its invoice went.
        (await invoicing.TakeExternalAsync(new ExternalSaleRequest("WMS-1-NC", [new ExternalLine("Remera", Quantity.One, 121m, TaxCode.Vat21)], FiscalDocumentKind.CreditNote, "WMS-1"))).Value();
        await accountant.SettledAsync(4);

        var note = await mail.WaitForAsync(m => m.Subject.Contains("Tu nota de crédito del pedido WMS-1", StringComparison.Ordinal), TimeSpan.FromSeconds(30));
        var sent = await mail.WaitForAsync(m => m.Subject == "Tu factura del pedido WMS-1", TimeSpan.FromSeconds(30));
        Assert.Equal((await invoicing.PrintAsync(invoice.Document.Id)).Value(), Assert.Single(sent.Parts, p => p.ContentType == "application/pdf").Content);
        Assert.StartsWith("Hola, Ana.", sent.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ver mi pedido", sent.Html, StringComparison.Ordinal);
        Assert.Contains("CUIT 30-00000001-5", sent.Html, StringComparison.Ordinal);
        await accountant.SettleLogAsync();
        Assert.Equal([sent.MessageId, note.MessageId], mail.Messages.OrderBy(m => m.Subject == note.Subject).Select(m => m.MessageId));
        await Books.BalanceAsync(accountant.Shop);
    }

    [Theory, EveryDatabase]
    public async Task Takes_a_file_whose_good_sales_go_in_once(Database database)
    {
        await using var accountant = await Accountant.OpenAsync(database);
        var invoicing = accountant.Owner.Invoicing;
        var file = Encoding.UTF8.GetBytes("""
            referencia;tipo;detalle;cantidad;precio;iva;corrige
            V-1;;Remera;2;1210,50;21;
            V-1;;Envío;1;500;21;
            V-2;NC;Remera;1;1210,50;21;V-1
            V-3;;Remera;1;10;19;
            """);
        var tried = (await invoicing.TakeExternalFileAsync(new MemoryStream(file), dryRun: true)).Value();
        Assert.Equal((2, 0, 1), (tried.Issued, tried.Known, tried.Refused));
        Assert.Empty(await accountant.DocumentsAsync());

        var taken = (await invoicing.TakeExternalFileAsync(new MemoryStream(file))).Value();
        Assert.Equal([("issued", 2), ("issued", 4), ("refused", 5)], taken.Sales.Select(s => (s.Outcome, s.Line)));
        var repeated = (await invoicing.TakeExternalFileAsync(new MemoryStream(file))).Value();
        Assert.Equal((0, 2, 1), (repeated.Issued, repeated.Known, repeated.Refused));
        Assert.Equal(taken.Sales[0].DocumentId, repeated.Sales[0].DocumentId);

        var all = await accountant.SettledAsync(2);
        Assert.Equal([2_921_00L, 1_210_50L], all.Select(d => d.TotalMinor));
        Assert.Equal(all[0].Id, (await invoicing.FindExternalAsync("V-1")).Value().Document.Id);
        Assert.Equal("invoicing.file_unreadable", (await invoicing.TakeExternalFileAsync(new MemoryStream("a;b\n1;2"u8.ToArray()))).Problem().Code);
        await Books.BalanceAsync(accountant.Shop);
    }
}
