using System.Xml.Linq;

namespace Hilo.Invoicing;

/// <summary>Requests of the two registry services: the wrapper carries a namespace, what is in it does not (specs: arca 15).</summary>
internal static class RegistryXml
{
    public static readonly XNamespace Constancia = "http://a5.soap.ws.server.puc.sr/";
    public static readonly XNamespace Padron = "http://a13.soap.ws.server.puc.sr/";

    public static XElement Certificate(AccessTicket ticket, string represented, string cuit) => Call(Constancia + "getPersona_v2", ticket, represented, cuit);

    public static XElement Person(AccessTicket ticket, string represented, string cuit) => Call(Padron + "getPersona", ticket, represented, cuit);

    public static XElement Dummy(XNamespace space) => new(space + "dummy");

    private static XElement Call(XName operation, AccessTicket ticket, string represented, string cuit) => new(operation,
        new XElement("token", ticket.Token), new XElement("sign", ticket.Signature), new XElement("cuitRepresentada", represented), new XElement("idPersona", cuit));
}
