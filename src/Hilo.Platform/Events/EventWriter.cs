using Npgsql;

namespace Hilo.Platform;

/// <summary>Turns events into rows and inserts many in one statement.</summary>
public sealed class EventWriter(EventTypes types, TimeProvider clock)
{
    internal EventRow Row(IEvent happened, Facts facts) => new(
        IId<EventId>.New().Value,
        types.NameOf(happened.GetType()),
        clock.GetUtcNow(),
        (happened as ISalesChannelEvent)?.SalesChannelId ?? facts.SalesChannelId,
        (happened as ILocationEvent)?.LocationId ?? facts.LocationId,
        facts.Actor,
        happened.Subject,
        Slots.Of(happened.Subject),
        (happened as ICustomerEvent)?.CustomerId,
        facts.CorrelationId,
        types.Write(happened));

    internal Task InsertAsync(DbSession session, IReadOnlyList<EventRow> rows, CancellationToken cancel) =>
        session.Dialect == Dialect.Postgres ? InsertSetAsync(session, rows, cancel) : InsertEachAsync(session, rows, cancel);

    private async Task InsertSetAsync(DbSession session, IReadOnlyList<EventRow> rows, CancellationToken cancel)
    {
        await using var command = session.CreateCommand();
        // The sequence is drawn in this order, and only after the subject's own row changed: that order becomes the position.
        command.CommandText = """
            insert into events (id, type, occurred_at, recorded_at, sales_channel_id, location_id, actor, subject, slot, customer_id, correlation_id, payload)
            select u.id, u.type, u.occurred_at, $12, u.sales_channel_id, u.location_id, u.actor, u.subject, u.slot, u.customer_id, u.correlation_id, u.payload
              from unnest($1::uuid[], $2::text[], $3::bigint[], $4::uuid[], $5::uuid[], $6::text[], $7::uuid[], $8::smallint[], $9::uuid[], $10::uuid[], $11::text[])
                   with ordinality as u(id, type, occurred_at, sales_channel_id, location_id, actor, subject, slot, customer_id, correlation_id, payload, n)
             order by u.n
            """;
        Add(rows.Select(r => r.Id).ToArray());
        Add(rows.Select(r => r.Type).ToArray());
        Add(rows.Select(r => r.OccurredAt.UtcTicks).ToArray());
        Add(rows.Select(r => r.SalesChannelId?.Value).ToArray());
        Add(rows.Select(r => r.LocationId?.Value).ToArray());
        Add(rows.Select(r => r.Actor).ToArray());
        Add(rows.Select(r => r.Subject).ToArray());
        Add(rows.Select(r => r.Slot).ToArray());
        Add(rows.Select(r => r.CustomerId?.Value).ToArray());
        Add(rows.Select(r => r.CorrelationId).ToArray());
        Add(rows.Select(r => r.Payload).ToArray());
        Add(clock.GetUtcNow().UtcTicks);
        await command.ExecuteNonQueryAsync(cancel);

        void Add(object value) => command.Parameters.Add(new NpgsqlParameter { Value = value });
    }

    private async Task InsertEachAsync(DbSession session, IReadOnlyList<EventRow> rows, CancellationToken cancel)
    {
        var statement = await session.SqliteAsync("""
            insert into events (id, type, occurred_at, recorded_at, sales_channel_id, location_id, actor, subject, slot, customer_id, correlation_id, payload)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            """, cancel);
        foreach (var row in rows)
        {
            statement.Bind(row.Id, row.Type, row.OccurredAt, clock.GetUtcNow(), row.SalesChannelId, row.LocationId,
                row.Actor, row.Subject, row.Slot, row.CustomerId, row.CorrelationId, row.Payload);
            statement.Run();
        }
    }
}
