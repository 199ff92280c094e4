namespace Hilo.Platform;

/// <summary>Reacts to another capability's event inside one transaction with the checkpoint. Named <c>When…</c>; idempotent, since an event may come twice.</summary>
/// <remarks>Changes of its contexts are saved once for the whole group of events, after the last of them: a listener adds and changes, it need not save.</remarks>
public interface IListen<in TEvent> where TEvent : IEvent
{
    Task HandleAsync(TEvent happened, EventFacts facts, CancellationToken cancel);
}

/// <summary>Reacts by calling the outside. Runs without an open transaction, at a checkpoint of its own that moves afterwards:
/// after a crash the same event comes again, so the outside call carries a stable key such as <see cref="EventFacts.Id"/>.</summary>
public interface IListenOutside<in TEvent> where TEvent : IEvent
{
    Task HandleAsync(TEvent happened, EventFacts facts, CancellationToken cancel);
}

/// <summary>Says which events of a page need their <see cref="IListenOutside{TEvent}"/> at all: most news are no news to somebody, and one look at many costs less than many looks.</summary>
public interface ISkim<TEvent> where TEvent : IEvent
{
    /// <summary>Reads only. Whoever is not named is done.</summary>
    Task<IReadOnlySet<EventId>> NeededAsync(IReadOnlyList<(TEvent Happened, EventFacts Facts)> page, CancellationToken cancel);
}

/// <summary>Reads at once what the listeners of a group of events would ask for one by one. Scoped, as they are: what it read lives as long as the group.</summary>
public interface IReadAhead
{
    Task ReadAsync(IReadOnlyList<LoggedEvent> group, CancellationToken cancel);
}

/// <summary>Keeps something in memory fresh on every node, such as the catalog's snapshot. Nothing is stored: each process starts anew.</summary>
public interface IFollowLog
{
    /// <summary>Loads the state. Awaited before the program serves; events committed after this call began are delivered, some perhaps already contained.</summary>
    Task StartAsync(CancellationToken cancel);

    Task FollowAsync(IReadOnlyList<LoggedEvent> happened, CancellationToken cancel);
}

/// <summary>One listener of one event, as registered.</summary>
/// <param name="SkimAsync">Null: every event is handled.</param>
internal sealed record Subscription(
    Type Event, Type Listener, string? Consumer, bool CallsOutside, Func<IServiceProvider, IEvent, EventFacts, CancellationToken, Task> HandleAsync,
    Func<IServiceProvider, IReadOnlyList<LoggedEvent>, CancellationToken, Task<IReadOnlySet<EventId>>>? SkimAsync = null);

/// <summary>What a capability's listeners read ahead, as registered.</summary>
internal sealed record ReadAhead(Type Reader, string? Consumer);

public static class ListenerRegistration
{
    /// <summary>Names a listener; one that is not named here does not run. All listeners of a capability share one checkpoint, named after its table prefix.</summary>
    /// <param name="consumer">The checkpoint's name, where it is not the capability's own. Never changes.</param>
    public static IServiceCollection On<TEvent, TListener>(this IServiceCollection services, string? consumer = null)
        where TEvent : IEvent
        where TListener : class, IListen<TEvent>
    {
        services.AddScoped<TListener>();
        return services.AddSingleton(new Subscription(typeof(TEvent), typeof(TListener), consumer, CallsOutside: false,
            (scope, happened, facts, cancel) => scope.GetRequiredService<TListener>().HandleAsync((TEvent)happened, facts, cancel)));
    }

    /// <summary>Names a listener that calls the outside; those of a capability share the checkpoint <c>prefix.outside</c>.</summary>
    /// <param name="consumer">The checkpoint's name, where it is not the capability's own. Never changes.</param>
    public static IServiceCollection OnOutside<TEvent, TListener>(this IServiceCollection services, string? consumer = null)
        where TEvent : IEvent
        where TListener : class, IListenOutside<TEvent>
    {
        services.AddScoped<TListener>();
        return services.AddSingleton(new Subscription(typeof(TEvent), typeof(TListener), consumer, CallsOutside: true,
            (scope, happened, facts, cancel) => scope.GetRequiredService<TListener>().HandleAsync((TEvent)happened, facts, cancel),
            !typeof(TListener).IsAssignableTo(typeof(ISkim<TEvent>)) ? null
                : (scope, page, cancel) => ((ISkim<TEvent>)scope.GetRequiredService<TListener>()).NeededAsync([.. page.Select(e => ((TEvent)e.Event!, e.Facts))], cancel)));
    }

    /// <summary>Names what the listeners of a capability read ahead for a group of events.</summary>
    /// <param name="consumer">As in <see cref="On"/>.</param>
    public static IServiceCollection ReadsAhead<T>(this IServiceCollection services, string? consumer = null) where T : class, IReadAhead
    {
        services.AddScoped<T>();
        return services.AddSingleton(new ReadAhead(typeof(T), consumer));
    }

    /// <summary>Keeps a singleton fresh from the log, on every node.</summary>
    public static IServiceCollection Follow<T>(this IServiceCollection services) where T : class, IFollowLog
    {
        services.AddSingleton<T>();
        return services.AddSingleton<IFollowLog>(provider => provider.GetRequiredService<T>());
    }
}
