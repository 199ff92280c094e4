using Hilo.Platform;

namespace Hilo.Insights;

/// <summary>Watches all the other capabilities: their invariants, and where the shop stands today.</summary>
public static class InsightsModule
{
    public static IServiceCollection AddInsights(this IServiceCollection services) => services
        .AddValidation()
        .AddSingleton<InvariantRun>();

    public static RouteGroupBuilder MapInsights(this RouteGroupBuilder api)
    {
        CheckInvariants.Map(api);
        ShowToday.Map(api);
        return api;
    }
}
