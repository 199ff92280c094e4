using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Hilo.Sandbox.Agency;

/// <summary>The agency's SOAP doors: WSAA and WSFEv1, with its answers and with its moods.</summary>
internal static class AgencySoap
{
    private static readonly XNamespace Soap = "http://schemas.xmlsoap.org/soap/envelope/";
    private static readonly XNamespace Ar = "http://ar.gov.afip.dif.FEV1/";

    public static void Map(RouteGroupBuilder arca)
    {
        arca.MapPost("/wsaa", LogInAsync);
        arca.MapPost("/wsfe", ServeAsync);
        // What only a stand-in has: its page for certificates, its books, its faults.
        arca.MapPost("/certificates", async (HttpRequest request, AgencyAuthority authority) => Results.Text(authority.Certify(await TextAsync(request)), "text/plain"));
        arca.MapGet("/vouchers", (AgencyBook book) => Results.Json(book.All));
        arca.MapGet("/faults", (AgencyFaults faults) => Results.Json(faults.Plan));
        arca.MapPut("/faults", async (HttpRequest request, AgencyFaults faults) =>
        {
            if (await request.ReadFromJsonAsync<AgencyFaultPlan>(request.HttpContext.RequestAborted) is not { } plan) return Results.BadRequest();
            faults.Plan = plan;
            return Results.Json(plan);
        });
        arca.MapDelete("/", (AgencyBook book, AgencyFaults faults) =>
        {
            book.Reset();
            faults.Plan = new AgencyFaultPlan();
            return Results.NoContent();
        });
    }

    private static async Task<IResult> LogInAsync(HttpContext http, AgencyAuthority authority, AgencyFaults faults)
    {
        if (await IsAwayAsync(http, faults)) return Results.Empty;
        if (await CallAsync(http) is not { } call) return Results.StatusCode(400);
        var (fault, words, ticket) = authority.LogIn(call.Elements().FirstOrDefault(e => e.Name.LocalName == "in0")?.Value ?? "");
        XNamespace axis = "http://xml.apache.org/axis/";
        if (fault is not null)
        {
            return Envelope(new XElement(Soap + "Fault", new XElement("faultcode", new XAttribute(XNamespace.Xmlns + "ns1", axis.NamespaceName), $"ns1:{fault}"), new XElement("faultstring", words)), 500);
        }
        XNamespace wsaa = "http://wsaa.view.sua.dvadac.desein.afip.gov";
        return Envelope(new XElement(wsaa + "loginCmsResponse", new XElement(wsaa + "loginCmsReturn", $"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n{ticket}")), 200);
    }

    private static async Task<IResult> ServeAsync(HttpContext http, AgencyAuthority authority, AgencyBook book, AgencyFaults faults)
    {
        if (await IsAwayAsync(http, faults)) return Results.Empty;
        if (await CallAsync(http) is not { } call) return Results.StatusCode(400);
        var operation = call.Name.LocalName;
        if (http.Request.Headers["SOAPAction"].ToString().Trim('"') != Ar.NamespaceName + operation)
            return Envelope(new XElement(Soap + "Fault", new XElement("faultcode", "soap:Client"), new XElement("faultstring", "Server did not recognize the value of HTTP Header SOAPAction.")), 500);
        if (operation == "FEDummy") return Answer(operation, new XElement(Ar + "AppServer", "OK"), new XElement(Ar + "DbServer", "OK"), new XElement(Ar + "AuthServer", "OK"));
        if (Child(call, "Auth") is not { } auth || authority.CuitOf(Text(auth, "Token"), Text(auth, "Sign"), "wsfe") is not { } cuit || faults.Hits(p => p.ExpiredTicketsOf100))
            return Answer(operation, Errors(new AgencyError(600, "ValidacionDeToken: No validaron las fechas del token GenTime, ExpTime, NowUTC")));
        if (Text(auth, "Cuit") != cuit) return Answer(operation, Errors(new AgencyError(600, "ValidacionDeToken: No apareció CUIT en lista de relaciones")));
        return operation switch
        {
            "FECompUltimoAutorizado" => Answer(operation, new XElement(Ar + "PtoVta", Text(call, "PtoVta")), new XElement(Ar + "CbteTipo", Text(call, "CbteTipo")),
                new XElement(Ar + "CbteNro", book.Last(cuit, (int)Number(call, "PtoVta"), (int)Number(call, "CbteTipo")))),
            "FECompConsultar" => Found(operation, cuit, Child(call, "FeCompConsReq")!, book),
            "FECAESolicitar" => Authorize(http, operation, cuit, Child(call, "FeCAEReq")!, book, faults),
            "FECompTotXRequest" => Answer(operation, new XElement(Ar + "RegXReq", 250)),
            _ => AgencyTables.Rows(operation) is { } rows ? Answer(operation, Named(new XElement("ResultGet", rows))) : Answer(operation, Errors(new AgencyError(602, "Sin Resultados: - Metodo " + operation))),
        };
    }

