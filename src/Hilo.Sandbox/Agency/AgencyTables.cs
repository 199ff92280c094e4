using System.Globalization;
using System.Xml.Linq;

namespace Hilo.Sandbox.Agency;

/// <summary>The agency's parameter tables (specs: arca 6.2, 8), as far as a shop uses them.</summary>
internal static class AgencyTables
{
    private static readonly (string Class, int[] Conditions)[] Classes =
        [("A", [1, 6, 13, 16]), ("ALEY", [1, 6, 13, 16]), ("B", [4, 5, 7, 8, 9, 10, 15]), ("C", [1, 4, 5, 6, 7, 8, 9, 10, 13, 15, 16]), ("49", [5])];

    private static readonly Dictionary<int, string> ConditionNames = new()
    {
        [1] = "IVA Responsable Inscripto",
        [4] = "IVA Sujeto Exento",
        [5] = "Consumidor Final",
        [6] = "Responsable Monotributo",
        [7] = "Sujeto No Categorizado",
        [8] = "Proveedor del Exterior",
        [9] = "Cliente del Exterior",
        [10] = "IVA Liberado – Ley N° 19.640",
        [13] = "Monotributista Social",
        [15] = "IVA No Alcanzado",
        [16] = "Monotributo Trabajador Independiente Promovido",
    };

    /// <summary>Null for an operation that is no table, or that has no rows.</summary>
    /// <param name="lacks">A table and a row of it that is gone: <c>TiposIva|9</c>.</param>
    public static XElement[]? Rows(XElement call, string today, string? lacks) => Rows(call, today) is { } rows
        ? [.. rows.Where(r => $"{call.Name.LocalName["FEParamGet".Length..]}|{AgencyRules.Text(r, "Id")}" != lacks)] : null;

    /// <summary>Registered as “CAEA - Contingencia”.</summary>
    public static bool IsForContingency(int point) => point is 20 or 21;

    private static XElement[]? Rows(XElement call, string today) => call.Name.LocalName switch
    {
        "FEParamGetTiposCbte" => Table("CbteTipo", (1, "Factura A"), (2, "Nota de Débito A"), (3, "Nota de Crédito A"), (6, "Factura B"), (7, "Nota de Débito B"), (8, "Nota de Crédito B"), (11, "Factura C"), (12, "Nota de Débito C"), (13, "Nota de Crédito C"),
            (51, "Factura A con leyenda"), (52, "Nota de Débito A con leyenda"), (53, "Nota de Crédito A con leyenda"), (201, "Factura de Crédito electrónica MiPyMEs (FCE) A"), (202, "Nota de Débito electrónica MiPyMEs (FCE) A"), (203, "Nota de Crédito electrónica MiPyMEs (FCE) A"),
            (206, "Factura de Crédito electrónica MiPyMEs (FCE) B"), (207, "Nota de Débito electrónica MiPyMEs (FCE) B"), (208, "Nota de Crédito electrónica MiPyMEs (FCE) B"), (211, "Factura de Crédito electrónica MiPyMEs (FCE) C"), (212, "Nota de Débito electrónica MiPyMEs (FCE) C"), (213, "Nota de Crédito electrónica MiPyMEs (FCE) C")),
        "FEParamGetTiposConcepto" => Table("ConceptoTipo", (1, "Producto"), (2, "Servicios"), (3, "Productos y Servicios")),
        "FEParamGetTiposDoc" => Table("DocTipo", (80, "CUIT"), (86, "CUIL"), (87, "CDI"), (91, "CI extranjera"), (94, "Pasaporte"), (96, "DNI"), (99, "Doc. (Otro)")),
        "FEParamGetTiposIva" => Table("IvaTipo", (3, "0%"), (4, "10.5%"), (5, "21%"), (6, "27%"), (8, "5%"), (9, "2.5%")),
        "FEParamGetTiposTributos" => Table("TributoTipo", (1, "Impuestos nacionales"), (2, "Impuestos provinciales"), (3, "Impuestos municipales"), (4, "Impuestos Internos"), (5, "IIBB"), (6, "Percepción de IVA"), (7, "Percepción de IIBB"), (8, "Percepciones por Impuestos Municipales"), (9, "Otras Percepciones"), (13, "Percepción de IVA a no Categorizado"), (99, "Otro")),
        "FEParamGetTiposOpcional" => Table("OpcionalTipo", (22, "Anulación FCE"), (23, "Referencia comercial"), (27, "Sistema de transmisión FCE"), (2101, "CBU"), (2102, "Alias")),
        "FEParamGetTiposMonedas" => [Row("Moneda", "PES", "Pesos Argentinos"), Row("Moneda", "DOL", "Dólar Estadounidense"), Row("Moneda", "060", "Euro"), Row("Moneda", "012", "Real")],
        "FEParamGetTiposPaises" => [Country(200, "ARGENTINA"), Country(203, "BRASIL"), Country(208, "CHILE"), Country(225, "URUGUAY"), Country(212, "ESTADOS UNIDOS")],
        "FEParamGetPtosVenta" => [Point(1, "CAE - Ri Iva"), Point(7, "CAE - Ri Iva"), Point(20, "CAEA - Contingencia"), Point(21, "CAEA - Contingencia")],
        "FEParamGetActividades" => [new("ActividadesTipo", new XElement("Id", 477110), new XElement("Orden", 1), new XElement("Desc", "VENTA AL POR MENOR DE PRENDAS DE VESTIR"))],
        "FEParamGetCotizacion" => AgencyDates.Rates.TryGetValue(AgencyRules.Text(call, "MonId"), out var rate)
            ? [new("MonId", AgencyRules.Text(call, "MonId")), new("MonCotiz", rate.ToString(CultureInfo.InvariantCulture)), new("FchCotiz", AgencyRules.Text(call, "FchCotiz") is { Length: 8 } asked ? asked : today)] : null,
        // Asked for all at once, a row names every class that it goes with.
        "FEParamGetCondicionIvaReceptor" when AgencyRules.Text(call, "ClaseCmp").Length == 0 => [.. ConditionNames.Keys.Select(id => Condition(id, string.Join('/', Classes.Where(c => c.Conditions.Contains(id)).Select(c => c.Class))))],
        "FEParamGetCondicionIvaReceptor" => [.. Classes.Where(c => c.Class == AgencyRules.Text(call, "ClaseCmp")).SelectMany(c => c.Conditions.Select(id => Condition(id, c.Class)))],
        _ => null,
    };

    private static XElement[] Table(string row, params (int Id, string Text)[] rows) => [.. rows.Select(r => Row(row, r.Id.ToString(CultureInfo.InvariantCulture), r.Text))];

    private static XElement Row(string row, string id, string text) => new(row, new XElement("Id", id), new XElement("Desc", text), new XElement("FchDesde", "20100917"), new XElement("FchHasta", "NULL"));

    private static XElement Country(int id, string name) => new("PaisTipo", new XElement("Id", id), new XElement("Desc", name));

    private static XElement Point(int number, string kind) => new("PtoVenta",
        new XElement("Nro", number), new XElement("EmisionTipo", kind), new XElement("Bloqueado", "N"), new XElement("FchBaja", "NULL"));

    private static XElement Condition(int id, string letter) => new("CondicionIvaReceptor", new XElement("Id", id), new XElement("Desc", ConditionNames[id]), new XElement("Cmp_Clase", letter));
}
