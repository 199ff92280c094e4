using System.Xml.Linq;

namespace Hilo.Sandbox.Agency;

/// <summary>The registry of taxpayers: constancia de inscripción and padrón A13, with one of each kind and everybody else made up by their number.</summary>
internal static class AgencyRegistry
{
    private static readonly XNamespace Constancia = "http://a5.soap.ws.server.puc.sr/";
    private static readonly XNamespace Padron = "http://a13.soap.ws.server.puc.sr/";

    public static Task<IResult> CertifyAsync(HttpContext http, AgencyAuthority authority, AgencyFaults faults) =>
        ServeAsync(http, authority, faults, "ws_sr_constancia_inscripcion", Constancia, new() { ["getPersona_v2"] = One(AgencyPeople.Certificate), ["getPersonaList_v2"] = Many });

    public static Task<IResult> FindAsync(HttpContext http, AgencyAuthority authority, AgencyFaults faults) =>
        ServeAsync(http, authority, faults, "ws_sr_padron_a13", Padron, new() { ["getPersona"] = One(AgencyPeople.Person), ["getIdPersonaListByDocumento"] = OfDocument });

    private static async Task<IResult> ServeAsync(HttpContext http, AgencyAuthority authority, AgencyFaults faults, string service, XNamespace space, Dictionary<string, Func<XElement, AgencyFaultPlan, XElement?>> operations)
    {
        var (call, end) = await AgencyWire.OpenAsync(http, authority, faults);
        if (call is null) return end!;
        if (faults.Plan.RegistryIsDown) return Results.Text("<html><body><h1>503 Service Unavailable</h1></body></html>", "text/html", statusCode: 503);
        if (call.Name == space + "dummy")
            return AgencyWire.Envelope(new XElement(space + "dummyResponse", new XElement("return", new XElement("appserver", "OK"), new XElement("authserver", "OK"), new XElement("dbserver", "OK"))), 200);
        // Its children carry no namespace: one that does is not seen, as there.
        string Said(string name) => call.Element(name)?.Value ?? "";
        if (call.Name.Namespace != space || !operations.TryGetValue(call.Name.LocalName, out var answer)) return AgencyWire.Fault("soap:Client", $"Unexpected wrapper element {call.Name.LocalName} found.");
        if (Said("token").Length == 0 || Said("sign").Length == 0) return AgencyWire.Fault("soap:Server", "Falta token y/o sign.");
        if (authority.CuitOf(Said("token"), Said("sign"), service) is not { } cuit || cuit != Said("cuitRepresentada")) return AgencyWire.Fault("soap:Server", "Token malformado o expirado.");
        if (answer(call, faults.Plan) is not { } found) return AgencyWire.Fault("soap:Server", "No existe persona con ese Id");
        found.Add(new XElement("metadata", new XElement("fechaHora", authority.Now.ToString("O", System.Globalization.CultureInfo.InvariantCulture)), new XElement("servidor", "sandbox")));
        return AgencyWire.Envelope(new XElement(space + $"{call.Name.LocalName}Response", found), 200);
    }

    private static Func<XElement, AgencyFaultPlan, XElement?> One(Func<string, string?, XElement?> find) => (call, plan) => find(call.Element("idPersona")?.Value ?? "", plan.RegistrySays);

    /// <summary>Whom it does not know it names among the others, with an error.</summary>
    private static XElement Many(XElement call, AgencyFaultPlan plan) => new("personaListReturn", call.Elements("idPersona").Take(250).Select(id => new XElement("persona",
        AgencyPeople.Certificate(id.Value, plan.RegistrySays)?.Elements() ?? [new XElement("errorConstancia", new XElement("error", "No existe persona con ese Id"), new XElement("idPersona", id.Value))])));

    private static XElement OfDocument(XElement call, AgencyFaultPlan plan) => new("idPersonaListReturn", AgencyPeople.OfDocument(call.Element("documento")?.Value ?? "").Select(cuit => new XElement("idPersona", cuit)));
}
