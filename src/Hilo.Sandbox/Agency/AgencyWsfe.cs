using System.Globalization;
using System.Xml.Linq;

namespace Hilo.Sandbox.Agency;

/// <summary>WSFEv1, with the agency's answers and with its moods.</summary>
internal static class AgencyWsfe
{
    private static readonly XNamespace Ar = "http://ar.gov.afip.dif.FEV1/";

    public static async Task<IResult> ServeAsync(HttpContext http, AgencyAuthority authority, AgencyBook book, AgencyCaeas caeas, AgencyFaults faults)
    {
        var (call, end) = await AgencyWire.OpenAsync(http, authority, faults);
        if (call is null) return end!;
        var operation = call.Name.LocalName;
        if (http.Request.Headers["SOAPAction"].ToString().Trim('"') != Ar.NamespaceName + operation) return AgencyWire.Fault("soap:Client", "Server did not recognize the value of HTTP Header SOAPAction.");
        IResult Answer(params object?[] content) => AgencyWire.Envelope(
            new XElement(Ar + $"{operation}Response", new XElement(Ar + $"{operation}Result", content)), 200,
            new XElement(Ar + "FEHeaderInfo", new XElement(Ar + "ambiente", $"{faults.Plan.AnswersFrom ?? "Homologacion"} - efa"), new XElement(Ar + "fecha", authority.Now.ToString("O", CultureInfo.InvariantCulture)), new XElement(Ar + "id", "1.0.0.0")));
        if (faults.Plan.IsDownBehindItsDummy && operation != "FEDummy") return AgencyWire.Gone(http);
        if (operation == "FEDummy") return Answer(new XElement(Ar + "AppServer", "OK"), new XElement(Ar + "DbServer", "OK"), new XElement(Ar + "AuthServer", "OK"));
        if (AgencyRules.Child(call, "Auth") is not { } auth || authority.CuitOf(AgencyRules.Text(auth, "Token"), AgencyRules.Text(auth, "Sign"), "wsfe") is not { } cuit || faults.Hits(p => p.ExpiredTicketsOf100))
            return Answer(Errors(new AgencyError(600, "ValidacionDeToken: No validaron las fechas del token GenTime, ExpTime, NowUTC")));
        if (AgencyRules.Text(auth, "Cuit") != cuit) return Answer(Errors(new AgencyError(600, "ValidacionDeToken: No apareció CUIT en lista de relaciones")));
        if (AgencyCaeaDoor.Serve(http, call, cuit, Answer, book, caeas, faults) is { } served) return served;
        return operation switch
        {
            "FECompUltimoAutorizado" => Answer(new XElement(Ar + "PtoVta", AgencyRules.Text(call, "PtoVta")), new XElement(Ar + "CbteTipo", AgencyRules.Text(call, "CbteTipo")),
                new XElement(Ar + "CbteNro", book.Last(cuit, (int)AgencyRules.Number(call, "PtoVta"), (int)AgencyRules.Number(call, "CbteTipo")))),
            "FECompConsultar" => Answer(Found(cuit, AgencyRules.Child(call, "FeCompConsReq")!, book)),
            "FECAESolicitar" => Authorize(http, Answer, cuit, AgencyRules.Child(call, "FeCAEReq")!, book, faults),
            "FECompTotXRequest" => Answer(new XElement(Ar + "RegXReq", faults.Plan.LargestRequest)),
            _ => AgencyTables.Rows(call, book.Today(), faults.Plan.LacksTableRow) is { } rows ? Answer(AgencyWire.Named(Ar, new XElement("ResultGet", rows))) : Answer(Errors(new AgencyError(602, "Sin Resultados: - Metodo " + operation))),
        };
    }

