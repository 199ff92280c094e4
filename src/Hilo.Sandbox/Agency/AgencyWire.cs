using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Hilo.Sandbox.Agency;

/// <summary>How the agency's doors read and write: SOAP 1.1, its own clock in every answer, and nothing at all when it is down.</summary>
internal static class AgencyWire
{
    public static readonly XNamespace Soap = "http://schemas.xmlsoap.org/soap/envelope/";

    /// <summary>The call in the envelope; null when there is nothing to answer, with what ends the request instead.</summary>
    public static async Task<(XElement? Call, IResult? End)> OpenAsync(HttpContext http, AgencyAuthority authority, AgencyFaults faults)
    {
        if (faults.Plan.DelayMs is > 0 and var delay) await Task.Delay(delay, http.RequestAborted);
        if (faults.Plan.IsDown) return (null, Gone(http));
        // Written here: the server's own would be the machine's time, which stories move away from.
        http.Response.Headers.Date = authority.Now.ToString("R", CultureInfo.InvariantCulture);
        try
        {
            var call = XDocument.Parse(await TextAsync(http.Request)).Root?.Elements().FirstOrDefault(e => e.Name.LocalName == "Body")?.Elements().FirstOrDefault();
            return call is null ? (null, Results.StatusCode(400)) : (call, null);
        }
        catch (XmlException)
        {
            return (null, Results.StatusCode(400));
        }
    }

    /// <summary>What the agency does after whoever asked has gone.</summary>
    public static async Task LaterAsync(int milliseconds, Action act)
    {
        await Task.Delay(milliseconds, CancellationToken.None);
        act();
    }

    /// <summary>The connection breaks instead of an answer.</summary>
    public static IResult Gone(HttpContext http)
    {
        http.Abort();
        return Results.Empty;
    }

    public static async Task<string> TextAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        return await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
    }

    public static IResult Fault(string code, string words, params object[] more) => Envelope(new XElement(Soap + "Fault", new XElement("faultcode", more, code), new XElement("faultstring", words)), 500);

    public static IResult Envelope(XElement body, int status, XElement? header = null) => Results.Text(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>" + new XElement(Soap + "Envelope", new XAttribute(XNamespace.Xmlns + "soap", Soap.NamespaceName),
            header is null ? null : new XElement(Soap + "Header", header), new XElement(Soap + "Body", body)).ToString(SaveOptions.DisableFormatting),
        "text/xml", Encoding.UTF8, status);

    public static XElement Named(XNamespace space, XElement element) =>
        new(space + element.Name.LocalName, element.HasElements ? element.Elements().Select(e => Named(space, e)) : element.Value.Length > 0 ? element.Value : null);
}
