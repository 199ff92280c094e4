using Hilo.Platform;

namespace Hilo.Customers;

/// <summary>Finds the customers of contacts, or makes them. Explicit SQL: the unique key of identities decides between two who come first at once.</summary>
internal sealed class AttachCustomer(DbSession session, TimeProvider clock) : ICustomers
{
    public async Task<IReadOnlyList<CustomerId>> AttachAsync(IReadOnlyList<Buyer> buyers, CancellationToken cancel)
    {
        if (buyers.Count == 0) return [];
        string[] keys = [.. buyers.Select(b => KeyOf(b.Contact))];
        var known = await FindAsync([.. keys.Distinct(StringComparer.Ordinal)], cancel);
        foreach (var (key, id) in await CreateAsync(
            [.. buyers.Zip(keys).Where(b => !known.ContainsKey(b.Second)).DistinctBy(b => b.Second).Select(b => new NewCustomer(b.First.Contact, b.Second, b.First.SalesChannel, Facts.Of(b.First.Cause)))],
            "checkout", IdentityStrength.Medium, cancel)) known[key] = id;
        await ContactRows.AddAsync(session, [.. buyers.Zip(keys).Select(b => PhoneOf(known[b.Second], b.First.Contact.Phone)).OfType<ContactPoint>()], cancel);
        return [.. keys.Select(key => known[key])];
    }

    /// <summary>The person proved that the mailbox is theirs.</summary>
    public async Task<CustomerId> AttachVerifiedAsync(string email, CancellationToken cancel)
    {
        var contact = new ContactDetails(email, null, null);
        var (key, now) = (KeyOf(contact), clock.GetUtcNow());
        if (!(await FindAsync([key], cancel)).TryGetValue(key, out var known))
            return (await CreateAsync([new NewCustomer(contact, key, null, session.Facts)], "sign_in", IdentityStrength.Strong, cancel))[key];
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

    private async Task<Dictionary<string, CustomerId>> FindAsync(IReadOnlyList<string> emailKeys, CancellationToken cancel)
    {
        const string select = "select i.match_key, coalesce(c.merged_into, i.customer_id) from customers_identities i left join customers_customers c on c.id = i.customer_id where i.kind = 'email'";
        return (await session.QueryEachAsync(emailKeys,
            postgres: all => Sql.Of($"{select:raw} and i.match_key = any({all})"), sqlite: one => Sql.Of($"{select:raw} and i.match_key = {one}"),
            row => (Key: row.GetString(0), Id: row.Id<CustomerId>(1)), cancel)).ToDictionary(found => found.Key, found => found.Id, StringComparer.Ordinal);
    }

    /// <returns>The customers by the keys of their e-mails: new ones, and those whom somebody else made at the same moment.</returns>
    private async Task<Dictionary<string, CustomerId>> CreateAsync(NewCustomer[] wanted, string evidence, IdentityStrength strength, CancellationToken cancel)
    {
        if (wanted.Length == 0) return [];
        var now = clock.GetUtcNow();
        // In one order for everybody: two groups with the same people wait for each other instead of locking each other out.
        Array.Sort(wanted, (a, b) => string.CompareOrdinal(a.Key, b.Key));
        await ContactRows.AddAsync(session, [.. wanted.Select(w => new CustomerIdentity
        {
            Id = IId<CustomerIdentityId>.New(),
            CustomerId = w.Id,
            Kind = IdentityKind.Email,
            MatchKey = w.Key,
            Strength = strength,
            Evidence = evidence,
            SeenAt = now,
        })], cancel);
        // Whoever came first has committed by now: the insert waited for it.
        var owners = await FindAsync([.. wanted.Select(w => w.Key)], cancel);
        NewCustomer[] made = [.. wanted.Where(w => owners[w.Key] == w.Id)];
        await ContactRows.AddAsync(session, [.. made.Select(w => w.ToCustomer(now))], cancel);
        await ContactRows.AddAsync(session, [.. made.SelectMany(w => new[] { EmailOf(w, strength == IdentityStrength.Strong), PhoneOf(w.Id, w.Contact.Phone) }).OfType<ContactPoint>()], cancel);
        foreach (var one in made) session.Publish(new CustomerCreated(one.Id, one.SalesChannel), one.Facts);
        return owners;
    }

    private static string KeyOf(ContactDetails contact) => EmailKey.Of(contact.Email) ?? throw new ArgumentException("The e-mail address was not validated.", nameof(contact));

    private ContactPoint EmailOf(NewCustomer customer, bool isVerified) => Point(customer.Id, ContactKind.Email, customer.Contact.Email.Trim(), customer.Key, isVerified);

    private ContactPoint? PhoneOf(CustomerId customer, string? phone) => string.IsNullOrWhiteSpace(phone) ? null
        : Point(customer, ContactKind.Phone, phone.Trim(), ArgentinePhone.KeyOf(phone) ?? phone.Trim(), isVerified: false);

    private ContactPoint Point(CustomerId customer, ContactKind kind, string value, string key, bool isVerified) => new()
    {
        Id = IId<ContactPointId>.New(),
        CustomerId = customer,
        Kind = kind,
        Value = value,
        MatchKey = key,
        IsVerified = isVerified,
        AddedAt = clock.GetUtcNow(),
    };

    private sealed record NewCustomer(ContactDetails Contact, string Key, SalesChannelId? SalesChannel, Facts Facts)
    {
        public CustomerId Id { get; } = IId<CustomerId>.New();

        public Customer ToCustomer(DateTimeOffset now)
        {
            var name = string.IsNullOrWhiteSpace(Contact.Name) ? Contact.Email.Split('@')[0] : Contact.Name.Trim();
            return new Customer { Id = Id, Name = name, SearchName = Customer.Fold(name), Since = now };
        }
    }
}
