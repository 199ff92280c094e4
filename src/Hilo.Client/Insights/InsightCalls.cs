namespace Hilo.Client;

public static class InsightCallsExtension
{
    extension(HiloClient client)
    {
        public InsightCalls Insights => new(client);
    }
}

/// <summary>What sold, and what waits.</summary>
public readonly struct InsightCalls(HiloClient client)
{
    public Task<Result<TodayView>> TodayAsync(CancellationToken cancel = default) => client.TryGetAsync<TodayView>("/api/v1/insights/today", cancel);
}
