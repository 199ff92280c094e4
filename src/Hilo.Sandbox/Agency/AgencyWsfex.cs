using System.Globalization;
using System.Xml.Linq;

namespace Hilo.Sandbox.Agency;

/// <summary>WSFEXv1, with the agency's answers and with the same moods as WSFEv1: one voucher at a time, and one error instead of a list.</summary>
internal static class AgencyWsfex
{
    private static readonly XNamespace Fex = "http://ar.gov.afip.dif.fexv1/";
    private static readonly AgencyError Fine = new(0, "OK");

    public static async Task<IResult> ServeAsync(HttpContext http, AgencyAuthority authority, AgencyExports exports, AgencyFaults faults)
    {
        var (call, end) = await AgencyWire.OpenAsync(http, authority, faults);
        if (call is null) return end!;
        var operation = call.Name.LocalName;
        if (http.Request.Headers["SOAPAction"].ToString().Trim('"') != Fex.NamespaceName + operation) return AgencyWire.Fault("soap:Client", "Server did not recognize the value of HTTP Header SOAPAction.");
        IResult Answer(AgencyError error, params object?[] content) => AgencyWire.Envelope(AgencyWire.Named(Fex, new XElement($"{operation}Response", new XElement($"{operation}Result", content,
            new XElement("FEXErr", new XElement("ErrCode", error.Code), new XElement("ErrMsg", error.Words)), new XElement("FEXEvents", new XElement("EventCode", 0), new XElement("EventMsg", "Ok"))))), 200);
        if (faults.Plan.IsDownBehindItsDummy && operation != "FEXDummy") return AgencyWire.Gone(http);
        if (operation == "FEXDummy")
            return AgencyWire.Envelope(AgencyWire.Named(Fex, new XElement("FEXDummyResponse", new XElement("FEXDummyResult", new XElement("AppServer", "OK"), new XElement("DbServer", "OK"), new XElement("AuthServer", "OK")))), 200);
        if (AgencyRules.Child(call, "Auth") is not { } auth || authority.CuitOf(AgencyRules.Text(auth, "Token"), AgencyRules.Text(auth, "Sign"), "wsfex") is not { } cuit || faults.Hits(p => p.ExpiredTicketsOf100))
            return Answer(new AgencyError(1000, "Usuario no autorizado a realizar esta operacion. ValidacionDeToken: No validaron las fechas del token."));
        if (AgencyRules.Text(auth, "Cuit") != cuit) return Answer(new AgencyError(1000, "Usuario no autorizado a realizar esta operacion. ValidacionDeToken: No apareció CUIT en lista de relaciones."));
        return operation switch
        {
            "FEXGetLast_CMP" => Last(Answer, cuit, auth, exports, faults),
            "FEXGetLast_ID" => Answer(Fine, new XElement("FEXResultGet", new XElement("Id", exports.LastId(cuit)))),
            "FEXGetCMP" => Found(Answer, cuit, AgencyRules.Child(call, "Cmp")!, exports, faults),
            "FEXAuthorize" => Authorize(http, Answer, cuit, AgencyRules.Child(call, "Cmp")!, exports, faults),
            _ => AgencyExportTables.Rows(call) is { } rows ? Answer(Fine, new XElement("FEXResultGet", rows)) : Answer(new AgencyError(1010, "No existe el metodo.")),
        };
    }

    private static IResult Last(Func<AgencyError, object?[], IResult> answer, string cuit, XElement auth, AgencyExports exports, AgencyFaults faults)
    {
        var (point, type) = ((int)AgencyRules.Number(auth, "Pto_venta"), (int)AgencyRules.Number(auth, "Cbte_Tipo"));
        if (!AgencyExportRules.Points.Contains(point)) return answer(new AgencyError(1607, "El punto de venta no se encuentra habilitado."), []);
        var last = exports.Last(cuit, point, type, faults.Plan.HidesNewestExport);
        return answer(Fine, [new XElement("FEXResult_LastCMP", new XElement("Cbte_nro", last?.Number ?? 0), new XElement("Cbte_fecha", last?.Date ?? ""))]);
    }

    private static IResult Found(Func<AgencyError, object?[], IResult> answer, string cuit, XElement asked, AgencyExports exports, AgencyFaults faults)
    {
        if (exports.Find(cuit, (int)AgencyRules.Number(asked, "Punto_vta"), (int)AgencyRules.Number(asked, "Cbte_tipo"), AgencyRules.Number(asked, "Cbte_nro"), faults.Plan.HidesNewestExport) is not { } kept)
            return answer(new AgencyError(1020, "No se encontro el comprobante solicitado."), []);
        // It spells the type in its own way, and numbers come back normalised: 122, not 122.00.
        return answer(Fine, [new XElement("FEXResultGet", XElement.Parse(kept.Cmp).Elements().Select(Shown),
            new XElement("Cae", kept.Cae), new XElement("Fecha_cbte_cae", kept.Date), new XElement("Fch_venc_Cae", kept.CaeExpires), new XElement("Resultado", "A"), new XElement("Motivos_Obs", ""))]);
    }

    private static IResult Authorize(HttpContext http, Func<AgencyError, object?[], IResult> answer, string cuit, XElement cmp, AgencyExports exports, AgencyFaults faults)
    {
        if (faults.Hits(p => p.DropOf100)) return AgencyWire.Gone(http);
        if (faults.Hits(p => p.ForeignOf100)) exports.TakeForeign(cuit, (int)AgencyRules.Number(cmp, "Punto_vta"), (int)AgencyRules.Number(cmp, "Cbte_Tipo"));
        if (faults.Hits(p => p.CommitLateOf100))
        {
            // Whoever asked has gone by then.
            _ = AgencyWire.LaterAsync(faults.Plan.CommitLateMs, () => exports.Authorize(cuit, cmp, faults.Plan.RejectsReceiver));
            return AgencyWire.Gone(http);
        }
        var (kept, isRepeated, error) = exports.Authorize(cuit, cmp, faults.Plan.RejectsReceiver);
        if (faults.TakeLostAnswer()) return AgencyWire.Gone(http);
        if (faults.Hits(p => p.ErrorOf100)) return answer(new AgencyError(501, "Error interno de base de datos."), []);
        if (faults.Hits(p => p.HtmlOf100)) return Results.Text("<html><head><title>Servicio no disponible</title></head><body><h1>502 Bad Gateway</h1></body></html>", "text/html");
        if (kept is null) return answer(error!, []);
        return answer(Fine, [new XElement("FEXResultAuth",
            new XElement("Id", kept.Id), new XElement("Cuit", cuit), new XElement("Cbte_tipo", kept.Type), new XElement("Punto_vta", kept.Point), new XElement("Cbte_nro", kept.Number), new XElement("Cae", kept.Cae),
            new XElement("Fch_venc_Cae", kept.CaeExpires), new XElement("Fch_cbte", kept.Date), new XElement("Resultado", "A"), new XElement("Reproceso", isRepeated ? "S" : "N"), new XElement("Motivos_Obs", ""))]);
    }

    private static XElement Shown(XElement element) => element.HasElements ? new XElement(element.Name, element.Elements().Select(Shown))
        : element.Name.LocalName is "Imp_total" or "Moneda_ctz" or "Pro_precio_uni" or "Pro_bonificacion" or "Pro_total_item"
            ? new XElement(element.Name, AgencyRules.Amount(element.Parent!, element.Name.LocalName).ToString("0.######", CultureInfo.InvariantCulture))
            : element.Name.LocalName == "Cbte_Tipo" ? new XElement("Cbte_tipo", element.Value) : element;
}
