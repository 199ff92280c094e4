using System.Xml.Linq;
using Hilo.Invoicing;

namespace Hilo.Tests.Fiscal;

/// <summary>Messages of WSFEXv1 against the sequences of its WSDL (specs: arca 13), and every kind of answer to them.</summary>
public class Writing_exports
{
    private static readonly XElement Auth = WsfexXml.Auth(new AccessTicket("sandbox|x|wsfex", 1, "TOKEN", "SIGN", DateTimeOffset.MaxValue), "30712345671");

    private static readonly CodeMeanings Meanings = new([1535], [1510]);

    private static readonly string[] Sequence =
    [
        "Id", "Fecha_cbte", "Cbte_Tipo", "Punto_vta", "Cbte_nro", "Tipo_expo", "Permiso_existente", "Permisos", "Dst_cmp", "Cliente", "Cuit_pais_cliente", "Domicilio_cliente", "Id_impositivo", "Moneda_Id", "Moneda_ctz",
        "CanMisMonExt", "Obs_comerciales", "Imp_total", "Obs", "Cmps_asoc", "Forma_pago", "Incoterms", "Incoterms_Ds", "Idioma_cbte", "Items", "Opcionales", "Fecha_pago", "Actividades",
    ];

    /// <summary>Everything that an export can carry, at once: no real one does.</summary>
    private static readonly Voucher Everything = Exports.Voucher(
        Exports.Terms with { TaxId = "RUT 21 <345> & 6\u0001", Incoterms = "FOB", IncotermsText = "Buenos Aires", PaymentTerms = "Transferencia", Permits = [new("26001EC01000001A", 225), new("26001EC01000002B", 203)] }) with
    {
        PayBy = new DateOnly(2026, 11, 30),
        Associated = [new(19, 30, 17, "30712345671", new DateOnly(2026, 11, 20))],
    };

    [Fact]
    public void Puts_every_element_of_a_voucher_where_the_contract_has_it()
    {
        var cmp = CmpOf(Everything);
        Assert.Equal(Sequence.Except(["Obs_comerciales", "Obs", "Opcionales", "Actividades"]), Names(cmp));
        Assert.Equal(["Id_permiso", "Dst_merc"], Names(Item(cmp, "Permisos", "Permiso")));
        Assert.Equal(["Cbte_tipo", "Cbte_punto_vta", "Cbte_nro", "Cbte_cuit"], Names(Item(cmp, "Cmps_asoc", "Cmp_asoc")));
        Assert.Equal(["Pro_codigo", "Pro_ds", "Pro_qty", "Pro_umed", "Pro_precio_uni", "Pro_bonificacion", "Pro_total_item"], Names(Item(cmp, "Items", "Item")));
        Assert.All(cmp.DescendantsAndSelf(), e => Assert.Equal("http://ar.gov.afip.dif.fexv1/", e.Name.NamespaceName));
    }

    [Fact]
    public void Writes_the_example_of_the_contract()
    {
        var service = Exports.Voucher(Exports.Terms with { Kind = AbroadTerms.Services }, id: 1042) with
        {
            Number = 18,
            PayBy = new DateOnly(2026, 11, 30),
            TotalMinor = 100_00,
            Abroad = new VoucherAbroad(1042, Exports.Terms with { Kind = AbroadTerms.Services, Client = "Buyer SA", Address = "Street 1" }, [new AbroadItem("S1", "Design", 1m, 7, 100_00, 0, 100_00)]),
        };
        const string expected = """
            <FEXAuthorize xmlns="http://ar.gov.afip.dif.fexv1/"><Auth><Token>TOKEN</Token><Sign>SIGN</Sign><Cuit>30712345671</Cuit></Auth><Cmp><Id>1042</Id><Fecha_cbte>20261121</Fecha_cbte><Cbte_Tipo>19</Cbte_Tipo><Punto_vta>30</Punto_vta><Cbte_nro>18</Cbte_nro><Tipo_expo>2</Tipo_expo><Permiso_existente></Permiso_existente><Dst_cmp>225</Dst_cmp><Cliente>Buyer SA</Cliente><Cuit_pais_cliente>55000002002</Cuit_pais_cliente><Domicilio_cliente>Street 1</Domicilio_cliente><Moneda_Id>DOL</Moneda_Id><Moneda_ctz>1450.000000</Moneda_ctz><CanMisMonExt>S</CanMisMonExt><Imp_total>100.00</Imp_total><Idioma_cbte>1</Idioma_cbte><Items><Item><Pro_codigo>S1</Pro_codigo><Pro_ds>Design</Pro_ds><Pro_qty>1</Pro_qty><Pro_umed>7</Pro_umed><Pro_precio_uni>100.00</Pro_precio_uni><Pro_bonificacion>0.00</Pro_bonificacion><Pro_total_item>100.00</Pro_total_item></Item></Items><Fecha_pago>20261130</Fecha_pago></Cmp></FEXAuthorize>
            """;
        Assert.Equal(expected, WsfexXml.Authorize(Auth, service).ToString(SaveOptions.DisableFormatting));
    }

