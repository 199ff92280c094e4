namespace Hilo.Platform;

/// <summary>All listeners that share one checkpoint.</summary>
internal sealed record Consumer(string Name, bool CallsOutside, IReadOnlyDictionary<string, IReadOnlyList<Subscription>> ByType)
{
    public string LeaseName => LeasePrefix + Name;

    public const string LeasePrefix = "consumer:";

    /// <summary>Groups the registered listeners. A listener whose capability has no tables must name its consumer.</summary>
    public static IReadOnlyList<Consumer> From(IEnumerable<Subscription> subscriptions, IEnumerable<ModuleStorage> modules, EventTypes types)
    {
        var prefixes = modules.DistinctBy(m => m.Assembly).ToDictionary(m => m.Assembly, m => m.TablePrefix);
        return [.. subscriptions.GroupBy(NameOf, StringComparer.Ordinal).Select(Build).OrderBy(c => c.Name, StringComparer.Ordinal)];

        string NameOf(Subscription s)
        {
            if (s.Consumer is { } given) return given;
            var prefix = prefixes.GetValueOrDefault(s.Listener.Assembly)
                ?? throw new InvalidOperationException($"{s.Listener.Name} has no AddModuleDb in its assembly: give On a consumer name.");
            return s.CallsOutside ? $"{prefix}.outside" : prefix;
        }

        Consumer Build(IGrouping<string, Subscription> group)
        {
            if (group.Select(s => s.CallsOutside).Distinct().Count() > 1)
                throw new InvalidOperationException($"The consumer {group.Key} mixes listeners that call the outside with others: name them apart.");
            return new Consumer(group.Key, group.First().CallsOutside,
                group.GroupBy(s => types.NameOf(s.Event)).ToDictionary(g => g.Key, IReadOnlyList<Subscription> (g) => [.. g], StringComparer.Ordinal));
        }
    }

    public async Task HandleAsync(IServiceProvider scope, LoggedEvent logged, CancellationToken cancel)
    {
        // The reaction carries on the thread: same correlation, place and channel, another actor.
        scope.GetRequiredService<DbSession>().Facts = FactsOf(logged.Facts);
        var happened = logged.Event ?? throw new InvalidOperationException($"{logged.Facts.Type} cannot be read.");
        foreach (var subscription in ByType[logged.Facts.Type]) await subscription.HandleAsync(scope, happened, logged.Facts, cancel);
    }

    public Facts FactsOf(EventFacts cause) => new()
    {
        Actor = $"consumer:{Name}",
        CorrelationId = cause.CorrelationId,
        SalesChannelId = cause.SalesChannelId,
        LocationId = cause.LocationId,
    };
}
