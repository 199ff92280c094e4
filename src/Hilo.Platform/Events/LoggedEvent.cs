using System.Data.Common;

namespace Hilo.Platform;

/// <summary>What the log knows about an event besides its own content.</summary>
/// <param name="Position">Its place in the log: one per event, without order surprises. Cursors are made of it.</param>
public sealed record EventFacts(
    EventId Id, long Position, string Type, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt,
    SalesChannelId? SalesChannelId, LocationId? LocationId, string Actor, Guid Subject, CustomerId? CustomerId, Guid? CorrelationId);

/// <summary>One event as it stands in the log.</summary>
/// <param name="Event">Null for a type that this program does not know.</param>
public sealed record LoggedEvent(EventFacts Facts, string Payload, IEvent? Event)
{
    internal const string Columns =
        "id, position, type, occurred_at, recorded_at, sales_channel_id, location_id, actor, subject, customer_id, correlation_id, payload";

    internal static LoggedEvent Read(DbDataReader row, EventTypes types)
    {
        var (type, payload) = (row.GetString(2), row.GetString(11));
        var facts = new EventFacts(
            row.Id<EventId>(0), row.GetInt64(1), type, row.Instant(3), row.Instant(4), row.IdOrNull<SalesChannelId>(5), row.IdOrNull<LocationId>(6),
            row.GetString(7), row.Uuid(8), row.IdOrNull<CustomerId>(9), row.UuidOrNull(10));
        return new LoggedEvent(facts, payload, types.Read(type, payload));
    }
}
