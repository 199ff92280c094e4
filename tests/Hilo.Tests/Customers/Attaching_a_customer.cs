using Hilo.Customers;
using Hilo.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Customers;

public class Attaching_a_customer
{
    private static readonly SalesChannelId Web = IId<SalesChannelId>.New();

    [Theory, EveryDatabase]
    public async Task Twenty_first_purchases_at_once_make_one_customer(Database database)
    {
        await using var node = await Node.OnAsync(database, Modules);

        var ids = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Attach(node, new ContactDetails(i % 2 == 0 ? "sofia@ejemplo.com" : "Sofia+web@Ejemplo.com", "Sofía Bentancur", null))));

        Assert.Single(ids.Distinct());
        Assert.Single(await node.QueryAsync($"select name from customers_customers", row => row.GetString(0)));
        Assert.Single(await node.QueryAsync($"select id from events where type = {"customers.customer_created"}", row => row.Uuid(0)));
    }

    [Theory, EveryDatabase]
    public async Task A_known_mailbox_keeps_its_name_and_gains_a_phone(Database database)
    {
        await using var node = await Node.OnAsync(database, Modules);
        var first = await Attach(node, new ContactDetails("sofia@ejemplo.com", "Sofía Bentancur", null));

        var again = await Attach(node, new ContactDetails("sofia@ejemplo.com", "Otra Persona", "11 5555-0142"));

        Assert.Equal(first, again);
        var names = await node.DoAsync(services => services.GetRequiredService<ICustomers>().NameAsync([first], CancellationToken.None));
        Assert.Equal(new CustomerName(first, "Sofía Bentancur", "sofia@ejemplo.com", "11 5555-0142"), names[first]);
    }

    [Theory, EveryDatabase]
    public async Task A_merged_customer_answers_with_its_survivor(Database database)
    {
        await using var node = await Node.OnAsync(database, Modules);
        var (merged, survivor) = (await Attach(node, new ContactDetails("vieja@ejemplo.com", "Sofía", null)), await Attach(node, new ContactDetails("nueva@ejemplo.com", "Sofía Bentancur", null)));
        await node.DoAsync(services => services.GetRequiredService<DbSession>().ExecuteAsync($"update customers_customers set merged_into = {survivor} where id = {merged}", CancellationToken.None));

        Assert.Equal(survivor, await Attach(node, new ContactDetails("vieja@ejemplo.com", null, null)));
        var names = await node.DoAsync(services => services.GetRequiredService<ICustomers>().NameAsync([merged], CancellationToken.None));
        Assert.Equal(survivor, names[merged].Id);
    }

    private static void Modules(IServiceCollection services) =>
        services.AddModuleDb<CustomersDb>(tablePrefix: "customers").AddScoped<AttachCustomer>().AddScoped<ICustomers>(p => p.GetRequiredService<AttachCustomer>());

    [Theory, EveryDatabase]
    public async Task Many_buyers_at_once_are_told_apart(Database database)
    {
        await using var node = await Node.OnAsync(database, Modules);
        var known = await Attach(node, new ContactDetails("sofia@ejemplo.com", "Sofía Bentancur", null));

        var ids = await AttachAll(node, new("nora@ejemplo.com", "Nora Ibáñez", "11 5555-0101"), new("sofia@ejemplo.com", null, "11 5555-0142"), new("Nora@ejemplo.com", "Otra", "11 5555-0102"));

        Assert.Equal([ids[0], known, ids[0]], ids);
        Assert.NotEqual(known, ids[0]);
        // Read back by the mappings: what the group wrote is what everybody else reads.
        await node.DoAsync(async services =>
        {
            var db = services.GetRequiredService<CustomersDb>();
            var nora = await db.Set<Customer>().SingleAsync(c => c.Id == ids[0]);
            Assert.Equal(("Nora Ibáñez", "nora ibanez", 1, (CustomerId?)null), (nora.Name, nora.SearchName, nora.Version, nora.MergedInto));
            var identity = await db.Set<CustomerIdentity>().SingleAsync(i => i.CustomerId == ids[0]);
            Assert.Equal((IdentityKind.Email, "nora@ejemplo.com", IdentityStrength.Medium, "checkout"), (identity.Kind, identity.MatchKey, identity.Strength, identity.Evidence));
            var points = await db.Set<ContactPoint>().OrderBy(p => p.Value).ToListAsync();
            Assert.Equal(["11 5555-0101", "11 5555-0102", "11 5555-0142", "nora@ejemplo.com", "sofia@ejemplo.com"], points.Select(p => p.Value));
            Assert.All(points, p => Assert.False(p.IsVerified));
        });
        Assert.Equal(2, (await node.QueryAsync($"select id from events where type = {"customers.customer_created"}", row => row.Uuid(0))).Count);
    }

    private static async Task<CustomerId> Attach(Node node, ContactDetails contact) => (await AttachAll(node, contact))[0];

    private static Task<IReadOnlyList<CustomerId>> AttachAll(Node node, params ContactDetails[] contacts) =>
        node.DoAsync(services => services.GetRequiredService<ICustomers>().AttachAsync([.. contacts.Select(c => new Buyer(c, Web, new Cause("guest", null)))], CancellationToken.None));
}
