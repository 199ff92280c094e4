using System.Text;
using Hilo.Invoicing;

namespace Hilo.Tests.Fiscal;

public class Deciding_an_export
{
    private static readonly Dictionary<string, string> Countries = new() { ["225"] = "URUGUAY" };

    [Theory]
    [InlineData(VatCondition.Registered)]
    [InlineData(VatCondition.Monotributo)]
    [InlineData(VatCondition.Exempt)]
    public void Gives_letter_E_to_what_leaves_the_country_whoever_issues_and_says_why(VatCondition condition)
    {
        var decided = Decide(Exports.Sale("E-1", Exports.Jacket, Exports.Design), condition).Value();
        Assert.Equal(("E", 19, 3, 9, "55000002002"), (decided.Decision.Class, decided.Decision.Type, decided.Decision.Concept, decided.Decision.Receiver.Condition, decided.Decision.Receiver.DocumentNumber));
        Assert.Equal((540_00L, 0L, 540_00L), (decided.Amounts.TotalMinor, decided.Amounts.VatMinor, decided.Amounts.ExemptMinor));
        Assert.Contains(decided.Decision.Trace, t => t.Contains("con destino URUGUAY (225): clase E", StringComparison.Ordinal));
        Assert.Contains("Factura E, código 19.", decided.Decision.Trace);
        Assert.Contains(decided.Decision.Trace, t => t.Contains("En USD, a 1450 pesos", StringComparison.Ordinal));
        Assert.Equal((AbroadTerms.Other, "URUGUAY"), (decided.Abroad!.Kind, decided.Abroad.CountryName));
    }

    [Fact]
    public void Freezes_what_the_agency_takes()
    {
        var decided = Decide(Exports.Sale("E-1", Exports.Design) with { Abroad = Exports.Buyer with { PayBy = new DateOnly(2026, 11, 30) } }).Value();
        var content = new DocumentContent(Given.OnPaper(), decided.Lines, decided.Amounts, "E-1", "es-AR", null, "x", null, null, Terms: decided.Terms, Abroad: decided.Abroad);
        Voucher On(DateOnly day, Voucher? original = null) => FreezeAbroad.Complete(
            FreezeVoucher.Of(decided.Decision, decided.Amounts, Given.Issuer, 30, 1, day, original, null, decided.Terms), decided.Abroad!, content, 41);
        var voucher = On(new DateOnly(2026, 11, 28));
        Assert.Null(FreezeVoucher.Refusal(voucher));
        Assert.Equal((41L, new DateOnly(2026, 11, 30), 1_450m, true), (voucher.Abroad!.Id, voucher.PayBy!.Value, voucher.Rate, voucher.PaidInCurrency!.Value));
        // Never before its own day, and a note says nothing of it.
        Assert.Equal(new DateOnly(2026, 12, 2), On(new DateOnly(2026, 12, 2)).PayBy);
        Assert.Null(On(new DateOnly(2026, 11, 28), voucher).PayBy);
        Assert.Null(KnownTables.BuiltIn.Refusal(voucher));

        var tables = new KnownTables([Row("FEX.DST_pais", "203"), Row("FEX.UMed", "7")]);
        Assert.Contains("país de destino con el número 225", tables.Refusal(voucher)!.Words, StringComparison.Ordinal);
        Assert.Null(new KnownTables([Row("FEX.DST_pais", "225"), Row("FEX.UMed", "7"), Row("TiposMonedas", "PES")]).Refusal(voucher));
        // Services are dated like goods here: the window is one for all exports.
        var document = Given.ADocument(decided.Decision, [Given.Line("S", "Diseño", 350, tax: TaxCode.Exempt)]);
        Assert.Equal((2, 1), (document.Decided.Concept, document.Windowed));
    }

