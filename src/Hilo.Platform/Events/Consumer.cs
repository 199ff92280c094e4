namespace Hilo.Platform;

/// <summary>All listeners that share one checkpoint.</summary>
internal sealed record Consumer(string Name, bool CallsOutside, IReadOnlyDictionary<string, IReadOnlyList<Subscription>> ByType, IReadOnlyList<Type> ReadsAhead)
{
    public string LeaseName => LeasePrefix + Name;

    public const string LeasePrefix = "consumer:";

    /// <summary>Groups the registered listeners. A listener whose capability has no tables must name its consumer.</summary>
    public static IReadOnlyList<Consumer> From(IEnumerable<Subscription> subscriptions, IEnumerable<ReadAhead> readers, IEnumerable<ModuleStorage> modules, EventTypes types)
    {
        var prefixes = modules.DistinctBy(m => m.Assembly).ToDictionary(m => m.Assembly, m => m.TablePrefix);
        var readsAhead = readers.ToLookup(r => r.Consumer ?? PrefixOf(r.Reader), r => r.Reader, StringComparer.Ordinal);
        return [.. subscriptions.GroupBy(NameOf, StringComparer.Ordinal).Select(Build).OrderBy(c => c.Name, StringComparer.Ordinal)];

        string NameOf(Subscription s) => s.Consumer ?? (s.CallsOutside ? $"{PrefixOf(s.Listener)}.outside" : PrefixOf(s.Listener));

        string PrefixOf(Type type) => prefixes.GetValueOrDefault(type.Assembly)
            ?? throw new InvalidOperationException($"{type.Name} has no AddModuleDb in its assembly: give On a consumer name.");

        Consumer Build(IGrouping<string, Subscription> group)
        {
            if (group.Select(s => s.CallsOutside).Distinct().Count() > 1)
                throw new InvalidOperationException($"The consumer {group.Key} mixes listeners that call the outside with others: name them apart.");
            return new Consumer(group.Key, group.First().CallsOutside,
                group.GroupBy(s => types.NameOf(s.Event)).ToDictionary(g => g.Key, IReadOnlyList<Subscription> (g) => [.. g], StringComparer.Ordinal), [.. readsAhead[group.Key]]);
        }
    }

    /// <summary>One event after the other, after one look ahead for all of them. The caller saves.</summary>
    public async Task HandleAsync(IServiceProvider scope, IReadOnlyList<LoggedEvent> group, CancellationToken cancel)
    {
        foreach (var reader in ReadsAhead) await ((IReadAhead)scope.GetRequiredService(reader)).ReadAsync(group, cancel);
        var session = scope.GetRequiredService<DbSession>();
        foreach (var logged in group)
        {
            // The reaction carries on the thread: same correlation, place and channel, another actor.
            session.Facts = FactsOf(logged.Facts);
            var happened = logged.Event ?? throw new InvalidOperationException($"{logged.Facts.Type} cannot be read.");
            foreach (var subscription in ByType[logged.Facts.Type]) await subscription.HandleAsync(scope, happened, logged.Facts, cancel);
        }
    }

    /// <summary>The events of a page that somebody here must handle.</summary>
    public async Task<IReadOnlySet<EventId>> NeededAsync(IServiceProvider scope, IReadOnlyList<LoggedEvent> page, CancellationToken cancel)
    {
        var needed = new HashSet<EventId>();
        foreach (var (type, subscriptions) in ByType)
        {
            LoggedEvent[] mine = [.. page.Where(e => e.Facts.Type == type)];
            if (mine.Length == 0) continue;
            foreach (var subscription in subscriptions)
                needed.UnionWith(subscription.SkimAsync is { } skim && Array.TrueForAll(mine, e => e.Event is not null) ? await skim(scope, mine, cancel) : mine.Select(e => e.Facts.Id));
        }
        return needed;
    }

    public Facts FactsOf(EventFacts cause) => new()
    {
        Actor = $"consumer:{Name}",
        CorrelationId = cause.CorrelationId,
        SalesChannelId = cause.SalesChannelId,
        LocationId = cause.LocationId,
    };
}
