using System.Xml.Linq;
using Hilo.Invoicing;

namespace Hilo.Tests.Fiscal;

/// <summary>Messages as the specification has them, and every kind of answer in it.</summary>
public class Talking_to_the_agency
{
    private static readonly AccessTicket Ticket = new("sandbox|x|wsfe", 1, "TOKEN", "SIGN", DateTimeOffset.MaxValue);
    private static readonly XElement Auth = WsfeXml.Auth(Ticket, "30712345671");

    private static readonly Voucher Invoice = new(
        6, 7, 2051, 1, 99, 0, new DateOnly(2026, 11, 21), 35_250_00, 0, 30_000_00, 0, 0, 5_250_00, "PES", 1m, 5, [], [new(5, 20_000_00, 4_200_00), new(4, 10_000_00, 1_050_00)]);

    [Fact]
    public void Asks_for_authorization_element_by_element_in_the_order_of_the_contract()
    {
        const string expected = """
            <FECAESolicitar xmlns="http://ar.gov.afip.dif.FEV1/"><Auth><Token>TOKEN</Token><Sign>SIGN</Sign><Cuit>30712345671</Cuit></Auth><FeCAEReq><FeCabReq><CantReg>1</CantReg><PtoVta>7</PtoVta><CbteTipo>6</CbteTipo></FeCabReq><FeDetReq><FECAEDetRequest><Concepto>1</Concepto><DocTipo>99</DocTipo><DocNro>0</DocNro><CbteDesde>2051</CbteDesde><CbteHasta>2051</CbteHasta><CbteFch>20261121</CbteFch><ImpTotal>35250.00</ImpTotal><ImpTotConc>0.00</ImpTotConc><ImpNeto>30000.00</ImpNeto><ImpOpEx>0.00</ImpOpEx><ImpTrib>0.00</ImpTrib><ImpIVA>5250.00</ImpIVA><MonId>PES</MonId><MonCotiz>1</MonCotiz><CondicionIVAReceptorId>5</CondicionIVAReceptorId><Iva><AlicIva><Id>5</Id><BaseImp>20000.00</BaseImp><Importe>4200.00</Importe></AlicIva><AlicIva><Id>4</Id><BaseImp>10000.00</BaseImp><Importe>1050.00</Importe></AlicIva></Iva></FECAEDetRequest></FeDetReq></FeCAEReq></FECAESolicitar>
            """;
        Assert.Equal(expected, WsfeXml.Authorize(Auth, [Invoice]).ToString(SaveOptions.DisableFormatting));
        var note = WsfeXml.Authorize(Auth, [Invoice with { Type = 8, Associated = [new(6, 7, 2050, "30712345671", new DateOnly(2026, 11, 20))] }]).ToString(SaveOptions.DisableFormatting);
        Assert.Contains("</CondicionIVAReceptorId><CbtesAsoc><CbteAsoc><Tipo>6</Tipo><PtoVta>7</PtoVta><Nro>2050</Nro><Cuit>30712345671</Cuit><CbteFch>20261120</CbteFch></CbteAsoc></CbtesAsoc><Iva>", note, StringComparison.Ordinal);
        // Empty containers are refused by the agency.
        Assert.DoesNotContain("Iva>", WsfeXml.Authorize(Auth, [Invoice with { Type = 11, Vat = [] }]).ToString().Replace("ImpIVA>", "", StringComparison.Ordinal).Replace("CondicionIVA", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Asks_its_other_questions_as_the_contract_has_them()
    {
        Assert.Equal(["Auth", "PtoVta", "CbteTipo"], WsfeXml.Last(Auth, 7, 6).Elements().Select(e => e.Name.LocalName));
        Assert.Equal(["CbteTipo", "CbteNro", "PtoVta"], WsfeXml.Find(Auth, 7, 6, 1).Elements().Last().Elements().Select(e => e.Name.LocalName));
        Assert.Equal("FEParamGetTiposIva", WsfeXml.Table(Auth, "TiposIva").Name.LocalName);
        Assert.Empty(WsfeXml.Dummy().Elements());
        Assert.Equal(
            """<?xml version="1.0" encoding="UTF-8"?><loginTicketRequest version="1.0"><header><uniqueId>1795262400</uniqueId><generationTime>2026-11-21T09:50:00-03:00</generationTime><expirationTime>2026-11-21T10:10:00-03:00</expirationTime></header><service>wsfe</service></loginTicketRequest>""",
            LoginRequest.Text("wsfe", DateTimeOffset.FromUnixTimeSeconds(1795266000)).Replace("1795266000", "1795262400", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(200, """<FeCabResp><PtoVta>7</PtoVta><CbteTipo>6</CbteTipo><Resultado>A</Resultado></FeCabResp><FeDetResp><FECAEDetResponse><CbteDesde>2051</CbteDesde><CbteHasta>2051</CbteHasta><Resultado>A</Resultado><CAE>76471234567890</CAE><CAEFchVto>20261201</CAEFchVto></FECAEDetResponse></FeDetResp>""", "Authorized")]
    [InlineData(200, """<FeCabResp><PtoVta>7</PtoVta><CbteTipo>6</CbteTipo></FeCabResp><FeDetResp><FECAEDetResponse><CbteDesde>2051</CbteDesde><CbteHasta>2051</CbteHasta><Resultado>R</Resultado><Observaciones><Obs><Code>10015</Code><Msg>x</Msg></Obs></Observaciones><CAE /><CAEFchVto /></FECAEDetResponse></FeDetResp>""", "Rejected")]
    [InlineData(200, """<FeCabResp><PtoVta>7</PtoVta><CbteTipo>6</CbteTipo></FeCabResp><FeDetResp><FECAEDetResponse><CbteDesde>2051</CbteDesde><CbteHasta>2051</CbteHasta><Resultado>A</Resultado><CAE /></FECAEDetResponse></FeDetResp>""", "Unknown")]
    [InlineData(200, """<FeCabResp><PtoVta>7</PtoVta><CbteTipo>6</CbteTipo></FeCabResp><FeDetResp><FECAEDetResponse><CbteDesde>9</CbteDesde><CbteHasta>9</CbteHasta><Resultado>A</Resultado><CAE>76471234567890</CAE></FECAEDetResponse></FeDetResp>""", "Unknown")]
    [InlineData(200, """<Errors><Err><Code>10016</Code><Msg>x</Msg></Err></Errors>""", "Rejected")]
    [InlineData(200, """<Errors><Err><Code>501</Code><Msg>x</Msg></Err></Errors>""", "Lost")]
    [InlineData(200, """<Errors><Err><Code>600</Code><Msg>ValidacionDeToken</Msg></Err></Errors>""", "Ticket")]
    [InlineData(200, """<Errors><Err><Code>500</Code><Msg>x</Msg></Err></Errors>""", "Lost")]
    [InlineData(200, """<Errors><Err><Code>502</Code><Msg>x</Msg></Err></Errors>""", "Lost")]
    [InlineData(200, """<Errors><Err><Code>601</Code><Msg>x</Msg></Err></Errors>""", "Ticket")]
    [InlineData(200, """<FeCabResp><PtoVta>8</PtoVta><CbteTipo>6</CbteTipo></FeCabResp><FeDetResp><FECAEDetResponse><CbteDesde>2051</CbteDesde><CbteHasta>2051</CbteHasta><Resultado>A</Resultado><CAE>76471234567890</CAE></FECAEDetResponse></FeDetResp>""", "Unknown")]
    [InlineData(200, """<FeCabResp><PtoVta>7</PtoVta><CbteTipo>6</CbteTipo></FeCabResp><FeDetResp><FECAEDetResponse><CbteDesde>2051</CbteDesde><CbteHasta>2051</CbteHasta><Resultado>A</Resultado><CAE>7647123456789X</CAE></FECAEDetResponse></FeDetResp>""", "Unknown")]
    [InlineData(200, """<FeCabResp><PtoVta>7</PtoVta><CbteTipo>6</CbteTipo></FeCabResp><FeDetResp><FECAEDetResponse><CbteDesde>2051</CbteDesde><CbteHasta>2051</CbteHasta><Resultado>R</Resultado><CAE>76471234567890</CAE></FECAEDetResponse></FeDetResp>""", "Unknown")]
    [InlineData(200, """<FeDetResp><FECAEDetResponse><CbteDesde>2051</CbteDesde><CbteHasta>2051</CbteHasta><Resultado>R</Resultado><CAE /></FECAEDetResponse></FeDetResp><Errors><Err><Code>501</Code><Msg>x</Msg></Err></Errors>""", "Lost")]
    [InlineData(400, "", "Lost")]
    [InlineData(500, "", "Lost")]
    public void Understands_every_kind_of_answer(int status, string content, string expected)
    {
        var body = XElement.Parse($"<FECAESolicitarResponse xmlns=\"http://ar.gov.afip.dif.FEV1/\"><FECAESolicitarResult>{content}</FECAESolicitarResult></FECAESolicitarResponse>");
        var read = WsfeAnswers.ResultOf(new SoapAnswer(status, body, ""), "FECAESolicitar");
        Assert.Equal(expected, read.Failed(out var failure, out var result) ? $"{failure.Kind}" : $"{WsfeAnswers.Authorization(result, [Invoice]).Details[0].Outcome}");
    }

    [Fact]
    public void Takes_what_is_no_answer_for_lost()
    {
        Assert.True(WsfeAnswers.ResultOf(new SoapAnswer(200, null, "<html>"), "FECAESolicitar").Failed(out var html, out _));
        Assert.True(WsfeAnswers.ResultOf(new SoapAnswer(200, new XElement("OtherResponse"), ""), "FECAESolicitar").Failed(out var other, out _));
        Assert.Equal([FailureKind.Lost, FailureKind.Lost], [html.Kind, other.Kind]);
    }

    [Fact]
    public void Keeps_what_is_observed_and_believes_no_other_environment()
    {
        XElement Body(string content) => XElement.Parse($"<FECAESolicitarResponse xmlns=\"http://ar.gov.afip.dif.FEV1/\"><FECAESolicitarResult>{content}</FECAESolicitarResult></FECAESolicitarResponse>");
        var observed = Body("""<FeCabResp><PtoVta>7</PtoVta><CbteTipo>6</CbteTipo><FchProceso>20261121101502</FchProceso><Resultado>P</Resultado></FeCabResp><FeDetResp><FECAEDetResponse><CbteDesde>2051</CbteDesde><CbteHasta>2051</CbteHasta><Resultado>A</Resultado><Observaciones><Obs><Code>10217</Code><Msg>x</Msg></Obs></Observaciones><CAE>76471234567890</CAE><CAEFchVto>20261201</CAEFchVto></FECAEDetResponse><FECAEDetResponse><CbteDesde>2052</CbteDesde><CbteHasta>2052</CbteHasta><Resultado>R</Resultado><CAE /></FECAEDetResponse></FeDetResp>""");
        var details = WsfeAnswers.Authorization(observed.Elements().First(), [Invoice, Invoice with { Number = 2052 }, Invoice with { Number = 2053 }]).Details;
        // One that is missing among others contradicts the question: nothing is concluded from it.
        Assert.Equal([DetailOutcome.Authorized, DetailOutcome.Rejected, DetailOutcome.Unknown], details.Select(d => d.Outcome));
        Assert.Equal((10217, new DateOnly(2026, 12, 1)), (details[0].Observations.Single().Code, details[0].ExpiresOn));

        var header = XElement.Parse("""<Header><FEHeaderInfo xmlns="http://ar.gov.afip.dif.FEV1/"><ambiente>Produccion - efb</ambiente></FEHeaderInfo></Header>""");
        Assert.False(WsfeAnswers.ResultOf(new SoapAnswer(200, observed, "", header), "FECAESolicitar", FiscalEnvironment.Production).Failed(out _, out _));
        Assert.True(WsfeAnswers.ResultOf(new SoapAnswer(200, observed, "", header), "FECAESolicitar", FiscalEnvironment.Homologation).Failed(out var elsewhere, out _));
        Assert.Equal((FailureKind.OtherEnvironment, false), (elsewhere.Kind, elsewhere.NothingHappened));

        var report = XElement.Parse("""<FECAEARegInformativoResult xmlns="http://ar.gov.afip.dif.FEV1/"><FeDetResp><FECAEADetResponse><CbteDesde>2051</CbteDesde><CbteHasta>2051</CbteHasta><Resultado>R</Resultado><Observaciones><Obs><Code>703</Code><Msg>x</Msg></Obs></Observaciones><CAEA>36451234567890</CAEA></FECAEADetResponse></FeDetResp></FECAEARegInformativoResult>""");
        Assert.Equal(DetailOutcome.Rejected, WsfeAnswers.Authorization(report, [Invoice], "CAEA").Details[0].Outcome);
    }

    [Fact]
    public void Knows_its_own_voucher_however_the_agency_writes_it()
    {
        var found = XElement.Parse("""
            <FECompConsultarResult xmlns="http://ar.gov.afip.dif.FEV1/"><ResultGet><Concepto>1</Concepto><DocTipo>99</DocTipo><DocNro>0</DocNro><CbteDesde>2051</CbteDesde><CbteHasta>2051</CbteHasta><CbteFch>20261121</CbteFch>
            <ImpTotal>35250</ImpTotal><ImpTotConc>0</ImpTotConc><ImpNeto>30000</ImpNeto><ImpOpEx>0</ImpOpEx><ImpTrib>0</ImpTrib><ImpIVA>5250</ImpIVA><FchServDesde /><MonId>PES</MonId><MonCotiz>1</MonCotiz>
            <CondicionIVAReceptorId>5</CondicionIVAReceptorId><Iva><AlicIva><Id>4</Id><BaseImp>10000</BaseImp><Importe>1050</Importe></AlicIva><AlicIva><Id>5</Id><BaseImp>20000</BaseImp><Importe>4200</Importe></AlicIva></Iva>
            <Resultado>A</Resultado><CodAutorizacion>76471234567890</CodAutorizacion><EmisionTipo>CAE</EmisionTipo><FchVto>20261201</FchVto><FchProceso>20261121101502</FchProceso><PtoVta>7</PtoVta><CbteTipo>6</CbteTipo></ResultGet></FECompConsultarResult>
            """);
        var voucher = WsfeAnswers.Found(found)!;
        Assert.True(Invoice.IsSameAs(voucher.Voucher));
        Assert.False((Invoice with { TotalMinor = Invoice.TotalMinor + 1 }).IsSameAs(voucher.Voucher));
        Assert.False((Invoice with { Vat = [new(5, 20_000_00, 4_200_00)] }).IsSameAs(voucher.Voucher));
        // A rate that was left to the agency comes back with its own; what else it adds tells nothing apart.
        Assert.True((Invoice with { Rate = 0, PaidInCurrency = true, Service = new(Invoice.Date, Invoice.Date), Options = [new("23", "OC 1")] }).IsSameAs(voucher.Voucher));
        Assert.False((Invoice with { Tributes = [new(7, "IIBB", 100, 1m, 1)] }).IsSameAs(voucher.Voucher));
        Assert.Equal(("76471234567890", new DateOnly(2026, 12, 1)), (voucher.AuthorizationCode, voucher.ExpiresOn));
        Assert.Equal(Invoice.ToJson(), Voucher.FromJson(Invoice.ToJson()).ToJson());
    }
}
