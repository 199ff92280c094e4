using System.Diagnostics;

namespace Hilo.Platform;

/// <summary>The W3C trace id of a request: in every log line, problem and event of it.</summary>
public static class Trace
{
    public static string Of(HttpContext http) => Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;
}