    private static IResult Authorize(HttpContext http, string operation, string cuit, XElement request, AgencyBook book, AgencyFaults faults)
    {
        var head = Child(request, "FeCabReq")!;
        var (point, type) = ((int)Number(head, "PtoVta"), (int)Number(head, "CbteTipo"));
        XElement[] details = [.. AgencyRules.Items(request, "FeDetReq", "FECAEDetRequest")];
        if (Number(head, "CantReg") != details.Length) return Answer(operation, Errors(new AgencyError(10002, "CantReg no coincide con la cantidad de registros enviados.")));
        if (details.Length is 0 or > 250) return Answer(operation, Errors(new AgencyError(10001, "CantReg debe estar comprendido entre 1 y 250.")));
        if (faults.Hits(p => p.DropOf100)) return Gone(http);
        if (faults.Hits(p => p.ForeignOf100)) book.TakeForeign(cuit, point, type);
        if (faults.Hits(p => p.CommitLateOf100))
        {
            // Whoever asked has gone by then.
            _ = LaterAsync(faults.Plan.CommitLateMs, () => book.Authorize(cuit, point, type, details, faults.Plan.RejectsReceiver));
            return Gone(http);
        }
        var decision = book.Authorize(cuit, point, type, details, faults.Plan.RejectsReceiver);
        if (faults.TakeLostAnswer()) return Gone(http);
        if (faults.Hits(p => p.ErrorOf100)) return Answer(operation, Errors(new AgencyError(501, "Error interno de base de datos.")));
        if (faults.Hits(p => p.HtmlOf100)) return Results.Text("<html><head><title>Servicio no disponible</title></head><body><h1>502 Bad Gateway</h1></body></html>", "text/html");
        return Answer(operation, Decided(cuit, point, type, details, decision));
    }

    private static XElement[] Decided(string cuit, int point, int type, XElement[] details, AgencyDecision decision)
    {
        var authorized = decision.Outcomes.Count(o => o.Kept is not null);
        var result = authorized == details.Length ? "A" : authorized == 0 ? "R" : "P";
        var head = new XElement("FeCabResp", new XElement("Cuit", cuit), new XElement("PtoVta", point), new XElement("CbteTipo", type),
            new XElement("FchProceso", decision.Outcomes.FirstOrDefault(o => o.Kept is not null)?.Kept!.ProcessedAt ?? ""), new XElement("CantReg", details.Length), new XElement("Resultado", result), new XElement("Reproceso", "N"));
        var answers = details.Select((detail, i) => new XElement("FECAEDetResponse",
            new[] { "Concepto", "DocTipo", "DocNro", "CbteDesde", "CbteHasta", "CbteFch" }.Select(name => new XElement(name, AgencyRules.Text(detail, name))),
            new XElement("Resultado", i < decision.Outcomes.Count && decision.Outcomes[i].Kept is not null ? "A" : "R"),
            i < decision.Outcomes.Count && decision.Outcomes[i].Refusals is { Count: > 0 } refusals
                ? new XElement("Observaciones", refusals.Select(r => new XElement("Obs", new XElement("Code", r.Code), new XElement("Msg", r.Words)))) : null,
            new XElement("CAE", i < decision.Outcomes.Count ? decision.Outcomes[i].Kept?.Cae ?? "" : ""),
            new XElement("CAEFchVto", i < decision.Outcomes.Count ? decision.Outcomes[i].Kept?.CaeExpires ?? "" : "")));
        return [Named(head), Named(new XElement("FeDetResp", answers)), .. decision.Error is { } error ? [Errors(error)] : Array.Empty<XElement>()];
    }