    private static IResult Authorize(HttpContext http, Func<object?[], IResult> answer, string cuit, XElement request, AgencyBook book, AgencyFaults faults)
    {
        var head = AgencyRules.Child(request, "FeCabReq")!;
        var (point, type) = ((int)AgencyRules.Number(head, "PtoVta"), (int)AgencyRules.Number(head, "CbteTipo"));
        XElement[] details = [.. AgencyRules.Items(request, "FeDetReq", "FECAEDetRequest")];
        if (AgencyRules.Number(head, "CantReg") != details.Length) return answer([Errors(new AgencyError(10002, "CantReg no coincide con la cantidad de registros enviados."))]);
        if (details.Length is 0 or > 9998) return answer([Errors(new AgencyError(10001, "CantReg debe estar comprendido entre 1 y 9998."))]);
        if (details.Length > faults.Plan.LargestRequest) return answer([Errors(new AgencyError(10003, "La cantidad de registros supera la informada por FECompTotXRequest."))]);
        if (faults.Hits(p => p.DropOf100)) return AgencyWire.Gone(http);
        if (faults.Hits(p => p.ForeignOf100)) book.TakeForeign(cuit, point, type);
        if (faults.Hits(p => p.CommitLateOf100))
        {
            // Whoever asked has gone by then.
            _ = AgencyWire.LaterAsync(faults.Plan.CommitLateMs, () => book.Authorize(cuit, point, type, details, faults.Plan));
            return AgencyWire.Gone(http);
        }
        var decision = book.Authorize(cuit, point, type, details, faults.Plan);
        if (faults.TakeLostAnswer()) return AgencyWire.Gone(http);
        if (faults.Hits(p => p.ErrorOf100)) return answer([Errors(new AgencyError(501, "Error interno de base de datos."))]);
        if (faults.Hits(p => p.HtmlOf100)) return Results.Text("<html><head><title>Servicio no disponible</title></head><body><h1>502 Bad Gateway</h1></body></html>", "text/html");
        return answer(Decided(cuit, point, type, details, decision));
    }

    /// <param name="code">What a detail of the answer carries: <c>CAE</c> or <c>CAEA</c>.</param>
    public static object?[] Decided(string cuit, int point, int type, XElement[] details, AgencyDecision decision, string code = "CAE")
    {
        var authorized = decision.Outcomes.Count(o => o.Kept is not null);
        var result = authorized == details.Length ? "A" : authorized == 0 ? "R" : "P";
        var head = new XElement("FeCabResp", new XElement("Cuit", cuit), new XElement("PtoVta", point), new XElement("CbteTipo", type),
            new XElement("FchProceso", decision.Outcomes.FirstOrDefault(o => o.Kept is not null)?.Kept!.ProcessedAt ?? ""), new XElement("CantReg", details.Length), new XElement("Resultado", result), new XElement("Reproceso", "N"));
        var answers = details.Select((detail, i) =>
        {
            var outcome = i < decision.Outcomes.Count ? decision.Outcomes[i] : null;
            return new XElement($"FE{code}DetResponse",
                new[] { "Concepto", "DocTipo", "DocNro", "CbteDesde", "CbteHasta", "CbteFch" }.Select(name => new XElement(name, AgencyRules.Text(detail, name))),
                new XElement("Resultado", outcome?.Kept is null ? "R" : "A"),
                outcome?.Remarks is { Count: > 0 } remarks ? new XElement("Observaciones", remarks.Select(r => new XElement("Obs", new XElement("Code", r.Code), new XElement("Msg", r.Words)))) : null,
                code == "CAE" ? [new XElement("CAE", outcome?.Kept?.Cae ?? ""), new XElement("CAEFchVto", outcome?.Kept?.CaeExpires ?? "")] : new object[] { new XElement("CAEA", AgencyRules.Text(detail, "CAEA")) });
        });
        return [AgencyWire.Named(Ar, head), AgencyWire.Named(Ar, new XElement("FeDetResp", answers)), decision.Error is { } error ? Errors(error) : null];
    }

    private static XElement Found(string cuit, XElement request, AgencyBook book)
    {
        if (book.Find(cuit, (int)AgencyRules.Number(request, "PtoVta"), (int)AgencyRules.Number(request, "CbteTipo"), AgencyRules.Number(request, "CbteNro")) is not { } kept)
            return Errors(new AgencyError(602, "No existen datos en nuestros registros para los parametros ingresados."));
        var detail = XElement.Parse(kept.Detail);
        return AgencyWire.Named(Ar, new XElement("ResultGet",
            detail.Elements().Select(Plain),
            new XElement("Resultado", "A"), new XElement("CodAutorizacion", kept.Cae), new XElement("EmisionTipo", kept.Emission), new XElement("FchVto", kept.CaeExpires), new XElement("FchProceso", kept.ProcessedAt),
            new XElement("PtoVta", kept.Point), new XElement("CbteTipo", kept.Type)));
    }

    /// <summary>Numbers come back normalised: 122, not 122.00.</summary>
    private static XElement Plain(XElement element) => element.HasElements
        ? new XElement(element.Name.LocalName, element.Elements().Select(Plain))
        : new XElement(element.Name.LocalName, element.Name.LocalName.StartsWith("Imp", StringComparison.Ordinal) || element.Name.LocalName == "BaseImp"
            ? AgencyRules.Amount(element.Parent!, element.Name.LocalName).ToString("0.##", CultureInfo.InvariantCulture)
            : element.Value);

    private static XElement Errors(AgencyError error) => AgencyWire.Named(Ar, new XElement("Errors", new XElement("Err", new XElement("Code", error.Code), new XElement("Msg", error.Words))));
}
