using Hilo.Platform;

namespace Hilo.Customers;

/// <summary>Finds the customer of a contact, or makes one. Explicit SQL: the unique key of identities decides between two who come first at once.</summary>
internal sealed class AttachCustomer(DbSession session, TimeProvider clock) : ICustomers
{
    public async Task<CustomerId> AttachAsync(ContactDetails contact, SalesChannelId salesChannel, CancellationToken cancel)
    {
        var key = EmailKey.Of(contact.Email) ?? throw new ArgumentException("The e-mail address was not validated.", nameof(contact));
        var known = await FindAsync(key, cancel);
        if (known is null) return await CreateAsync(contact, key, salesChannel, "checkout", IdentityStrength.Medium, cancel);
        await AddPhoneAsync(known.Value, contact.Phone, cancel);
        return known.Value;
    }

    /// <summary>The person proved that the mailbox is theirs.</summary>
    public async Task<CustomerId> AttachVerifiedAsync(string email, CancellationToken cancel)
    {
        var key = EmailKey.Of(email) ?? throw new ArgumentException("The e-mail address was not validated.", nameof(email));
        var now = clock.GetUtcNow();
        if (await FindAsync(key, cancel) is not { } known)
            return await CreateAsync(new ContactDetails(email, null, null), key, null, "sign_in", IdentityStrength.Strong, cancel);
        await session.ExecuteAsync(
            $"update customers_identities set strength = {IdentityStrength.Strong}, evidence = {"sign_in"}, seen_at = {now} where kind = {IdentityKind.Email} and match_key = {key}", cancel);
        await session.ExecuteAsync(
            $"update customers_contact_points set is_verified = {true} where customer_id = {known} and kind = {ContactKind.Email} and match_key = {key}", cancel);
        return known;
    }

    public async Task<IReadOnlyDictionary<CustomerId, CustomerName>> NameAsync(IReadOnlyCollection<CustomerId> customers, CancellationToken cancel)
    {
        if (customers.Count == 0) return new Dictionary<CustomerId, CustomerName>();
        var sql = Sql.Of(
            $"""
            select c.id, s.id, s.name,
                   (select p.value from customers_contact_points p where p.customer_id = s.id and p.kind = {ContactKind.Email} order by p.is_verified desc, p.added_at limit 1),
                   (select p.value from customers_contact_points p where p.customer_id = s.id and p.kind = {ContactKind.Phone} order by p.added_at desc limit 1)
              from customers_customers c join customers_customers s on s.id = coalesce(c.merged_into, c.id)
             where c.id in (
            """);
        foreach (var (index, customer) in customers.Distinct().Index()) sql.Add(index == 0 ? Sql.Of($"{customer}") : Sql.Of($", {customer}"));
        var found = await session.QueryAsync(
            sql.Add($")"), row => (Asked: row.Id<CustomerId>(0), Name: new CustomerName(row.Id<CustomerId>(1), row.GetString(2), row.Text(3), row.Text(4))), cancel);
        return found.ToDictionary(f => f.Asked, f => f.Name);
    }

    private async Task<CustomerId?> FindAsync(string emailKey, CancellationToken cancel) =>
        await session.QueryAsync(
            $"""
            select coalesce(c.merged_into, c.id) from customers_identities i join customers_customers c on c.id = i.customer_id
             where i.kind = {IdentityKind.Email} and i.match_key = {emailKey}
            """,
            row => row.Id<CustomerId>(0), cancel) is [var found] ? found : null;

    private async Task<CustomerId> CreateAsync(
        ContactDetails contact, string emailKey, SalesChannelId? salesChannel, string evidence, IdentityStrength strength, CancellationToken cancel)
    {
        var (id, now) = (IId<CustomerId>.New(), clock.GetUtcNow());
        var inserted = await session.ExecuteAsync(
            $"""
            insert into customers_identities (id, customer_id, kind, match_key, strength, evidence, seen_at)
            values ({IId<CustomerIdentityId>.New()}, {id}, {IdentityKind.Email}, {emailKey}, {strength}, {evidence}, {now})
            on conflict (kind, match_key) do nothing
            """, cancel);
        // Somebody else came first, and has committed by now: the insert waited for it.
        if (inserted == 0) return await FindAsync(emailKey, cancel) ?? throw new InvalidOperationException("An identity without its customer.");

        var name = string.IsNullOrWhiteSpace(contact.Name) ? contact.Email.Split('@')[0] : contact.Name.Trim();
        await session.ExecuteAsync(
            $"insert into customers_customers (id, version, name, search_name, since) values ({id}, {1}, {name}, {Customer.Fold(name)}, {now})", cancel);
        await AddContactAsync(id, ContactKind.Email, contact.Email.Trim(), emailKey, strength == IdentityStrength.Strong, cancel);
        await AddPhoneAsync(id, contact.Phone, cancel);
        session.Publish(new CustomerCreated(id, salesChannel));
        return id;
    }

    private Task AddPhoneAsync(CustomerId customer, string? phone, CancellationToken cancel) =>
        string.IsNullOrWhiteSpace(phone) ? Task.CompletedTask
            : AddContactAsync(customer, ContactKind.Phone, phone.Trim(), ArgentinePhone.KeyOf(phone) ?? phone.Trim(), isVerified: false, cancel);

    private Task<int> AddContactAsync(CustomerId customer, ContactKind kind, string value, string key, bool isVerified, CancellationToken cancel) =>
        session.ExecuteAsync(
            $"""
            insert into customers_contact_points (id, customer_id, kind, value, match_key, is_verified, added_at)
            values ({IId<ContactPointId>.New()}, {customer}, {kind}, {value}, {key}, {isVerified}, {clock.GetUtcNow()})
            on conflict (customer_id, kind, match_key) do nothing
            """, cancel);
}
