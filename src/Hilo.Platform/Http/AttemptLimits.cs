using System.Globalization;
using System.Threading.RateLimiting;

namespace Hilo.Platform;

/// <summary>How often one address may try what can be guessed: sign-in, codes, signed links.</summary>
/// <remarks>Calls that a page makes inside the process count too, with the address of the page's visitor.</remarks>
public static class AttemptLimits
{
    private const string Policy = "attempts";

    /// <summary>Limits attempts per remote address: 20 in a minute unless <c>Security:AttemptsPerMinute</c> says otherwise.</summary>
    public static TBuilder LimitAttempts<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder => endpoints.RequireRateLimiting(Policy);

    internal static void AddAttemptLimits(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = async (rejected, _) =>
        {
            if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after))
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(after.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            await ProblemBoundary.WriteAsync(rejected.HttpContext, EdgeProblems.TooMany);
        };
        limiter.AddPolicy(Policy, http =>
        {
            var perMinute = http.RequestServices.GetRequiredService<IConfiguration>().GetValue("Security:AttemptsPerMinute", 20);
            // One counter per address and endpoint, so that codes and passwords do not use up each other's tries.
            var key = $"{http.Connection.RemoteIpAddress} {(http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText}";
            return RateLimitPartition.GetFixedWindowLimiter(key, _ => new()
            {
                PermitLimit = perMinute,
                Window = TimeSpan.FromMinutes(1),
                QueueLimit = 0,
            });
        });
    });
}
