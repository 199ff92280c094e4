using Hilo.Customers;
using Hilo.Platform;
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

    private static Task<CustomerId> Attach(Node node, ContactDetails contact) =>
        node.DoAsync(services => services.GetRequiredService<ICustomers>().AttachAsync(contact, Web, CancellationToken.None));
}
