using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Hilo.Invoicing;

/// <summary>What a token says of itself (specs: arca 5.4). Read to explain, never to decide what is sent: a token that cannot be read is sent all the same.</summary>
/// <param name="Represented">CUITs that it may speak for; empty when it names none.</param>
internal sealed record TicketContent(DateTimeOffset MadeAt, string Service, IReadOnlyList<string> Represented)
{
    public bool SpeaksFor(string cuit) => Represented.Count == 0 || Represented.Contains(cuit);

    public static TicketContent? Of(string token)
    {
        var bytes = new byte[token.Length];
        if (!Convert.TryFromBase64String(token, bytes, out var length)) return null;
        try
        {
            var sso = XElement.Parse(Encoding.UTF8.GetString(bytes, 0, length));
            var made = sso.Element("id")?.Attribute("gen_time")?.Value;
            if (!long.TryParse(made, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return null;
            var login = sso.Element("operation")?.Element("login");
            return new TicketContent(
                DateTimeOffset.FromUnixTimeSeconds(seconds), login?.Attribute("service")?.Value ?? "",
                [.. login?.Element("relations")?.Elements("relation").Select(r => r.Attribute("key")?.Value).OfType<string>() ?? []]);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
