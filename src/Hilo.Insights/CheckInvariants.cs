using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Insights;

/// <summary><c>GET /api/v1/invariants</c>: what must be true, and whether it is.</summary>
internal static class CheckInvariants
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/invariants", HandleAsync).WithTags("Operations").RequirePermission(Permissions.LogRead)
        .WithSummary("Run every invariant now; the broken ones come first.");

    private static async Task<Ok<InvariantReport>> HandleAsync(InvariantRun run, CancellationToken cancel) => TypedResults.Ok(await run.RunAsync(cancel));
}
