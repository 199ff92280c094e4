namespace Hilo.Platform;

/// <summary>What was registered to run by itself, for the printed map of the program.</summary>
public static class WhatRuns
{
    extension(IServiceProvider services)
    {
        public IReadOnlyList<RunningListener> Listeners =>
            [.. services.GetServices<Subscription>().Select(s => new RunningListener(services.GetRequiredService<EventTypes>().NameOf(s.Event), s.Listener, s.CallsOutside))];

        /// <summary>What each process keeps in memory from the log.</summary>
        public IReadOnlyList<Type> Followers => [.. services.GetServices<IFollowLog>().Select(f => f.GetType())];

        public IReadOnlyList<RunningSweeper> Sweepers => [.. services.GetServices<Sweep>().Select(s => new RunningSweeper(s.Sweeper, s.Every, s.OnEveryNode))];
    }
}

public sealed record RunningListener(string Event, Type Listener, bool CallsOutside);

public sealed record RunningSweeper(Type Sweeper, TimeSpan Every, bool OnEveryNode);
