using System.Globalization;
using System.Xml.Linq;

namespace Hilo.Sandbox.Agency;

/// <summary>The parameter tables of WSFEXv1, as far as a shop uses them: each with names of its own.</summary>
internal static class AgencyExportTables
{
    public static readonly IReadOnlyDictionary<string, string> Countries = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["200"] = "ARGENTINA",
        ["203"] = "BRASIL",
        ["208"] = "CHILE",
        ["212"] = "ESTADOS UNIDOS",
        ["225"] = "URUGUAY",
    };

    public static readonly string[] CountryCuits = ["50000000210", "50000000229", "50000000288", "55000002002", "55000000212", "50000002257"];
    public static readonly string[] Incoterms = ["EXW", "FCA", "FOB", "CIF", "CPT", "DAP", "DDP"];
    public static readonly string[] Units = ["1", "5", "7", "41", "98"];

    /// <summary>Null for an operation that is no table.</summary>
    public static XElement[]? Rows(XElement call) => call.Name.LocalName switch
    {
        "FEXGetPARAM_MON" => Table("ClsFEXResponse_Mon", "Mon", ("PES", "Pesos Argentinos"), ("DOL", "Dólar Estadounidense"), ("060", "Euro"), ("012", "Real")),
        "FEXGetPARAM_Cbte_Tipo" => Table("ClsFEXResponse_Cbte_Tipo", "Cbte", ("19", "Facturas de Exportación"), ("20", "Nota de Débito por Operaciones con el Exterior"), ("21", "Nota de Crédito por Operaciones con el Exterior")),
        "FEXGetPARAM_Tipo_Expo" => Table("ClsFEXResponse_Tex", "Tex", ("1", "Exportación definitiva de Bienes"), ("2", "Servicios"), ("4", "Otros")),
        "FEXGetPARAM_UMed" => Table("ClsFEXResponse_UMed", "Umed", ("1", "kilogramos"), ("5", "litros"), ("7", "unidades"), ("41", "miligramos"), ("98", "otras unidades")),
        "FEXGetPARAM_Idiomas" => Table("ClsFEXResponse_Idi", "Idi", ("1", "Español"), ("2", "Inglés"), ("3", "Portugués")),
        "FEXGetPARAM_Incoterms" => Table("ClsFEXResponse_Inc", "Inc", [.. Incoterms.Select(i => (i, i))]),
        "FEXGetPARAM_DST_pais" => [.. Countries.Select(c => new XElement("ClsFEXResponse_DST_pais", new XElement("DST_Codigo", c.Key), new XElement("DST_Ds", c.Value)))],
        "FEXGetPARAM_DST_CUIT" => [.. CountryCuits.Select(c => new XElement("ClsFEXResponse_DST_cuit", new XElement("DST_CUIT", c), new XElement("DST_Ds", "Persona Jurídica")))],
        "FEXGetPARAM_PtoVenta" => [.. AgencyExportRules.Points.Select(p => new XElement("ClsFEXResponse_PtoVenta",
            new XElement("Pve_Nro", p.ToString(CultureInfo.InvariantCulture)), new XElement("Pve_Bloqueado", "N"), new XElement("Pve_FchBaja", "NULL")))],
        _ => null,
    };

    private static XElement[] Table(string row, string prefix, params (string Id, string Text)[] rows) => [.. rows.Select(r => new XElement(row,
        new XElement($"{prefix}_Id", r.Id), new XElement($"{prefix}_Ds", r.Text), new XElement($"{prefix}_vig_desde", "20100101"), new XElement($"{prefix}_vig_hasta", "NULL")))];
}
