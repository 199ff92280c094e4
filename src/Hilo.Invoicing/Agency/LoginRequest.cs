using System.Globalization;
using System.Xml.Linq;

namespace Hilo.Invoicing;

/// <summary>The request for an access ticket (specs: arca 5.2, 5.4): case and order of its elements count.</summary>
internal static class LoginRequest
{
    public static readonly XNamespace Wsaa = "http://wsaa.view.sua.dvadac.desein.afip.gov";

    public static string Text(string service, DateTimeOffset now) => "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + new XElement("loginTicketRequest",
        new XAttribute("version", "1.0"),
        new XElement("header",
            new XElement("uniqueId", (uint)now.ToUnixTimeSeconds()),
            // Not in the future for a clock of theirs that is somewhat behind ours.
            new XElement("generationTime", Moment(now.AddMinutes(-10))),
            new XElement("expirationTime", Moment(now.AddMinutes(10)))),
        new XElement("service", service)).ToString(SaveOptions.DisableFormatting);

    public static XElement Call(byte[] cms) => new(Wsaa + "loginCms", new XElement(Wsaa + "in0", Convert.ToBase64String(cms)));

    private static string Moment(DateTimeOffset at) => FiscalDay.Local(at).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}

/// <param name="Version">Grows with every ticket of one key: a service that refuses an old one does not harm a newer one.</param>
internal sealed record AccessTicket(string Key, int Version, string Token, string Signature, DateTimeOffset ExpiresAt);
