using System.Xml.Linq;

namespace Hilo.Sandbox.Agency;

/// <summary>The agency's doors, and what only a stand-in has: its page for certificates, its books, its faults.</summary>
internal static class AgencySoap
{
    public static void Map(RouteGroupBuilder arca)
    {
        arca.MapPost("/wsaa", LogInAsync);
        arca.MapPost("/wsfe", AgencyWsfe.ServeAsync);
        arca.MapPost("/wsfex", AgencyWsfex.ServeAsync);
        arca.MapPost("/constancia", AgencyRegistry.CertifyAsync);
        arca.MapPost("/padron", AgencyRegistry.FindAsync);
        arca.MapPost("/certificates", async (HttpRequest request, AgencyAuthority authority) => Results.Text(authority.Certify(await AgencyWire.TextAsync(request)), "text/plain"));
        arca.MapGet("/vouchers", (AgencyBook book) => Results.Json(book.All));
        arca.MapGet("/exports", (AgencyExports exports) => Results.Json(exports.All));
        arca.MapGet("/faults", (AgencyFaults faults) => Results.Json(faults.Plan));
        arca.MapPut("/faults", async (HttpRequest request, AgencyFaults faults) =>
        {
            if (await request.ReadFromJsonAsync<AgencyFaultPlan>(request.HttpContext.RequestAborted) is not { } plan) return Results.BadRequest();
            faults.Plan = plan;
            return Results.Json(plan);
        });
        arca.MapDelete("/", (AgencyBook book, AgencyExports exports, AgencyCaeas caeas, AgencyFaults faults) =>
        {
            book.Reset();
            exports.Reset();
            caeas.Reset();
            faults.Plan = new AgencyFaultPlan();
            return Results.NoContent();
        });
    }

    private static async Task<IResult> LogInAsync(HttpContext http, AgencyAuthority authority, AgencyFaults faults)
    {
        var (call, end) = await AgencyWire.OpenAsync(http, authority, faults);
        if (call is null) return end!;
        var (fault, words, ticket) = authority.LogIn(AgencyRules.Text(call, "in0"));
        XNamespace axis = "http://xml.apache.org/axis/";
        if (fault is not null) return AgencyWire.Fault($"ns1:{fault}", words, new XAttribute(XNamespace.Xmlns + "ns1", axis.NamespaceName));
        XNamespace wsaa = "http://wsaa.view.sua.dvadac.desein.afip.gov";
        return AgencyWire.Envelope(new XElement(wsaa + "loginCmsResponse", new XElement(wsaa + "loginCmsReturn", $"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n{ticket}")), 200);
    }
}