    [Theory]
    [InlineData("vat", "sus renglones van exentos")]
    [InlineData("perceptions", "no lleva percepciones")]
    [InlineData("receiver", "sacá el receptor")]
    [InlineData("service", "no llevan período")]
    [InlineData("unit", "La unidad 99")]
    [InlineData("argentina", "no lleva letra E")]
    [InlineData("nowhere", "ningún país de destino con el número 999")]
    [InlineData("cuit", "once números")]
    [InlineData("permit", "Solo la mercadería")]
    [InlineData("payment", "La fecha de pago es de los servicios")]
    [InlineData("incoterm", "va con su Incoterm")]
    [InlineData("note", "conserva cliente y destino")]
    public void Refuses_with_a_sentence_what_belongs_to_sales_inside_of_the_country(string what, string words)
    {
        var sale = Exports.Sale("E-1");
        sale = what switch
        {
            "vat" => sale with { Lines = [Exports.Jacket with { TaxCode = TaxCode.Vat21 }] },
            "perceptions" => sale with { ChargesPerceptions = true },
            "receiver" => sale with { Receiver = Accountant.Company },
            "service" => sale with { Service = new ServicePeriod(new(2026, 11, 1), new(2026, 11, 2)) },
            "unit" => sale with { Lines = [Exports.Jacket with { Unit = 99 }] },
            "argentina" => sale with { Abroad = Exports.Buyer with { Country = 200 } },
            "nowhere" => sale with { Abroad = Exports.Buyer with { Country = 999 } },
            "cuit" => sale with { Abroad = Exports.Buyer with { CountryCuit = "5500000200X" } },
            "permit" => sale with { Lines = [Exports.Design], Abroad = Exports.Buyer with { Permits = [new("26001EC01000001A", 225)] } },
            "payment" => sale with { Abroad = Exports.Buyer with { PayBy = new(2026, 11, 30) } },
            "incoterm" => sale with { Abroad = Exports.Buyer with { IncotermsText = "Buenos Aires" } },
            _ => sale with { Kind = FiscalDocumentKind.CreditNote },
        };
        var problem = Decide(sale).Problem();
        Assert.Equal("invoicing.abroad_invalid", problem.Code);
        Assert.Contains(words, problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Wants_the_rate_of_every_other_currency_and_none_for_pesos()
    {
        Assert.Equal("invoicing.abroad_needs_rate", Decide(Exports.Sale("E-1") with { ExchangeRate = null }).Problem().Code);
        Assert.Equal("invoicing.pesos_have_no_rate", Decide(Exports.Sale("E-1") with { Currency = "ARS" }).Problem().Code);
        Assert.Equal(Currencies.Pesos, Decide(Exports.Sale("E-1") with { Currency = "ARS", ExchangeRate = null, PaidInCurrency = false }).Value().Terms.Currency);
    }

    [Fact(Skip = "Needs Debian's poppler-utils and zbar-tools.", SkipWhen = nameof(Printing_a_document.IsBlind), SkipType = typeof(Printing_a_document))]
    public void Prints_to_whom_where_in_what_currency_and_in_words()
    {
        var decided = Decide(Exports.Sale("E-1", Exports.Jacket with { Unit = 1 }) with { Abroad = Exports.Buyer with { Incoterms = "fob", IncotermsText = "Buenos Aires", PaymentTerms = "Carta de crédito", Permits = [new("26001EC01000001A", 225)] } }).Value();
        var document = Given.ADocument(decided.Decision, decided.Lines);
        document.Content = Stored.Write(document.Says with { Abroad = decided.Abroad, Terms = decided.Terms });
        document.Prepare(FreezeAbroad.Complete(FreezeVoucher.Of(decided.Decision, decided.Amounts, Given.Issuer, 30, 18, FiscalDay.Of(Given.Noon), null, null, decided.Terms), decided.Abroad!, document.Says, 41));
        document.Send(Given.Noon);
        document.Authorize("86471234567890", new DateOnly(2026, 12, 8), "20261128", [], recovered: false, Given.Noon);

        var paper = Paper.Of(document, null, Norms.Known);

        Assert.Equal(("E", "019", "Factura E 00030-00000018", "USD 190,00"), (paper.Letter, paper.Code, paper.Title, paper.Total));
        Assert.Equal(("Tienda Oriental SA", "CUIT del país", "55-00000200-2", "Cliente del exterior", "18 de Julio 1234, Montevideo"), (paper.Receiver.Name, paper.Receiver.DocumentType, paper.Receiver.DocumentNumber, paper.Receiver.Condition, paper.Receiver.Address));
        Assert.Equal([("País de destino", "URUGUAY (225)"), ("Incoterms", "FOB Buenos Aires"), ("Permisos de embarque", "26001EC01000001A")], paper.Abroad.Select(f => (f.Label, f.Amount)));
        Assert.Equal(("Carta de crédito", false), (paper.Sale, paper.ShowsRates));
        Assert.Equal(["Son ciento noventa dólares estadounidenses con 00/100.", "Moneda: USD, a 1450 pesos por unidad; se cobra en esa moneda."], paper.Legends);
        var qr = Encoding.UTF8.GetString(Convert.FromBase64String(paper.Qr[(paper.Qr.IndexOf('=', StringComparison.Ordinal) + 1)..]));
        Assert.Contains("\"tipoCmp\":19,\"nroCmp\":18,\"importe\":190.00,\"moneda\":\"DOL\",\"ctz\":1450,\"tipoDocRec\":80,\"nroDocRec\":55000002002", qr, StringComparison.Ordinal);
        foreach (var (sheet, name) in new[] { (SheetA4.Draw(paper), "factura-e-a4"), (Ticket80.Draw(paper), "factura-e-80") })
        {
            Printing_a_document.Keep(name, sheet);
            var text = Printing_a_document.TextOf(sheet);
            foreach (var wanted in (string[])["Código N° 019", "Tienda Oriental SA", "CUIT del país", "55-00000200-2", "URUGUAY (225)", "FOB Buenos Aires", "26001EC01000001A", "Carta de crédito", "USD 190,00", "dólares estadounidenses", "Campera (kilogramos)", "C.A.E. N° 86471234567890"])
                Assert.Contains(wanted, text, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(paper.Qr, Printing_a_document.QrOf(sheet));
        }
        // In the VAT book it is an export, without a day of payment.
        var line = SalesBook.Vouchers([new BookRow(document.Frozen with { PayBy = new DateOnly(2026, 12, 1) }, "x", "Tienda", "1", null, 1_450m)]);
        Assert.Equal(('X', "00000000", 275_500_00), (line[242], line[258..266], int.Parse(line[108..123], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Reads_exports_of_a_file()
    {
        const string file = """
            referencia;detalle;cantidad;precio;iva;unidad;moneda;cotizacion;paga en moneda;pais;cuit pais;cliente;domicilio;incoterm;permisos
            E-1;Campera;2;100;exento;7;USD;1450;si;225;55-00000200-2;Tienda Oriental SA;18 de Julio 1234;fob;26001EC01000001A
            E-2;Campera;2;100;exento;;USD;1450;si;225;55-00000200-2;;18 de Julio 1234;;
            E-3;Campera;2;100;exento;;USD;1450;si;Uruguay;55-00000200-2;Tienda;18 de Julio 1234;;
            """;
        var rows = ExternalCsv.Read(Encoding.UTF8.GetBytes(file), new Dictionary<string, LegalEntityId>()).Value();
        var abroad = rows[0].Sale!.Abroad!;
        Assert.Equal((225, "55000002002", "FOB", "26001EC01000001A", 7), (abroad.Country, abroad.CountryCuit, abroad.Incoterms, abroad.Permits!.Single().Number, rows[0].Sale!.Lines[0].Unit));
        Assert.Equal(["Línea 3, cliente: falta: una exportación dice a quién se le vende.", "Línea 4, pais: «Uruguay» no es un número de la tabla de ARCA."], rows.Select(r => r.Problem).OfType<string>());
    }

    private static Result<ExternalDecision> Decide(ExternalSaleRequest sale, VatCondition condition = VatCondition.Registered) => DecideExternalSale.Of(
        sale, new ExternalFacts(Given.Registered with { Condition = condition }, [], Given.On(new DateOnly(2026, 11, 28)), null, []) { Countries = Countries, Units = new Dictionary<string, string> { ["1"] = "kilogramos" } });

    private static AgencyParameter Row(string table, string key) => new()
    {
        Id = IId<EventId>.New().Value,
        Scope = "sandbox",
        TableName = table,
        RowKey = key,
        Text = "",
        Letter = "",
        IsUsable = true,
        SeenFrom = Given.Noon,
    };
}
