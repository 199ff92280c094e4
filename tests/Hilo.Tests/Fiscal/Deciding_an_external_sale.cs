using System.Text;
using Hilo.Invoicing;

namespace Hilo.Tests.Fiscal;

public class Deciding_an_external_sale
{
    private static readonly OrderReceiver Company = new("CUIT", "30-71234567-1", 1, "Hilados del Sur S.R.L.");
    private static readonly ExternalLine Shirt = new("Remera", Quantity.Units(2), 121.00m, TaxCode.Vat21);
    private static readonly ExternalLine Repair = new("Arreglo", Quantity.One, 110.50m, TaxCode.Vat10_5, IsService: true);

    [Theory]
    [InlineData("invoicing.external_line_invalid", "ARS", null, false, 121.005)]
    [InlineData("invoicing.unknown_currency", "CLP", null, false, 121)]
    [InlineData("invoicing.needs_rate", "USD", null, false, 121)]
    [InlineData("invoicing.needs_rate_or_name", "USD", null, true, 121)]
    [InlineData("invoicing.pesos_have_no_rate", "ARS", 3.0, false, 121)]
    [InlineData("invoicing.needs_identification", "USD", 1_500.0, false, 6_000)]
    public void Refuses_with_a_sentence_what_the_agency_would_refuse(string code, string currency, double? rate, bool paidInIt, double price)
    {
        var sale = new ExternalSaleRequest("A-1", [Shirt with { UnitPrice = (decimal)price }], Currency: currency, ExchangeRate: (decimal?)rate, PaidInCurrency: paidInIt);
        var problem = DecideExternalSale.Of(sale, Facts()).Problem();
        Assert.Equal(code, problem.Code);
        Assert.EndsWith(".", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Tells_services_from_goods_and_adds_the_perceptions_that_hold()
    {
        TributeRate[] rates = [Rate("IIBB CABA", 2m, 20250101, 20261031), Rate("IIBB CABA", 3m, 20261101, null), Rate("IIBB Córdoba", 4m, 20250101, null, "X"), Rate("IVA", 1m, 20250101, null, null, 6, 10_000_00)];
        var sale = new ExternalSaleRequest("A-1", [Shirt, Repair], Receiver: Company, Service: new ServicePeriod(new(2026, 11, 1), new(2026, 11, 20)), Province: "C", ChargesPerceptions: true);
        Assert.Equal("invoicing.needs_service_period", DecideExternalSale.Of(sale with { Service = null }, Facts(rates)).Problem().Code);

        var decided = DecideExternalSale.Of(sale, Facts(rates)).Value();

        Assert.Equal((3, "A"), (decided.Decision.Concept, decided.Decision.Class));
        var perception = Assert.Single(decided.Amounts.Tributes);
        // Net 200 + 100 at three percent; the older rate has ended, Córdoba is elsewhere, and VAT is not perceived below its minimum.
        Assert.Equal((7, "IIBB CABA", 300_00L, 3m, 9_00L), (perception.Tribute, perception.Description, perception.BaseMinor, perception.RatePercent, perception.AmountMinor));
        Assert.Equal(242_00 + 110_50 + 9_00, decided.Amounts.TotalMinor);
        Assert.Contains(decided.Decision.Trace, line => line.Contains("no llega a $ 10.000,00", StringComparison.Ordinal));
        var voucher = FreezeVoucher.Of(decided.Decision, decided.Amounts, Given.Issuer, 7, 1, new DateOnly(2026, 11, 28), null, null, decided.Terms);
        Assert.Null(FreezeVoucher.Refusal(voucher));
        Assert.Equal((9_00L, new DateOnly(2026, 11, 28)), (voucher.TributesMinor, voucher.PayBy));
        // To a final consumer none of them is charged.
        Assert.Empty(DecideExternalSale.Of(sale with { Receiver = null }, Facts(rates)).Value().Amounts.Tributes);
    }

    [Fact]
    public void Gives_tributes_back_in_step_with_what_is_given_back()
    {
        TributeAmount[] charged = [new(7, "IIBB CABA", "C", 1_000_00, 3m, 30_01)];
        var first = DecideTributes.Returned(charged, [], 66_67, 100_00);
        var last = DecideTributes.Returned(charged, first, 0, 100_00);
        Assert.Equal(30_01, first.Sum(t => t.AmountMinor) + last.Sum(t => t.AmountMinor));
        Assert.Equal(1_000_00, first.Sum(t => t.BaseMinor) + last.Sum(t => t.BaseMinor));
        Assert.Equal(10_00, Assert.Single(first).AmountMinor);
    }

    [Fact]
    public void Knows_a_sale_again_and_says_what_differs()
    {
        var sale = new ExternalSaleRequest("A-1", [Shirt, Repair], Receiver: Company, SoldAt: Given.Noon);
        var before = CompareSales.Written(sale);
        Assert.Empty(CompareSales.Differences(before, CompareSales.Written(sale with { Lines = [Shirt with { UnitPrice = 121.0m }, Repair], Tributes = [], SoldAt = Given.Noon.ToOffset(TimeSpan.FromHours(-3)) })));
        Assert.Equal(
            ["el renglón 1: era Remera · 2 · 121.00 · vat_21 · 0 · false, ahora Remera · 2 · 99 · vat_21 · 0 · false"],
            CompareSales.Differences(before, CompareSales.Written(sale with { Lines = [Shirt with { UnitPrice = 99m }, Repair] })).Select(d => d.Replace("121 ", "121.00 ", StringComparison.Ordinal)));
        Assert.Equal(["la moneda: era ARS, ahora USD", "el receptor: era CUIT · 30-71234567-1 · 1 · Hilados del Sur S.R.L., ahora nada"], CompareSales.Differences(before, CompareSales.Written(sale with { Currency = "USD", Receiver = null })).Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public void Reads_a_file_sale_by_sale_and_names_the_line_of_every_mistake()
    {
        const string file = """
            Referencia;Tipo;Fecha;Documento;Nombre;Condición IVA;Detalle;Cantidad;Precio;IVA;Servicio;Servicio desde;Servicio hasta;Provincia;Medio;Corrige
            V-1;;28/11/2026;30-71234567-1;Hilados;RI;Remera;2;1210,50;21;;;;Córdoba;efectivo;
            V-1;;;;;;Envío;1;500;21;;;;;;
            V-2;;2026-11-28;;;;Clase;1;1000.00;exento;sí;01/11/2026;20/11/2026;;;
            V-3;;;;;;Remera;1;1.210,50;21;;;;;;
            V-4;;;;;;Remera;1;10;19;;;;;;
            V-5;NC;;;;;Remera;1;10;21;;;;;;V-1
            V-6;;28/11/2026;;;;Remera;1;10;21;;;;;;
            V-6;;27/11/2026;;;;Remera;1;10;21;;;;;;
            V-7;;;;;RI;Remera;1;10;21;;;;;;
            """;

        var rows = ExternalCsv.Read(Encoding.UTF8.GetBytes(file), new Dictionary<string, LegalEntityId>()).Value();

        Assert.Equal(["V-1", "V-2", "V-5"], rows.Where(r => r.Sale is not null).Select(r => r.Reference));
        var first = rows[0].Sale!;
        Assert.Equal((2, "X", Tender.Cash, "CUIT", 1), (first.Lines.Count, first.Province, first.Tender!.Value, first.Receiver!.DocumentType, first.Receiver.VatCondition!.Value));
        Assert.Equal((1210.50m, Quantity.Units(2)), (first.Lines[0].UnitPrice, first.Lines[0].Quantity));
        Assert.Equal((true, TaxCode.Exempt, new DateOnly(2026, 11, 20)), (rows[1].Sale!.Lines[0].IsService, rows[1].Sale!.Lines[0].TaxCode, rows[1].Sale!.Service!.To));
        Assert.Equal((FiscalDocumentKind.CreditNote, "V-1"), (rows[4].Sale!.Kind, rows[4].Sale!.Corrects));
        Assert.Equal(
            [
                "Línea 5, precio: «1.210,50» no es un importe como 1234,50, sin separador de miles.",
                "Línea 6, iva: «19» no es una alícuota: usá 21, 10,5, 27, 5, 2,5, 0, exento o no gravado.",
                "Línea 9, fecha: dice «27/11/2026» y la primera fila de la venta, «28/11/2026».",
                "Línea 10, documento: falta: quien no es consumidor final lleva su documento.",
            ],
            rows.Select(r => r.Problem).OfType<string>());
        Assert.Equal("En la primera fila faltan las columnas detalle, cantidad, precio, iva.", ExternalCsv.Read("Referencia;Total\nA;1"u8.ToArray(), new Dictionary<string, LegalEntityId>()).Problem().Detail);
    }

    private static ExternalFacts Facts(IReadOnlyList<TributeRate>? rates = null) => new(Given.Registered, rates ?? [], Given.On(new DateOnly(2026, 11, 28)), null, []);

    private static TributeRate Rate(string regime, decimal percent, int from, int? to, string? province = "C", int tribute = 7, long minimum = 0)
    {
        var rate = new TributeRate { Id = IId<OrderId>.New().Value, IssuerId = IId<IssuerId>.New() };
        rate.Set(tribute, regime, province, [1], percent, minimum, FiscalDay.FromNumber(from), to is { } day ? FiscalDay.FromNumber(day) : null);
        return rate;
    }
}