    [Fact]
    public void Says_of_permits_what_goods_and_everything_else_have_to()
    {
        string? Permit(Voucher voucher) => CmpOf(voucher).Element(WsfexXml.Fex + "Permiso_existente")?.Value;
        var goods = Exports.Voucher(Exports.Terms);
        Assert.Equal("N", Permit(goods));
        Assert.Equal("S", Permit(Exports.Voucher(Exports.Terms with { Permits = [new("26001EC01000001A", 225)] })));
        // The element stays, and says nothing: left out it is refused.
        Assert.Equal("", Permit(goods with { Type = 21 }));
        Assert.Equal("", Permit(Exports.Voucher(Exports.Terms with { Kind = AbroadTerms.Other })));
        Assert.DoesNotContain(CmpOf(Exports.Voucher(Exports.Terms with { Permits = [new("26001EC01000001A", 225)] }) with { Type = 20 }).Elements(), e => e.Name.LocalName == "Permisos");
    }

    [Fact]
    public void Writes_quantities_rates_and_texts_as_the_agency_reads_them()
    {
        var cmp = CmpOf(Everything);
        Assert.Equal("RUT 21 <345> & 6", cmp.Element(WsfexXml.Fex + "Id_impositivo")!.Value);
        Assert.Contains("&lt;345&gt; &amp; 6", SoapCalls.TextOf(cmp), StringComparison.Ordinal);
        Assert.Equal(["2.5", "10.00", "76.00"], new[] { "Pro_qty", "Pro_bonificacion", "Pro_total_item" }.Select(name => Item(cmp, "Items", "Item").Element(WsfexXml.Fex + name)!.Value));
        var pesos = CmpOf(Everything with { Currency = "PES", Rate = 1, PaidInCurrency = null });
        Assert.Equal(("1.000000", false), (pesos.Element(WsfexXml.Fex + "Moneda_ctz")!.Value, pesos.Elements().Any(e => e.Name.LocalName == "CanMisMonExt")));
    }

    [Fact]
    public void Asks_every_other_question_with_its_own_elements()
    {
        static string Said(XElement call) => call.ToString(SaveOptions.DisableFormatting).Replace(" xmlns=\"http://ar.gov.afip.dif.fexv1/\"", "", StringComparison.Ordinal)
            .Replace("<Auth><Token>TOKEN</Token><Sign>SIGN</Sign><Cuit>30712345671</Cuit></Auth>", "·", StringComparison.Ordinal);
        Assert.Equal("<FEXDummy />", Said(WsfexXml.Dummy()));
        // Point and type inside of the authorization, and nowhere else.
        Assert.Equal("<FEXGetLast_CMP><Auth><Token>TOKEN</Token><Sign>SIGN</Sign><Cuit>30712345671</Cuit><Pto_venta>30</Pto_venta><Cbte_Tipo>19</Cbte_Tipo></Auth></FEXGetLast_CMP>", Said(WsfexXml.Last(Auth, 30, 19)));
        Assert.Equal("<FEXGetLast_ID>·</FEXGetLast_ID>", Said(WsfexXml.LastId(Auth)));
        Assert.Equal("<FEXGetCMP>·<Cmp><Cbte_tipo>19</Cbte_tipo><Punto_vta>30</Punto_vta><Cbte_nro>18</Cbte_nro></Cmp></FEXGetCMP>", Said(WsfexXml.Find(Auth, 30, 19, 18)));
        Assert.Equal("<FEXGetPARAM_DST_pais>·</FEXGetPARAM_DST_pais>", Said(WsfexXml.Table(Auth, "DST_pais")));
        Assert.Equal("http://ar.gov.afip.dif.fexv1/FEXAuthorize", AgencyService.Wsfex.Action("FEXAuthorize"));
    }

