using System.Xml.Linq;

namespace Hilo.Invoicing;

/// <summary>Requests of the two registry services: the wrapper carries a namespace, what is in it does not (specs: arca 15).</summary>
internal static class RegistryXml
{
    public static readonly XNamespace Constancia = "http://a5.soap.ws.server.puc.sr/";
    public static readonly XNamespace Padron = "http://a13.soap.ws.server.puc.sr/";

    public static XElement Certificate(AccessTicket ticket, string represented, string cuit) => Call(Constancia + "getPersona_v2", ticket, represented, "idPersona", [cuit]);

    /// <summary>At most 250 at once.</summary>
    public static XElement Certificates(AccessTicket ticket, string represented, IEnumerable<string> cuits) => Call(Constancia + "getPersonaList_v2", ticket, represented, "idPersona", cuits);

    public static XElement Person(AccessTicket ticket, string represented, string cuit) => Call(Padron + "getPersona", ticket, represented, "idPersona", [cuit]);

    /// <summary>Whose CUIT or CUIL belongs to a DNI.</summary>
    public static XElement OfDocument(AccessTicket ticket, string represented, string dni) => Call(Padron + "getIdPersonaListByDocumento", ticket, represented, "documento", [dni]);

    public static XElement Dummy(XNamespace space) => new(space + "dummy");

    private static XElement Call(XName operation, AccessTicket ticket, string represented, string of, IEnumerable<string> asked) => new(operation,
        new XElement("token", ticket.Token), new XElement("sign", ticket.Signature), new XElement("cuitRepresentada", represented), asked.Select(a => new XElement(of, a)));
}
