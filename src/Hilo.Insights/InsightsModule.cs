using Hilo.Platform;

namespace Hilo.Insights;

/// <summary>Watches all the other capabilities: the invariants now, dashboards and reports later.</summary>
public static class InsightsModule
{
    public static IServiceCollection AddInsights(this IServiceCollection services) => services
        .AddValidation()
        .AddSingleton<InvariantRun>();

    public static RouteGroupBuilder MapInsights(this RouteGroupBuilder api)
    {
        CheckInvariants.Map(api);
        return api;
    }
}
