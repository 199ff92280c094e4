using System.Globalization;
using System.Xml.Linq;

namespace Hilo.Invoicing;

/// <summary>Answers of the two registry services (specs: arca 15). Every branch of them is optional. Pure.</summary>
internal static class ReadTaxpayer
{
    private const int Vat = 30;
    private const int Monotributo = 20;
    private const int SocialMonotributo = 21;
    private const int Exempt = 32;
    private const int NotReached = 34;
    private static readonly int[] SocialCategories = [61, .. Enumerable.Range(98, 7)];

    /// <summary>Of <c>getPersona_v2</c>: with taxes.</summary>
    public static Taxpayer? Constancia(XElement answer, string cuit) => Part(answer, "personaReturn") is { } person ? Certified(person, cuit) : null;

    /// <summary>Of <c>getPersonaList_v2</c>: whom it says nothing about is left out.</summary>
    public static Taxpayer[]? Constancias(XElement answer) => Part(answer, "personaListReturn") is { } list
        ? [.. list.Elements().Select(person => IdOf(person) is { } cuit ? Certified(person, cuit) : null).OfType<Taxpayer>()]
        : null;

    /// <summary>Of <c>getIdPersonaListByDocumento</c>.</summary>
    public static string[]? Ids(XElement answer) => Part(answer, "idPersonaListReturn") is { } list ? [.. list.Elements().Where(e => e.Name.LocalName == "idPersona").Select(e => e.Value.Trim())] : null;

    private static Taxpayer? Certified(XElement person, string cuit)
    {
        if (Part(person, "datosGenerales") is not { } general)
        {
            // The registry knows the key and cannot certify it.
            return Part(person, "errorConstancia") is { } refused ? new Taxpayer(cuit, NameOf(refused), IsCompany(cuit), true, null, null, null, Text(refused, "error")) : null;
        }
        var (condition, remark) = ConditionOf(person);
        int? suggested = condition ?? (Text(general, "tipoPersona") == "FISICA" ? ReceiverFacts.FinalConsumer : null);
        return new Taxpayer(cuit, NameOf(general), Text(general, "tipoPersona") == "JURIDICA", IsActive(general), condition, suggested, AddressOf(Part(general, "domicilioFiscal")), remark);
    }

    /// <summary>Of <c>getPersona</c> of A13: name and address, no taxes.</summary>
    public static Taxpayer? Padron(XElement answer, string cuit) => Part(answer, "personaReturn") is { } found && Part(found, "persona") is { } person
        ? new Taxpayer(cuit, NameOf(person), Text(person, "tipoPersona") == "JURIDICA", IsActive(person), null, Text(person, "tipoPersona") == "FISICA" ? ReceiverFacts.FinalConsumer : null,
            AddressOf(person.Elements().FirstOrDefault(e => e.Name.LocalName == "domicilio" && Text(e, "tipoDomicilio") is "FISCAL") ?? Part(person, "domicilio")), null)
        : null;

    private static string? IdOf(XElement person) => (Part(person, "datosGenerales") ?? Part(person, "errorConstancia")) is { } general && Text(general, "idPersona") is { Length: 11 } cuit ? cuit : null;

    private static (int? Condition, string? Remark) ConditionOf(XElement person)
    {
        var general = Taxes(Part(person, "datosRegimenGeneral"));
        var simple = Taxes(Part(person, "datosMonotributo"));
        var category = Part(person, "datosMonotributo") is { } mono ? Part(mono, "categoriaMonotributo") : null;
        var vat = general.Find(t => t.Id == Vat);
        List<(int Id, int Since)> small = [.. simple.Concat(general).Where(t => t.Id is Monotributo or SocialMonotributo)];
        if (category is not null) small.Add((Monotributo, Number(category, "periodo")));
        if (vat != default && small.Count > 0)
            return (vat.Since >= small.Max(t => t.Since) ? 1 : 6, "El padrón lo muestra a la vez en IVA y en monotributo: se tomó lo más nuevo, confirmalo.");
        if (vat != default) return (1, null);
        if (small.Count > 0) return (category is not null && SocialCategories.Contains(Number(category, "idCategoria")) ? 13 : 6, null);
        if (general.Exists(t => t.Id == Exempt)) return (4, null);
        return general.Exists(t => t.Id == NotReached) ? (15, null) : (null, null);
    }

    /// <summary>Active ones. Old answers name no state: the certificate lists active taxes only.</summary>
    private static List<(int Id, int Since)> Taxes(XElement? regime) =>
        [.. (regime?.Elements().Where(e => e.Name.LocalName == "impuesto") ?? []).Where(t => Text(t, "estadoImpuesto") is "" or "AC" or "ACTIVO").Select(t => (Number(t, "idImpuesto"), Number(t, "periodo")))];

    private static string? NameOf(XElement person)
    {
        var name = Text(person, "razonSocial") is { Length: > 0 } company ? company : $"{Text(person, "apellido")} {Text(person, "nombre")}".Trim();
        return name.Length == 0 ? null : name;
    }

    private static bool IsActive(XElement person) => Text(person, "estadoClave") is "" or "ACTIVO";

    private static PostalAddress? AddressOf(XElement? home)
    {
        if (home is null || Text(home, "direccion") is not { Length: > 0 } street) return null;
        var province = Text(home, "descripcionProvincia");
        // The capital is a province of its own there, and its city is not named.
        var city = Text(home, "localidad") is { Length: > 0 } town ? town : province;
        return new PostalAddress(street, city, ProvinceOf(Number(home, "idProvincia")), Text(home, "codPostal"));
    }

    // The registry's numbers, as ISO 3166-2 letters.
    private static string ProvinceOf(int id) => Provinces.GetValueOrDefault(id, "C");

    private static readonly Dictionary<int, string> Provinces = new()
    {
        [0] = "C",
        [1] = "B",
        [2] = "K",
        [3] = "X",
        [4] = "W",
        [5] = "E",
        [6] = "Y",
        [7] = "M",
        [8] = "F",
        [9] = "A",
        [10] = "J",
        [11] = "D",
        [12] = "S",
        [13] = "G",
        [14] = "T",
        [16] = "H",
        [17] = "U",
        [18] = "P",
        [19] = "N",
        [20] = "Q",
        [21] = "L",
        [22] = "R",
        [23] = "Z",
        [24] = "V",
    };

    private static bool IsCompany(string cuit) => cuit.StartsWith('3');

    private static XElement? Part(XElement parent, string name) => parent.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    private static string Text(XElement parent, string name) => Part(parent, name)?.Value.Trim() ?? "";

    private static int Number(XElement parent, string name) => int.TryParse(Text(parent, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
