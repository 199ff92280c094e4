using System.Globalization;
using System.Xml.Linq;

namespace Hilo.Invoicing;

/// <summary>Requests of WSFEv1, element by element in the order of its WSDL (specs: arca 6.2): the agency ignores what it does not know and takes a missing number for zero.</summary>
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

    public static XElement LargestBatch(XElement auth) => new(Ar + "FECompTotXRequest", auth);

    /// <param name="table">Such as <c>TiposCbte</c>.</param>
    public static XElement Table(XElement auth, string table) => new(Ar + $"FEParamGet{table}", auth);

    /// <param name="voucherClass"><c>A</c>, <c>ALEY</c>, <c>B</c> or <c>C</c>.</param>
    public static XElement ReceiverConditions(XElement auth, string voucherClass) => new(Ar + "FEParamGetCondicionIvaReceptor", auth, new XElement(Ar + "ClaseCmp", voucherClass));

    public static XElement ExchangeRate(XElement auth, string currency, DateOnly day) =>
        new(Ar + "FEParamGetCotizacion", auth, new XElement(Ar + "MonId", currency), new XElement(Ar + "FchCotiz", FiscalDay.Text(day)));

    public static XElement Authorize(XElement auth, IReadOnlyList<Voucher> vouchers) => new(Ar + "FECAESolicitar", auth, new XElement(Ar + "FeCAEReq",
        Head(vouchers), new XElement(Ar + "FeDetReq", vouchers.Select(v => new XElement(Ar + "FECAEDetRequest", WsfeDetail.Of(v))))));

    /// <summary>Vouchers that were made under a CAEA, told afterwards.</summary>
    public static XElement Report(XElement auth, IReadOnlyList<Voucher> vouchers) => new(Ar + "FECAEARegInformativo", auth, new XElement(Ar + "FeCAEARegInfReq",
        Head(vouchers), new XElement(Ar + "FeDetReq", vouchers.Select(v => new XElement(Ar + "FECAEADetRequest", WsfeDetail.Of(v))))));

    /// <param name="period">Year and month: 202611.</param>
    /// <param name="half">1 until the 15th, 2 from the 16th.</param>
    public static XElement RequestCaea(XElement auth, int period, int half) => Caea("FECAEASolicitar", auth, period, half);

    public static XElement FindCaea(XElement auth, int period, int half) => Caea("FECAEAConsultar", auth, period, half);

    public static XElement ReportNoMovement(XElement auth, int point, string caea) =>
        new(Ar + "FECAEASinMovimientoInformar", auth, new XElement(Ar + "PtoVta", point), new XElement(Ar + "CAEA", caea));

    public static XElement FindNoMovement(XElement auth, string caea, int point) =>
        new(Ar + "FECAEASinMovimientoConsultar", auth, new XElement(Ar + "CAEA", caea), new XElement(Ar + "PtoVta", point));

    private static XElement Caea(string operation, XElement auth, int period, int half) => new(Ar + operation, auth,
        new XElement(Ar + "Periodo", period.ToString(CultureInfo.InvariantCulture)), new XElement(Ar + "Orden", half.ToString(CultureInfo.InvariantCulture)));

    private static XElement Head(IReadOnlyList<Voucher> vouchers) =>
        new(Ar + "FeCabReq", new XElement(Ar + "CantReg", vouchers.Count), new XElement(Ar + "PtoVta", vouchers[0].Point), new XElement(Ar + "CbteTipo", vouchers[0].Type));
}
