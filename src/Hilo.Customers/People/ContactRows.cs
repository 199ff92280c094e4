using Hilo.Platform;

namespace Hilo.Customers;

/// <summary>The rows of people, written for many purchases at once. What is known already stays as it is. Storage rules as in the mappings; a test reads back what this wrote.</summary>
internal static class ContactRows
{
    private static readonly TableWriter<Customer> Customers = new("customers_customers",
        new Uuid<Customer>("id", c => c.Id.Value), new Int<Customer>("version", c => c.Version), new Text<Customer>("name", c => c.Name),
        new Text<Customer>("search_name", c => c.SearchName), new Long<Customer>("since", c => c.Since.UtcTicks));

    private static readonly TableWriter<CustomerIdentity> Identities = new("customers_identities",
        new Uuid<CustomerIdentity>("id", i => i.Id.Value), new Uuid<CustomerIdentity>("customer_id", i => i.CustomerId.Value), new Text<CustomerIdentity>("kind", i => Words.Of(i.Kind)),
        new Text<CustomerIdentity>("match_key", i => i.MatchKey), new Text<CustomerIdentity>("strength", i => Words.Of(i.Strength)), new Text<CustomerIdentity>("evidence", i => i.Evidence),
        new Long<CustomerIdentity>("seen_at", i => i.SeenAt.UtcTicks));

    private static readonly TableWriter<ContactPoint> Points = new("customers_contact_points",
        new Uuid<ContactPoint>("id", p => p.Id.Value), new Uuid<ContactPoint>("customer_id", p => p.CustomerId.Value), new Text<ContactPoint>("kind", p => Words.Of(p.Kind)),
        new Text<ContactPoint>("value", p => p.Value), new Text<ContactPoint>("match_key", p => p.MatchKey), new Bool<ContactPoint>("is_verified", p => p.IsVerified),
        new Long<ContactPoint>("added_at", p => p.AddedAt.UtcTicks));

    public static Task AddAsync(DbSession session, IReadOnlyList<Customer> rows, CancellationToken cancel) => Customers.InsertAsync(session, rows, cancel);

    public static Task AddAsync(DbSession session, IReadOnlyList<CustomerIdentity> rows, CancellationToken cancel) =>
        Identities.InsertAsync(session, rows, cancel, "on conflict (kind, match_key) do nothing");

    public static Task AddAsync(DbSession session, IReadOnlyList<ContactPoint> rows, CancellationToken cancel) =>
        Points.InsertAsync(session, rows, cancel, "on conflict (customer_id, kind, match_key) do nothing");
}
