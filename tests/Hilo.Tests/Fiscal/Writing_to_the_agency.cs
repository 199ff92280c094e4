using System.Xml.Linq;
using Hilo.Invoicing;

namespace Hilo.Tests.Fiscal;

/// <summary>Names, order and formats of every message, against the sequences of the agency's WSDL (specs: arca 6): what it does not know it ignores, and a missing number it takes for zero.</summary>
public class Writing_to_the_agency
{
    private static readonly XElement Auth = WsfeXml.Auth(new AccessTicket("sandbox|x|wsfe", 1, "TOKEN", "SIGN", DateTimeOffset.MaxValue), "30712345671");

    private static readonly string[] Detail =
    [
        "Concepto", "DocTipo", "DocNro", "CbteDesde", "CbteHasta", "CbteFch", "ImpTotal", "ImpTotConc", "ImpNeto", "ImpOpEx", "ImpTrib", "ImpIVA", "FchServDesde", "FchServHasta", "FchVtoPago",
        "MonId", "MonCotiz", "CanMisMonExt", "CondicionIVAReceptorId", "CbtesAsoc", "Tributos", "Iva", "Opcionales", "Compradores", "PeriodoAsoc", "Actividades",
    ];

    /// <summary>Everything that a voucher can carry, at once: no voucher of a shop does.</summary>
    private static readonly Voucher Everything = new(
        3, 7, 2052, 3, 80, 30712345671, new DateOnly(2026, 11, 21), 36_310_05, 100_00, 30_000_00, 900_05, 60_00, 5_250_00, "DOL", 1450.5m, 1,
        [new(1, 7, 2050, "30000000015", new DateOnly(2026, 11, 20)), new(991, 1, 12, "30000000015", new DateOnly(2026, 11, 19))], [new(5, 20_000_00, 4_200_00), new(4, 10_000_00, 1_050_00)])
    {
        Service = new(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 20)),
        PayBy = new DateOnly(2026, 12, 21),
        PaidInCurrency = false,
        Tributes = [new(7, "Percepción IIBB <CABA> & otras\u0001", 1_000_00, 1.5m, 15_00), new(99, null, 4_500_00, 1m, 45_00)],
        Options = [new("2101", "0110599520000001235579"), new("27", "SCA")],
        Buyers = [new(80, 30712345671, 60m), new(86, 20111111112, 40m)],
        AssociatedPeriod = new(new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 31)),
        Activities = [477110],
    };

    [Fact]
    public void Puts_every_element_of_a_detail_where_the_contract_has_it()
    {
        var detail = DetailOf(WsfeXml.Authorize(Auth, [Everything]), "FECAEDetRequest");
        Assert.Equal(Detail, Names(detail));
        Assert.Equal(["Tipo", "PtoVta", "Nro", "Cuit", "CbteFch"], Names(Item(detail, "CbtesAsoc", "CbteAsoc")));
        Assert.Equal(["Id", "Desc", "BaseImp", "Alic", "Importe"], Names(Item(detail, "Tributos", "Tributo")));
        Assert.Equal(["Id", "BaseImp", "Importe"], Names(Item(detail, "Iva", "AlicIva")));
        Assert.Equal(["Id", "Valor"], Names(Item(detail, "Opcionales", "Opcional")));
        Assert.Equal(["DocTipo", "DocNro", "Porcentaje"], Names(Item(detail, "Compradores", "Comprador")));
        Assert.Equal(["FchDesde", "FchHasta"], Names(detail.Element(WsfeXml.Ar + "PeriodoAsoc")!));
        Assert.Equal(["Id"], Names(Item(detail, "Actividades", "Actividad")));
        Assert.All(detail.DescendantsAndSelf(), e => Assert.Equal(WsfeXml.Ar, e.Name.Namespace));

        var report = DetailOf(WsfeXml.Report(Auth, [Everything with { Contingency = new("36451234567890", new DateTimeOffset(2026, 11, 22, 1, 2, 3, TimeSpan.Zero)) }]), "FECAEADetRequest");
        Assert.Equal([.. Detail, "CAEA", "CbteFchHsGen"], Names(report));
        Assert.Equal(["36451234567890", "20261121220203"], report.Elements().TakeLast(2).Select(e => e.Value));
    }

    [Fact]
    public void Writes_amounts_rates_days_and_texts_as_the_agency_reads_them()
    {
        var detail = DetailOf(WsfeXml.Authorize(Auth, [Everything]), "FECAEDetRequest");
        string Of(string name) => detail.Element(WsfeXml.Ar + name)!.Value;
        Assert.Equal(["36310.05", "100.00", "30000.00", "900.05", "60.00", "5250.00"], new[] { "ImpTotal", "ImpTotConc", "ImpNeto", "ImpOpEx", "ImpTrib", "ImpIVA" }.Select(Of));
        Assert.Equal(["20261121", "20261101", "20261120", "20261221", "DOL", "1450.5", "N"], new[] { "CbteFch", "FchServDesde", "FchServHasta", "FchVtoPago", "MonId", "MonCotiz", "CanMisMonExt" }.Select(Of));
        var tributes = detail.Element(WsfeXml.Ar + "Tributos")!.Elements().ToList();
        Assert.Equal(["7", "Percepción IIBB <CABA> & otras", "1000.00", "1.50", "15.00"], tributes[0].Elements().Select(e => e.Value));
        // Without a description there is no empty element.
        Assert.Equal(["Id", "BaseImp", "Alic", "Importe"], Names(tributes[1]));
        Assert.Contains("&lt;CABA&gt; &amp; otras", SoapCalls.TextOf(detail), StringComparison.Ordinal);
        Assert.Equal("60.00", Item(detail, "Compradores", "Comprador").Elements().Last().Value);
        Assert.Equal(80, DetailOf(WsfeXml.Authorize(Auth, [Everything with { Tributes = [new(99, new string('x', 90), 1, 1m, 1)] }]), "FECAEDetRequest").Element(WsfeXml.Ar + "Tributos")!.Descendants(WsfeXml.Ar + "Desc").Single().Value.Length);
        Assert.Equal("1234.123457", DetailOf(WsfeXml.Authorize(Auth, [Everything with { Rate = 1234.1234567m }]), "FECAEDetRequest").Element(WsfeXml.Ar + "MonCotiz")!.Value);
    }

    [Fact]
    public void Leaves_out_what_a_voucher_does_not_have()
    {
        var plain = new Voucher(11, 7, 1, 1, 99, 0, new DateOnly(2026, 11, 21), 100_00, 0, 100_00, 0, 0, 0, "PES", 1m, 5, [], []);
        Assert.Equal(Detail.Except(["FchServDesde", "FchServHasta", "FchVtoPago", "CanMisMonExt", "CbtesAsoc", "Tributos", "Iva", "Opcionales", "Compradores", "PeriodoAsoc", "Actividades"]),
            Names(DetailOf(WsfeXml.Authorize(Auth, [plain]), "FECAEDetRequest")));
        // Paid in its own currency, the rate may be left to the agency.
        var foreign = DetailOf(WsfeXml.Authorize(Auth, [plain with { Currency = "DOL", Rate = 0, PaidInCurrency = true }]), "FECAEDetRequest");
        Assert.Null(foreign.Element(WsfeXml.Ar + "MonCotiz"));
        Assert.Equal("S", foreign.Element(WsfeXml.Ar + "CanMisMonExt")!.Value);
    }

    [Fact]
    public void Asks_every_other_question_with_its_own_elements()
    {
        static string Said(XElement call) => call.ToString(SaveOptions.DisableFormatting).Replace(" xmlns=\"http://ar.gov.afip.dif.FEV1/\"", "", StringComparison.Ordinal)
            .Replace("<Auth><Token>TOKEN</Token><Sign>SIGN</Sign><Cuit>30712345671</Cuit></Auth>", "·", StringComparison.Ordinal);
        Assert.Equal("<FEDummy />", Said(WsfeXml.Dummy()));
        Assert.Equal("<FECompUltimoAutorizado>·<PtoVta>7</PtoVta><CbteTipo>6</CbteTipo></FECompUltimoAutorizado>", Said(WsfeXml.Last(Auth, 7, 6)));
        Assert.Equal("<FECompConsultar>·<FeCompConsReq><CbteTipo>6</CbteTipo><CbteNro>2051</CbteNro><PtoVta>7</PtoVta></FeCompConsReq></FECompConsultar>", Said(WsfeXml.Find(Auth, 7, 6, 2051)));
        Assert.Equal("<FECompTotXRequest>·</FECompTotXRequest>", Said(WsfeXml.LargestBatch(Auth)));
        Assert.Equal("<FECAEASolicitar>·<Periodo>202611</Periodo><Orden>2</Orden></FECAEASolicitar>", Said(WsfeXml.RequestCaea(Auth, 202611, 2)));
        Assert.Equal("<FECAEAConsultar>·<Periodo>202611</Periodo><Orden>2</Orden></FECAEAConsultar>", Said(WsfeXml.FindCaea(Auth, 202611, 2)));
        Assert.Equal("<FECAEASinMovimientoInformar>·<PtoVta>20</PtoVta><CAEA>36451234567890</CAEA></FECAEASinMovimientoInformar>", Said(WsfeXml.ReportNoMovement(Auth, 20, "36451234567890")));
        Assert.Equal("<FECAEASinMovimientoConsultar>·<CAEA>36451234567890</CAEA><PtoVta>20</PtoVta></FECAEASinMovimientoConsultar>", Said(WsfeXml.FindNoMovement(Auth, "36451234567890", 20)));
        foreach (var table in (string[])["TiposCbte", "TiposConcepto", "TiposDoc", "TiposIva", "TiposMonedas", "TiposOpcional", "TiposTributos", "TiposPaises", "PtosVenta", "Actividades"])
            Assert.Equal($"<FEParamGet{table}>·</FEParamGet{table}>", Said(WsfeXml.Table(Auth, table)));
        Assert.Equal("<FEParamGetCondicionIvaReceptor>·<ClaseCmp>ALEY</ClaseCmp></FEParamGetCondicionIvaReceptor>", Said(WsfeXml.ReceiverConditions(Auth, "ALEY")));
        Assert.Equal("<FEParamGetCotizacion>·<MonId>DOL</MonId><FchCotiz>20261120</FchCotiz></FEParamGetCotizacion>", Said(WsfeXml.ExchangeRate(Auth, "DOL", new DateOnly(2026, 11, 20))));
        Assert.Equal(["Auth", "FeCAEARegInfReq"], Names(WsfeXml.Report(Auth, [Everything])));
        Assert.Equal(["CantReg", "PtoVta", "CbteTipo"], Names(WsfeXml.Report(Auth, [Everything]).Descendants(WsfeXml.Ar + "FeCabReq").Single()));
    }

    private static XElement DetailOf(XElement call, string name) => call.Descendants(WsfeXml.Ar + name).Single();

    private static XElement Item(XElement detail, string container, string item) => detail.Element(WsfeXml.Ar + container)!.Elements(WsfeXml.Ar + item).First();

    private static IEnumerable<string> Names(XElement element) => element.Elements().Select(e => e.Name.LocalName);
}