    [Theory]
    [InlineData(200, "<FEXResultAuth><Id>7</Id><Cbte_tipo>19</Cbte_tipo><Punto_vta>30</Punto_vta><Cbte_nro>4</Cbte_nro><Cae>76471234567890</Cae><Resultado>A</Resultado><Reproceso>N</Reproceso></FEXResultAuth><FEXErr><ErrCode>0</ErrCode><ErrMsg>OK</ErrMsg></FEXErr>", "Authorized")]
    [InlineData(200, "<FEXResultAuth><Id>7</Id><Cbte_tipo>19</Cbte_tipo><Punto_vta>30</Punto_vta><Cbte_nro>4</Cbte_nro><Cae>76471234567890</Cae><Resultado>A</Resultado><Reproceso>S</Reproceso></FEXResultAuth><FEXErr><ErrCode>0</ErrCode></FEXErr>", "Authorized")]
    [InlineData(200, "<FEXResultAuth><Id>7</Id><Cbte_tipo>19</Cbte_tipo><Punto_vta>30</Punto_vta><Cbte_nro>4</Cbte_nro><Cae /><Resultado>R</Resultado><Motivos_Obs>1580: x</Motivos_Obs></FEXResultAuth><FEXErr><ErrCode>0</ErrCode></FEXErr>", "Rejected")]
    [InlineData(200, "<FEXErr><ErrCode>1500</ErrCode><ErrMsg>x</ErrMsg></FEXErr>", "Rejected")]
    [InlineData(200, "<FEXResultAuth><Id>8</Id><Cbte_tipo>19</Cbte_tipo><Punto_vta>30</Punto_vta><Cbte_nro>4</Cbte_nro><Cae>76471234567890</Cae><Resultado>A</Resultado></FEXResultAuth><FEXErr><ErrCode>0</ErrCode></FEXErr>", "Unknown")]
    [InlineData(200, "<FEXResultAuth><Id>7</Id><Cbte_tipo>19</Cbte_tipo><Punto_vta>30</Punto_vta><Cbte_nro>5</Cbte_nro><Cae>76471234567890</Cae><Resultado>A</Resultado></FEXResultAuth><FEXErr><ErrCode>0</ErrCode></FEXErr>", "Unknown")]
    [InlineData(200, "<FEXResultAuth><Id>7</Id><Cbte_tipo>19</Cbte_tipo><Punto_vta>30</Punto_vta><Cbte_nro>4</Cbte_nro><Cae /><Resultado>A</Resultado></FEXResultAuth><FEXErr><ErrCode>0</ErrCode></FEXErr>", "Unknown")]
    [InlineData(200, "<FEXResultAuth><Id>7</Id><Cbte_tipo>19</Cbte_tipo><Punto_vta>30</Punto_vta><Cbte_nro>4</Cbte_nro><Cae>76471234567890</Cae><Resultado>R</Resultado></FEXResultAuth><FEXErr><ErrCode>0</ErrCode></FEXErr>", "Unknown")]
    [InlineData(200, "<FEXErr><ErrCode>0</ErrCode></FEXErr>", "Unknown")]
    [InlineData(200, "<FEXErr><ErrCode>1000</ErrCode><ErrMsg>Usuario no autorizado</ErrMsg></FEXErr>", "Ticket")]
    [InlineData(200, "<FEXErr><ErrCode>501</ErrCode><ErrMsg>x</ErrMsg></FEXErr>", "Lost")]
    [InlineData(500, "", "Lost")]
    public void Understands_every_kind_of_answer(int status, string content, string expected)
    {
        var body = XElement.Parse($"<FEXAuthorizeResponse xmlns=\"http://ar.gov.afip.dif.fexv1/\"><FEXAuthorizeResult>{content}</FEXAuthorizeResult></FEXAuthorizeResponse>");
        var read = WsfexAnswers.ResultOf(new SoapAnswer(status, body, ""), "FEXAuthorize");
        Assert.Equal(expected, read.Failed(out var failure, out var result) ? $"{failure.Kind}" : $"{WsfexAnswers.Authorization(result, Exports.Voucher(Exports.Terms), Meanings).Details[0].Outcome}");
        Assert.True(WsfexAnswers.ResultOf(new SoapAnswer(200, null, "<html>"), "FEXAuthorize").Failed(out var html, out _));
        Assert.Equal(FailureKind.Lost, html.Kind);
    }

