using System.Data.Common;

namespace Hilo.Platform;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can serve, and the log flows; <c>log.behind</c> names the consumers that are stuck, while selling goes on.</summary>
internal static class HealthEndpoints
{
    private static readonly TimeSpan LongestUnnumbered = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestUnread = TimeSpan.FromMinutes(1);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Json(new { status = "live" })).AllowAnyone().ExcludeFromDescription();
        app.MapGet("/health/ready", ReadyAsync).AllowAnyone().ExcludeFromDescription();
    }

    private static async Task<IResult> ReadyAsync(LogHealth log, TimeProvider clock, CancellationToken cancel)
    {
        LogState state;
        try
        {
            state = await log.ReadAsync(cancel);
        }
        catch (DbException)
        {
            return Answer("database_unreachable", null);
        }
        var now = clock.GetUtcNow();
        return Answer(now - state.OldestUnnumberedAt > LongestUnnumbered ? "log_stands" : "ready", new
        {
            unnumbered = state.Unnumbered,
            lag = state.Consumers.Select(c => c.Lag).DefaultIfEmpty().Max(),
            parked = state.Consumers.Sum(c => c.Parked),
            behind = state.Consumers.Where(c => now - c.NextRecordedAt > LongestUnread).Select(c => c.Name),
        });
    }

    private static IResult Answer(string status, object? log) =>
        TypedResults.Json(new { status, log }, statusCode: status == "ready" ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
}
