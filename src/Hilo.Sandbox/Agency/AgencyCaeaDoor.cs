using System.Xml.Linq;

namespace Hilo.Sandbox.Agency;

/// <summary>The operations of WSFEv1 around a CAEA. Null: it is none of them.</summary>
internal static class AgencyCaeaDoor
{
    private static readonly XNamespace Ar = "http://ar.gov.afip.dif.FEV1/";

    public static IResult? Serve(HttpContext http, XElement call, string cuit, Func<object?[], IResult> answer, AgencyBook book, AgencyCaeas caeas, AgencyFaults faults)
    {
        int Number(string name) => (int)AgencyRules.Number(call, name);
        switch (call.Name.LocalName)
        {
            case "FECAEASolicitar":
                var (given, error) = caeas.Give(cuit, Number("Periodo"), Number("Orden"));
                if (faults.TakeLostAnswer()) return AgencyWire.Gone(http);
                return answer([given is null ? Errors(error!) : Shown(given)]);
            case "FECAEAConsultar":
                return answer([caeas.Find(cuit, Number("Periodo"), Number("Orden")) is { } known ? Shown(known) : Errors(NoData)]);
            case "FECAEARegInformativo":
                return Report(http, AgencyRules.Child(call, "FeCAEARegInfReq")!, cuit, answer, book, caeas, faults);
            case "FECAEASinMovimientoInformar":
                var (code, point) = (AgencyRules.Text(call, "CAEA"), Number("PtoVta"));
                var refused = caeas.Close(cuit, code, point, book.All.Any(v => v.Cuit == cuit && v.Point == point && v.Cae == code));
                if (faults.TakeLostAnswer()) return AgencyWire.Gone(http);
                return answer([new XElement(Ar + "CAEA", code), new XElement(Ar + "FchProceso", book.Today()), new XElement(Ar + "PtoVta", point), new XElement(Ar + "Resultado", refused is null ? "A" : "R"), refused is null ? null : Errors(refused)]);
            case "FECAEASinMovimientoConsultar":
                return answer([caeas.Closed.Contains((AgencyRules.Text(call, "CAEA"), Number("PtoVta")))
                    ? AgencyWire.Named(Ar, new XElement("ResultGet", new XElement("FECAEASinMov", new XElement("CAEA", AgencyRules.Text(call, "CAEA")), new XElement("FchProceso", book.Today()), new XElement("PtoVta", Number("PtoVta")))))
                    : Errors(NoData)]);
            default:
                return null;
        }
    }

    private static AgencyError NoData => new(602, "No existen datos en nuestros registros para los parametros ingresados.");

    private static IResult Report(HttpContext http, XElement request, string cuit, Func<object?[], IResult> answer, AgencyBook book, AgencyCaeas caeas, AgencyFaults faults)
    {
        var head = AgencyRules.Child(request, "FeCabReq")!;
        var (point, type) = ((int)AgencyRules.Number(head, "PtoVta"), (int)AgencyRules.Number(head, "CbteTipo"));
        XElement[] details = [.. AgencyRules.Items(request, "FeDetReq", "FECAEADetRequest")];
        if (AgencyRules.Number(head, "CantReg") != details.Length || details.Length is 0 || details.Length > faults.Plan.LargestRequest) return answer([Errors(new AgencyError(10002, "CantReg no coincide con la cantidad de registros enviados."))]);
        if (faults.Hits(p => p.DropOf100)) return AgencyWire.Gone(http);
        var decision = book.Inform(cuit, point, type, details, faults.Plan, caeas);
        if (faults.TakeLostAnswer()) return AgencyWire.Gone(http);
        if (faults.Hits(p => p.ErrorOf100)) return answer([Errors(new AgencyError(501, "Error interno de base de datos."))]);
        return answer(AgencyWsfe.Decided(cuit, point, type, details, decision, "CAEA"));
    }

    private static XElement Shown(AgencyCaea caea) => AgencyWire.Named(Ar, new XElement("ResultGet",
        new XElement("CAEA", caea.Code), new XElement("Periodo", caea.Period), new XElement("Orden", caea.Half), new XElement("FchVigDesde", caea.ValidFrom), new XElement("FchVigHasta", caea.ValidTo),
        new XElement("FchTopeInf", caea.ReportBy), new XElement("FchProceso", caea.ProcessedAt)));

    private static XElement Errors(AgencyError error) => AgencyWire.Named(Ar, new XElement("Errors", new XElement("Err", new XElement("Code", error.Code), new XElement("Msg", error.Words))));
}
