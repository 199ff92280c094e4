namespace Hilo.Platform;

/// <summary>An event as one knot of a thread.</summary>
public static class ThreadEntries
{
    /// <param name="logged">An event of a known type.</param>
    public static ThreadEntry Of(LoggedEvent logged, IReadOnlyDictionary<LocationId, string> locations, IReadOnlyDictionary<SalesChannelId, string> salesChannels) => new(
        logged.Facts.Id, logged.Facts.Type, logged.Facts.OccurredAt,
        logged.Facts.SalesChannelId is { } channel ? salesChannels.GetValueOrDefault(channel) : null,
        logged.Facts.LocationId is { } location ? locations.GetValueOrDefault(location) : null,
        // Who it was stays an id in the log; a thread says what kind of person or program acted.
        logged.Facts.Actor.Split(':')[0],
        ReadableFacts.Of(logged.Event!));
}
