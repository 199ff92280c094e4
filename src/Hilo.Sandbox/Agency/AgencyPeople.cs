using System.Xml.Linq;

namespace Hilo.Sandbox.Agency;

/// <summary>Who exists, and what taxes they pay.</summary>
internal static class AgencyPeople
{
    public const string Nobody = "30999999995";

    private static readonly Dictionary<string, (string Name, string Kind)> Known = new(StringComparer.Ordinal)
    {
        ["30712345671"] = ("HILADOS DEL SUR S.R.L.", "vat"),
        ["30500000011"] = ("FUNDACION TEJEDORAS", "exempt"),
        ["20111111112"] = ("GOMEZ, ANA MARIA", "mono"),
        ["27222222228"] = ("PEREZ, LUCIA", "social"),
        ["20333333334"] = ("RUIZ, JUAN", "none"),
        ["30600000019"] = ("TELAS VIEJAS S.A.", "inactive"),
        ["20444444445"] = ("SOSA, PEDRO", "refused"),
    };

    /// <summary>With taxes. Null: nobody has that number.</summary>
    public static XElement? Certificate(string cuit, string? says)
    {
        if (!IsSomebody(cuit)) return null;
        var (name, kind) = Of(cuit, says);
        if (kind == "refused")
            return new XElement("personaReturn", new XElement("errorConstancia", new XElement("apellido", name.Split(", ")[0]), new XElement("nombre", name.Split(", ")[^1]), new XElement("error", "La clave ingresada no registra inscripción"), new XElement("idPersona", cuit)));
        XElement Tax(int id, string what) => new("impuesto", new XElement("descripcionImpuesto", what), new XElement("estadoImpuesto", "AC"), new XElement("idImpuesto", id), new XElement("periodo", "201501"));
        return new XElement("personaReturn",
            new XElement("datosGenerales", General(cuit, name, kind), new XElement("domicilioFiscal", new XElement("codPostal", "1414"), new XElement("descripcionProvincia", "CIUDAD AUTONOMA BUENOS AIRES"), new XElement("direccion", "GURRUCHAGA 1687"), new XElement("idProvincia", 0), new XElement("tipoDomicilio", "FISCAL"))),
            kind is "mono" or "social" ? new XElement("datosMonotributo",
                new XElement("categoriaMonotributo", new XElement("descripcionCategoria", kind == "mono" ? "B VENTAS" : "SOCIAL"), new XElement("idCategoria", kind == "mono" ? 41 : 61), new XElement("idImpuesto", 20), new XElement("periodo", "202001")), Tax(20, "MONOTRIBUTO")) : null,
            kind is "vat" or "exempt" or "inactive" ? new XElement("datosRegimenGeneral", kind == "exempt" ? Tax(32, "IVA EXENTO") : Tax(30, "IVA")) : null);
    }

    /// <summary>Without taxes.</summary>
    public static XElement? Person(string cuit, string? says)
    {
        if (!IsSomebody(cuit)) return null;
        var (name, kind) = Of(cuit, says);
        return new XElement("personaReturn", new XElement("persona", General(cuit, name, kind),
            new XElement("domicilio", new XElement("codigoPostal", "5000"), new XElement("codPostal", "5000"), new XElement("descripcionProvincia", "CORDOBA"), new XElement("direccion", "SAN MARTIN 120"), new XElement("idProvincia", 3), new XElement("localidad", "CORDOBA"), new XElement("tipoDomicilio", "FISCAL"))));
    }

    private static bool IsSomebody(string cuit) => Cuit.TryParse(cuit, out _) && cuit != Nobody;

    /// <summary>Such as <c>vat</c>; null for nobody.</summary>
    public static string? KindOf(string cuit, string? says) => IsSomebody(cuit) ? Of(cuit, says).Kind : null;

    /// <summary>Who has a DNI: its people are numbered by it, as there.</summary>
    public static string[] OfDocument(string dni) => [.. new[] { "20", "23", "24", "27" }.SelectMany(prefix => Enumerable.Range(0, 10).Select(digit => $"{prefix}{dni.PadLeft(8, '0')}{digit}"))
        .Where(cuit => Known.ContainsKey(cuit) || (cuit.StartsWith("20", StringComparison.Ordinal) && !Known.Keys.Any(k => k[2..10] == dni.PadLeft(8, '0')) && IsSomebody(cuit)))];

    private static (string Name, string Kind) Of(string cuit, string? says) => says?.Split('=') is [var other, var kind] && other == cuit ? (Of(cuit, null).Name, kind) : Known.TryGetValue(cuit, out var known) ? known : cuit.StartsWith('3') ? ($"EMPRESA DE PRUEBA {cuit[6..10]} S.A.", "vat") : ($"PRUEBA, PERSONA {cuit[6..10]}", "mono");

    private static object[] General(string cuit, string name, string kind) =>
    [
        cuit.StartsWith('3') ? new object[] { new XElement("razonSocial", name) } : [new XElement("apellido", name.Split(", ")[0]), new XElement("nombre", name.Split(", ")[^1])],
        new XElement("estadoClave", kind == "inactive" ? "INACTIVO" : "ACTIVO"), new XElement("idPersona", cuit), new XElement("tipoClave", "CUIT"), new XElement("tipoPersona", cuit.StartsWith('3') ? "JURIDICA" : "FISICA"),
    ];
}
