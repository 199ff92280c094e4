using System.Xml.Linq;
using Hilo.Client;
using Hilo.Invoicing;
using Hilo.Sandbox.Agency;

namespace Hilo.Tests.Fiscal;

public class Asking_the_registry
{
    private const string General = """<datosGenerales><razonSocial>HILADOS S.A.</razonSocial><estadoClave>ACTIVO</estadoClave><tipoPersona>JURIDICA</tipoPersona><domicilioFiscal><direccion>SAN MARTIN 120</direccion><localidad>CORDOBA</localidad><codPostal>5000</codPostal><idProvincia>3</idProvincia><descripcionProvincia>CORDOBA</descripcionProvincia></domicilioFiscal></datosGenerales>""";

    [Theory]
    [InlineData("<datosRegimenGeneral><impuesto><idImpuesto>30</idImpuesto><estadoImpuesto>AC</estadoImpuesto></impuesto></datosRegimenGeneral>", 1)]
    [InlineData("<datosRegimenGeneral><impuesto><idImpuesto>30</idImpuesto></impuesto></datosRegimenGeneral>", 1)]
    [InlineData("<datosRegimenGeneral><impuesto><idImpuesto>30</idImpuesto><estadoImpuesto>BD</estadoImpuesto></impuesto></datosRegimenGeneral>", null)]
    [InlineData("<datosRegimenGeneral><impuesto><idImpuesto>32</idImpuesto></impuesto></datosRegimenGeneral>", 4)]
    [InlineData("<datosRegimenGeneral><impuesto><idImpuesto>34</idImpuesto></impuesto></datosRegimenGeneral>", 15)]
    [InlineData("<datosMonotributo><categoriaMonotributo><idCategoria>41</idCategoria></categoriaMonotributo><impuesto><idImpuesto>20</idImpuesto></impuesto></datosMonotributo>", 6)]
    [InlineData("<datosMonotributo><categoriaMonotributo><idCategoria>61</idCategoria></categoriaMonotributo><impuesto><idImpuesto>21</idImpuesto></impuesto></datosMonotributo>", 13)]
    [InlineData("<datosRegimenGeneral><impuesto><idImpuesto>30</idImpuesto><periodo>202001</periodo></impuesto></datosRegimenGeneral><datosMonotributo><impuesto><idImpuesto>20</idImpuesto><periodo>202305</periodo></impuesto></datosMonotributo>", 6)]
    [InlineData("", null)]
    public void Takes_the_condition_from_the_taxes(string regimes, int? condition)
    {
        var found = ReadTaxpayer.Constancia(Answer(General + regimes), "30712345671")!;
        Assert.Equal((condition, "HILADOS S.A.", true, true), (found.Condition, found.Name, found.IsCompany, found.IsActive));
        Assert.Equal(new PostalAddress("SAN MARTIN 120", "CORDOBA", "X", "5000"), found.Address);
    }

    [Fact]
    public void Concludes_nothing_from_what_is_no_answer()
    {
        Asked<Taxpayer> Read(int status, string? body) => Registry.Understood(new SoapAnswer(status, body is null ? null : XElement.Parse(body), ""), "getPersona_v2", b => ReadTaxpayer.Constancia(b, "1"));
        FailureKind Kind(int status, string? body) => Read(status, body).Failed(out var failure, out _) ? failure.Kind : throw new Xunit.Sdk.XunitException("It was read.");
        Assert.Equal(FailureKind.Refused, Kind(500, "<Fault><faultcode>soap:Server</faultcode><faultstring>No existe persona con ese Id</faultstring></Fault>"));
        Assert.Equal(FailureKind.Ticket, Kind(500, "<Fault><faultcode>soap:Server</faultcode><faultstring>Falta token y/o sign.</faultstring></Fault>"));
        Assert.Equal(FailureKind.Lost, Kind(500, "<Fault><faultcode>soap:Server</faultcode><faultstring>java.lang.NullPointerException</faultstring></Fault>"));
        Assert.Equal(FailureKind.Lost, Kind(503, null));
        Assert.Equal(FailureKind.Lost, Kind(200, "<getPersona_v2Response />"));
        var refused = ReadTaxpayer.Constancia(Answer("<errorConstancia><apellido>SOSA</apellido><nombre>PEDRO</nombre><error>La clave no registra inscripción</error></errorConstancia>"), "20444444445")!;
        Assert.Equal(("SOSA PEDRO", (int?)null, "La clave no registra inscripción"), (refused.Name, refused.Condition, refused.Remark));
    }

    [Fact]
    public void Says_its_questions_without_a_namespace_inside()
    {
        var call = RegistryXml.Certificate(new AccessTicket("k", 1, "T", "S", DateTimeOffset.MaxValue), "30000000015", "20111111112");
        Assert.Equal("""<getPersona_v2 xmlns="http://a5.soap.ws.server.puc.sr/"><token xmlns="">T</token><sign xmlns="">S</sign><cuitRepresentada xmlns="">30000000015</cuitRepresentada><idPersona xmlns="">20111111112</idPersona></getPersona_v2>""", call.ToString(SaveOptions.DisableFormatting));
        Assert.Equal(RegistryXml.Padron + "getPersona", RegistryXml.Person(new AccessTicket("k", 1, "T", "S", DateTimeOffset.MaxValue), "1", "2").Name);
    }

    [Theory, EveryDatabase]
    public async Task Fills_in_a_cuit_and_holds_nobody_up_when_it_is_down(Database database)
    {
        await using var accountant = await Accountant.OpenAsync(database);
        var (staff, guest) = (accountant.Owner.Invoicing, accountant.Shop.Guest.Invoicing);

        var company = (await staff.TaxpayerAsync("30-71234567-1")).Value();
        Assert.Equal(("HILADOS DEL SUR S.R.L.", 1, true, false), (company.Name, company.Condition, company.IsCompany, company.IsOld));
        Assert.Equal("GURRUCHAGA 1687", company.Address?.Street);
        var ana = (await guest.ShopTaxpayerAsync("20111111112")).Value();
        // Where a person lives is nobody's business at a checkout.
        Assert.Equal(("GOMEZ ANA MARIA", 6, (PostalAddress?)null), (ana.Name, ana.Condition, ana.Address));
        Assert.False((await staff.TaxpayerAsync("30600000019")).Value().IsActive);
        // No certificate: name and address come from the other service, and nothing is decided.
        var pedro = (await staff.TaxpayerAsync("20444444445")).Value();
        Assert.Equal(("SOSA PEDRO", (int?)null, "SAN MARTIN 120"), (pedro.Name, pedro.Condition, pedro.Address?.Street));
        Assert.Equal(404, (await staff.TaxpayerAsync(AgencyPeople.Nobody)).Problem().Status);
        Assert.Equal("invoicing.receiver_cuit", (await staff.TaxpayerAsync("30712345679")).Problem().Code);

        accountant.Faults.Plan = new AgencyFaultPlan { RegistryIsDown = true };
        Assert.Equal("invoicing.registry_unavailable", (await staff.TaxpayerAsync("33000000022")).Problem().Code);
        Assert.Equal("HILADOS DEL SUR S.R.L.", (await staff.TaxpayerAsync("30712345671")).Value().Name);
        await accountant.Sells(receiver: Accountant.Company);
        Assert.Equal("A", Assert.Single(await accountant.SettledAsync(1)).Decided.Class);
    }

    private static XElement Answer(string content) => XElement.Parse($"<getPersona_v2Response><personaReturn>{content}</personaReturn></getPersona_v2Response>");
}
