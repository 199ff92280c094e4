using System.Xml.Linq;

namespace Hilo.Invoicing;

/// <summary>A web service of the agency, as far as calling it goes (specs: arca 3, 4.1).</summary>
/// <param name="Id">What a ticket is for: each service wants its own.</param>
/// <param name="Address">Its name in the settings.</param>
/// <param name="Action">The <c>SOAPAction</c> of an operation.</param>
/// <param name="Dummy">The operation that says whether it is up, without a ticket; null where there is none.</param>
internal sealed record AgencyService(string Id, string Address, Func<string, string> Action, Func<XElement>? Dummy)
{
    public static readonly AgencyService Wsfe = new("wsfe", "Wsfe", operation => WsfeXml.Ar.NamespaceName + operation, WsfeXml.Dummy);

    /// <summary>Export: its own service, points of sale and delegation.</summary>
    public static readonly AgencyService Wsfex = new("wsfex", "Wsfex", operation => WsfexXml.Fex.NamespaceName + operation, WsfexXml.Dummy);

    /// <summary>The login itself: asked without a ticket, and without a question whether it is up.</summary>
    public static readonly AgencyService Wsaa = new("wsaa", "Wsaa", _ => "", null);

    /// <summary>Certificates of inscription: names, addresses and taxes.</summary>
    public static readonly AgencyService Constancia = new("ws_sr_constancia_inscripcion", "Constancia", _ => "", () => RegistryXml.Dummy(RegistryXml.Constancia));

    /// <summary>Names and addresses, also of those who have no certificate.</summary>
    public static readonly AgencyService Padron = new("ws_sr_padron_a13", "Padron", _ => "", () => RegistryXml.Dummy(RegistryXml.Padron));

    public static IReadOnlyList<AgencyService> All { get; } = [Wsaa, Wsfe, Wsfex, Constancia, Padron];
}
