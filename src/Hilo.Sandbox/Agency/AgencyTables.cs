using System.Xml.Linq;

namespace Hilo.Sandbox.Agency;

/// <summary>The agency's parameter tables, as far as a shop uses them.</summary>
internal static class AgencyTables
{
    public static XElement[]? Rows(string operation) => operation switch
    {
        "FEParamGetTiposCbte" => Table("CbteTipo", (1, "Factura A"), (2, "Nota de Débito A"), (3, "Nota de Crédito A"), (6, "Factura B"), (7, "Nota de Débito B"), (8, "Nota de Crédito B"), (11, "Factura C"), (12, "Nota de Débito C"), (13, "Nota de Crédito C")),
        "FEParamGetTiposConcepto" => Table("ConceptoTipo", (1, "Producto"), (2, "Servicios"), (3, "Productos y Servicios")),
        "FEParamGetTiposDoc" => Table("DocTipo", (80, "CUIT"), (86, "CUIL"), (94, "Pasaporte"), (96, "DNI"), (99, "Doc. (Otro)")),
        "FEParamGetTiposIva" => Table("IvaTipo", (3, "0%"), (4, "10.5%"), (5, "21%"), (6, "27%"), (8, "5%"), (9, "2.5%")),
        "FEParamGetPtosVenta" => [Point(1), Point(7)],
        "FEParamGetCondicionIvaReceptor" =>
        [
            Condition(1, "IVA Responsable Inscripto", "A"), Condition(4, "IVA Sujeto Exento", "B"), Condition(5, "Consumidor Final", "B"), Condition(6, "Responsable Monotributo", "A"),
            Condition(13, "Monotributista Social", "A"), Condition(15, "IVA No Alcanzado", "B"),
        ],
        _ => null,
    };

    private static XElement[] Table(string row, params (int Id, string Text)[] rows) =>
        [.. rows.Select(r => new XElement(row, new XElement("Id", r.Id), new XElement("Desc", r.Text), new XElement("FchDesde", "20100917"), new XElement("FchHasta", "NULL")))];

    private static XElement Point(int number) => new("PtoVenta",
        new XElement("Nro", number), new XElement("EmisionTipo", "CAE - Ri Iva"), new XElement("Bloqueado", "N"), new XElement("FchBaja", "NULL"));

    private static XElement Condition(int id, string text, string letter) => new("CondicionIvaReceptor", new XElement("Id", id), new XElement("Desc", text), new XElement("Cmp_Clase", letter));
}
