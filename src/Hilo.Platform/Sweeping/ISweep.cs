namespace Hilo.Platform;

/// <summary>Does what is due: claims a batch of due rows and works on them. Resolved in a scope of its own, committed when it returns.</summary>
public interface ISweep
{
    /// <returns>How many were done. While it is not zero the sweeper runs again at once.</returns>
    Task<int> SweepAsync(CancellationToken cancel);
}

/// <summary>One registered sweeper.</summary>
internal sealed record Sweep(Type Sweeper, TimeSpan Every, bool OnEveryNode)
{
    public string LeaseName => $"sweeper:{Sweeper.Name}";
}

public static class SweepRegistration
{
    /// <summary>Runs a sweeper at start and then at each interval, on one node at a time.</summary>
    /// <param name="onEveryNode">For a sweeper that claims its rows with <c>for update skip locked</c>, or that cleans something of its own process.</param>
    public static IServiceCollection Every<TSweeper>(this IServiceCollection services, TimeSpan interval, bool onEveryNode = false)
        where TSweeper : class, ISweep
    {
        services.AddScoped<TSweeper>();
        return services.AddSingleton(new Sweep(typeof(TSweeper), interval, onEveryNode));
    }
}
