namespace Hilo;

/// <summary>Where the shop stands at this moment.</summary>
/// <param name="WeekAgo">The same day of last week, until the same time of day.</param>
/// <param name="Days">The last two weeks, oldest first, today included; one entry per day and channel that sold.</param>
/// <param name="ToResolve">What waits for a person, the most urgent first; nothing is listed that counts zero.</param>
public sealed record TodayView(
    DateTimeOffset At, SalesSum Sales, SalesSum WeekAgo, IReadOnlyList<SalesDay> Days, IReadOnlyList<ToResolve> ToResolve, IReadOnlyList<LocationWork> Work);

/// <summary>Orders of every channel, canceled ones left out, in the merchant's currency.</summary>
public sealed record SalesSum(int Orders, Money Total);

public sealed record SalesDay(DateOnly Day, SalesChannelKind SalesChannel, int Orders, Money Total);

/// <param name="Kind"><c>late_work</c>, <c>due_soon</c>, <c>unpaid</c>, <c>refunds</c>, <c>mismatches</c>, <c>provider_events</c>, <c>mails</c> or <c>parked_events</c>.</param>
/// <param name="Deadline">Of the most urgent one, or since when the oldest waits.</param>
public sealed record ToResolve(string Kind, int Count, DateTimeOffset? Deadline);

/// <summary>What a location has before it.</summary>
/// <param name="Late">Of those to prepare, how many are past the promised time.</param>
public sealed record LocationWork(LocationId LocationId, string Location, string Code, int ToPrepare, int Late, int Ready);