    private static IResult Found(string operation, string cuit, XElement request, AgencyBook book)
    {
        if (book.Find(cuit, (int)Number(request, "PtoVta"), (int)Number(request, "CbteTipo"), Number(request, "CbteNro")) is not { } kept)
            return Answer(operation, Errors(new AgencyError(602, "No existen datos en nuestros registros para los parametros ingresados.")));
        var detail = XElement.Parse(kept.Detail);
        return Answer(operation, Named(new XElement("ResultGet",
            detail.Elements().Select(Plain),
            new XElement("Resultado", "A"), new XElement("CodAutorizacion", kept.Cae), new XElement("EmisionTipo", "CAE"), new XElement("FchVto", kept.CaeExpires), new XElement("FchProceso", kept.ProcessedAt),
            new XElement("PtoVta", kept.Point), new XElement("CbteTipo", kept.Type))));
    }

    /// <summary>Numbers come back normalised: 122, not 122.00.</summary>
    private static XElement Plain(XElement element) => element.HasElements
        ? new XElement(element.Name.LocalName, element.Elements().Select(Plain))
        : new XElement(element.Name.LocalName, element.Name.LocalName.StartsWith("Imp", StringComparison.Ordinal) || element.Name.LocalName == "BaseImp"
            ? AgencyRules.Amount(element.Parent!, element.Name.LocalName).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture)
            : element.Value);

    private static async Task<bool> IsAwayAsync(HttpContext http, AgencyFaults faults)
    {
        if (faults.Plan.DelayMs is > 0 and var delay) await Task.Delay(delay, http.RequestAborted);
        if (!faults.Plan.IsDown) return false;
        http.Abort();
        return true;
    }

    private static async Task LaterAsync(int milliseconds, Action act)
    {
        await Task.Delay(milliseconds, CancellationToken.None);
        act();
    }

    private static IResult Gone(HttpContext http)
    {
        http.Abort();
        return Results.Empty;
    }

    private static async Task<XElement?> CallAsync(HttpContext http)
    {
        try
        {
            return XDocument.Parse(await TextAsync(http.Request)).Root?.Elements().FirstOrDefault(e => e.Name.LocalName == "Body")?.Elements().FirstOrDefault();
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static async Task<string> TextAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        return await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
    }

    private static XElement Errors(AgencyError error) => Named(new XElement("Errors", new XElement("Err", new XElement("Code", error.Code), new XElement("Msg", error.Words))));

    private static XElement Named(XElement element) => new(Ar + element.Name.LocalName, element.HasElements ? element.Elements().Select(Named) : element.Value.Length > 0 ? element.Value : null);

    private static IResult Answer(string operation, params XElement[] content) => Envelope(new XElement(Ar + $"{operation}Response", new XElement(Ar + $"{operation}Result", content)), 200);

    private static IResult Envelope(XElement body, int status) => Results.Text(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>" + new XElement(Soap + "Envelope", new XAttribute(XNamespace.Xmlns + "soap", Soap.NamespaceName), new XElement(Soap + "Body", body)).ToString(SaveOptions.DisableFormatting),
        "text/xml", Encoding.UTF8, status);

    private static XElement? Child(XElement parent, string name) => AgencyRules.Child(parent, name);

    private static string Text(XElement parent, string name) => AgencyRules.Text(parent, name);

    private static long Number(XElement parent, string name) => AgencyRules.Number(parent, name);
}
