using System.Globalization;
using System.Xml.Linq;

namespace Hilo.Invoicing;

/// <summary>Requests of WSFEv1, element by element in the order of its WSDL: the agency ignores what it does not know and takes a missing number for zero.</summary>
internal static class WsfeXml
{
    public static readonly XNamespace Ar = "http://ar.gov.afip.dif.FEV1/";

    public static XElement Auth(AccessTicket ticket, string cuit) =>
        new(Ar + "Auth", new XElement(Ar + "Token", ticket.Token), new XElement(Ar + "Sign", ticket.Signature), new XElement(Ar + "Cuit", cuit));

    public static XElement Dummy() => new(Ar + "FEDummy");

    public static XElement Last(XElement auth, int point, int type) =>
        new(Ar + "FECompUltimoAutorizado", auth, new XElement(Ar + "PtoVta", point), new XElement(Ar + "CbteTipo", type));

    public static XElement Find(XElement auth, int point, int type, long number) => new(Ar + "FECompConsultar", auth, new XElement(Ar + "FeCompConsReq",
        new XElement(Ar + "CbteTipo", type), new XElement(Ar + "CbteNro", number), new XElement(Ar + "PtoVta", point)));

    /// <param name="table">Such as <c>TiposCbte</c>.</param>
    public static XElement Table(XElement auth, string table) => new(Ar + $"FEParamGet{table}", auth);

    public static XElement Authorize(XElement auth, IReadOnlyList<Voucher> vouchers) => new(Ar + "FECAESolicitar", auth, new XElement(Ar + "FeCAEReq",
        new XElement(Ar + "FeCabReq", new XElement(Ar + "CantReg", vouchers.Count), new XElement(Ar + "PtoVta", vouchers[0].Point), new XElement(Ar + "CbteTipo", vouchers[0].Type)),
        new XElement(Ar + "FeDetReq", vouchers.Select(v => new XElement(Ar + "FECAEDetRequest", Details(v))))));

    private static IEnumerable<XElement> Details(Voucher voucher)
    {
        yield return Of("Concepto", voucher.Concept);
        yield return Of("DocTipo", voucher.DocumentType);
        yield return Of("DocNro", voucher.DocumentNumber);
        yield return Of("CbteDesde", voucher.Number);
        yield return Of("CbteHasta", voucher.Number);
        yield return new XElement(Ar + "CbteFch", FiscalDay.Text(voucher.Date));
        yield return Pesos("ImpTotal", voucher.TotalMinor);
        yield return Pesos("ImpTotConc", voucher.UntaxedMinor);
        yield return Pesos("ImpNeto", voucher.NetMinor);
        yield return Pesos("ImpOpEx", voucher.ExemptMinor);
        yield return Pesos("ImpTrib", voucher.TributesMinor);
        yield return Pesos("ImpIVA", voucher.VatMinor);
        yield return new XElement(Ar + "MonId", voucher.Currency);
        yield return new XElement(Ar + "MonCotiz", voucher.Rate.ToString(CultureInfo.InvariantCulture));
        yield return Of("CondicionIVAReceptorId", voucher.ReceiverCondition);
        // Empty containers are refused.
        if (voucher.Associated.Count > 0)
        {
            yield return new XElement(Ar + "CbtesAsoc", voucher.Associated.Select(a => new XElement(Ar + "CbteAsoc",
                Of("Tipo", a.Type), Of("PtoVta", a.Point), Of("Nro", a.Number), new XElement(Ar + "Cuit", a.Cuit), new XElement(Ar + "CbteFch", FiscalDay.Text(a.Date)))));
        }
        if (voucher.Vat.Count > 0)
        {
            yield return new XElement(Ar + "Iva", voucher.Vat.Select(v => new XElement(Ar + "AlicIva",
                Of("Id", v.Id), Pesos("BaseImp", v.BaseMinor), Pesos("Importe", v.AmountMinor))));
        }
    }

    private static XElement Of(string name, long value) => new(Ar + name, value.ToString(CultureInfo.InvariantCulture));

    private static XElement Pesos(string name, long minor) => new(Ar + name, (minor / 100m).ToString("0.00", CultureInfo.InvariantCulture));
}
