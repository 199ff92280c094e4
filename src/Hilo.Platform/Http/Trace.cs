using System.Diagnostics;

namespace Hilo.Platform;

/// <summary>The W3C trace id of a request: in every log line, problem and event of it.</summary>
public static class Trace
{
    public static string Of(HttpContext http) => Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;

    /// <summary>The trace id as the correlation id of events: both are 128 bits.</summary>
    public static Guid? Correlation => Activity.Current is { } activity ? Guid.ParseExact(activity.TraceId.ToString(), "N") : null;

    /// <summary>Ids that begin with the time, as UUIDs of version 7 do: the log's index by correlation grows at its end instead of everywhere.</summary>
    internal static void BeginWithTheTime() => Activity.TraceIdGenerator = () =>
    {
        Span<byte> bytes = stackalloc byte[16];
        IId<EventId>.New().Value.TryWriteBytes(bytes, bigEndian: true, out _);
        return ActivityTraceId.CreateFromBytes(bytes);
    };

    /// <summary>The framework starts an activity only when somebody listens; a problem always has a trace id.</summary>
    internal static Activity? Ensure(HttpContext http)
    {
        if (Activity.Current is not null) return null;
        var activity = new Activity("request");
        if (http.Request.Headers.TraceParent.ToString() is { Length: > 0 } parent) activity.SetParentId(parent);
        return activity.SetIdFormat(ActivityIdFormat.W3C).Start();
    }
}
