using System.Net;
using Microsoft.Extensions.Configuration;

namespace Hilo.Web.Design;

/// <summary>Whoever starts the server with <c>--allow-http</c> gives up Secure cookies. Beyond this machine every page says so.</summary>
internal static class PlainHttp
{
    public static bool IsInUse(HttpContext? http, IConfiguration configuration) =>
        http is { Request.IsHttps: false } && configuration.GetValue("Security:AllowHttp", false) && !IsThisMachine(http.Request.Host.Host);

    // The name in the visitor's address bar decides: the socket may be a proxy's.
    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
