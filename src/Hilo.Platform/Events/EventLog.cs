namespace Hilo.Platform;

/// <summary>The log as one session sees it.</summary>
public sealed class EventLog(DbSession session, EventTypes types)
{
    /// <summary>Tells many things at once, set-based. Lanes use it; a feature calls <see cref="ModuleDb.Publish"/>.</summary>
    public Task AppendAsync(IEnumerable<IEvent> happened, CancellationToken cancel)
    {
        foreach (var one in happened) session.Publish(one);
        return session.FlushEventsAsync(cancel);
    }

    /// <summary>Tells many things at once, each with the facts of whoever caused it.</summary>
    public Task AppendAsync(IEnumerable<(IEvent Happened, Facts Facts)> events, CancellationToken cancel)
    {
        foreach (var (happened, facts) in events) session.Publish(happened, facts);
        return session.FlushEventsAsync(cancel);
    }

    /// <summary>The highest position that can be read; 0 for an empty log.</summary>
    public async Task<long> HeadAsync(CancellationToken cancel) =>
        (await session.QueryAsync($"select coalesce(max(position), 0) from events", row => row.GetInt64(0), cancel))[0];

    /// <summary>Events after a position, oldest first.</summary>
    /// <param name="only">Registered names; null for all.</param>
    public Task<List<LoggedEvent>> ReadAsync(long after, int limit, IReadOnlyCollection<string>? only, CancellationToken cancel) =>
        ReadAsync(after, long.MaxValue, limit, only, cancel);

    internal Task<List<LoggedEvent>> ReadAsync(long after, long upTo, int limit, IReadOnlyCollection<string>? only, CancellationToken cancel) =>
        session.QueryAsync(
            $"select {LoggedEvent.Columns:raw} from events where position > {after} and position <= {upTo} and {OneOf(only)} order by position limit {limit}",
            row => LoggedEvent.Read(row, types), cancel);

    /// <summary>What happened to a subject, a customer or in one correlation; newest first.</summary>
    public Task<List<LoggedEvent>> FindAsync(EventSearch search, CancellationToken cancel)
    {
        var conditions = new Sql(0, 0);
        conditions.Add($"select {LoggedEvent.Columns:raw} from events where position is not null and position < {search.Before ?? long.MaxValue} and {OneOf(search.Types)}");
        if (search.Subject is { } subject) conditions.Add($" and subject = {subject}");
        if (search.CustomerId is { } customer) conditions.Add($" and customer_id = {customer}");
        if (search.CorrelationId is { } correlation) conditions.Add($" and correlation_id = {correlation}");
        conditions.Add($" order by position desc limit {search.Limit}");
        return session.QueryAsync(conditions, row => LoggedEvent.Read(row, types), cancel);
    }

    private Sql OneOf(IReadOnlyCollection<string>? names) => names is null ? Sql.Of($"1 = 1")
        : session.Dialect == Dialect.Postgres ? PostgresOneOf(names)
        : SqliteOneOf(names);

    private static Sql PostgresOneOf(IReadOnlyCollection<string> names) => Sql.Of($"type = any({names.ToArray()})");

    private static Sql SqliteOneOf(IReadOnlyCollection<string> names) =>
        Sql.Of($"type in (select value from json_each({System.Text.Json.JsonSerializer.Serialize(names)}))");
}

/// <summary>Which part of the log to show. Everything given must hold.</summary>
public sealed record EventSearch
{
    public Guid? Subject { get; init; }

    public CustomerId? CustomerId { get; init; }

    public Guid? CorrelationId { get; init; }

    /// <summary>Registered names; null for all.</summary>
    public IReadOnlyCollection<string>? Types { get; init; }

    /// <summary>Only older ones: the position of the last event of the page before.</summary>
    public long? Before { get; init; }

    public int Limit { get; init; } = 50;
}