    [Fact]
    public void Knows_its_own_export_however_the_agency_writes_it()
    {
        var found = XElement.Parse("""
            <FEXGetCMPResult xmlns="http://ar.gov.afip.dif.fexv1/"><FEXResultGet><Id>7</Id><Fecha_cbte>20261121</Fecha_cbte><Cbte_tipo>19</Cbte_tipo><Punto_vta>30</Punto_vta><Cbte_nro>4</Cbte_nro><Tipo_expo>1</Tipo_expo><Permiso_existente>N</Permiso_existente>
            <Dst_cmp>225</Dst_cmp><Cliente>TIENDA ORIENTAL SA</Cliente><Cuit_pais_cliente>55000002002</Cuit_pais_cliente><Moneda_Id>DOL</Moneda_Id><Moneda_ctz>1450</Moneda_ctz><Imp_total>76</Imp_total><Idioma_cbte>1</Idioma_cbte>
            <Items><Item><Pro_codigo>CAM</Pro_codigo><Pro_ds>Campera</Pro_ds><Pro_qty>2.5</Pro_qty><Pro_umed>7</Pro_umed><Pro_precio_uni>34.4</Pro_precio_uni><Pro_bonificacion>10</Pro_bonificacion><Pro_total_item>76</Pro_total_item></Item></Items>
            <Cae>76471234567890</Cae><Fecha_cbte_cae>20261121</Fecha_cbte_cae><Fch_venc_Cae>20261201</Fch_venc_Cae><Motivos_Obs /></FEXResultGet><FEXErr><ErrCode>0</ErrCode></FEXErr></FEXGetCMPResult>
            """);
        var (ours, theirs) = (Exports.Voucher(Exports.Terms), WsfexAnswers.Found(found)!);
        Assert.True(ours.IsSameAs(theirs.Voucher));
        Assert.Equal(("76471234567890", new DateOnly(2026, 12, 1)), (theirs.AuthorizationCode, theirs.ExpiresOn));
        // The same sale under another Id is somebody else's.
        Assert.False((ours with { Abroad = ours.Abroad! with { Id = 8 } }).IsSameAs(theirs.Voucher));
        Assert.False((ours with { TotalMinor = 77_00, ExemptMinor = 77_00 }).IsSameAs(theirs.Voucher));
        Assert.False((ours with { Abroad = ours.Abroad! with { Terms = Exports.Terms with { Country = 203 } } }).IsSameAs(theirs.Voucher));
        Assert.Equal(ours.ToJson(), Voucher.FromJson(ours.ToJson()).ToJson());
    }

    [Fact]
    public void Reads_tables_by_the_names_that_the_other_service_gives_them()
    {
        var rows = WsfexAnswers.Rows(XElement.Parse("""
            <R><FEXResultGet><ClsFEXResponse_Mon><Mon_Id>DOL</Mon_Id><Mon_Ds>Dólar</Mon_Ds><Mon_vig_desde>20100101</Mon_vig_desde><Mon_vig_hasta>NULL</Mon_vig_hasta></ClsFEXResponse_Mon>
            <ClsFEXResponse_DST_pais><DST_Codigo>225</DST_Codigo><DST_Ds>URUGUAY</DST_Ds></ClsFEXResponse_DST_pais>
            <ClsFEXResponse_PtoVenta><Pve_Nro>30</Pve_Nro><Pve_Bloqueado>S</Pve_Bloqueado><Pve_FchBaja>NULL</Pve_FchBaja></ClsFEXResponse_PtoVenta></FEXResultGet></R>
            """));
        var kept = ReadParameters.Rows("sandbox", "FEX.MON", rows, Given.Noon);
        Assert.Equal([("DOL", "Dólar", 20100101, true), ("225", "URUGUAY", (int?)null, true), ("30", "", null, false)], kept.Select(r => (r.RowKey, r.Text, r.ValidFrom, r.IsUsable)));
    }

    private static XElement CmpOf(Voucher voucher) => WsfexXml.Authorize(Auth, voucher).Element(WsfexXml.Fex + "Cmp")!;

    private static XElement Item(XElement cmp, string container, string item) => cmp.Element(WsfexXml.Fex + container)!.Elements(WsfexXml.Fex + item).First();

    private static IEnumerable<string> Names(XElement element) => element.Elements().Select(e => e.Name.LocalName);
}
