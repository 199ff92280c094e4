using Hilo.Web.Backoffice.Threads;

namespace Hilo.Web.Backoffice.Customers;

internal static class ShowCustomer
{
    public static void Map(RouteGroupBuilder office) => office.MapGet("/clientes/{id:guid}", HandleAsync);

    private static async Task<IResult> HandleAsync(CustomerId id, string? desde, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        if ((await client.Customers.FindAsync(id, cancel)).Refused(out var problem, out var customer)) return await OfficeRefusals.PageAsync(problem, shells, cancel);
        if (customer.MergedInto is { } survivor) return Page.GoTo($"/oficina/clientes/{survivor}");
        var trail = new Trail(desde);
        if ((await client.Customers.ThreadAsync(id, trail.Cursor, cancel)).Refused(out problem, out var thread)) return await OfficeRefusals.PageAsync(problem, shells, cancel);
        // Somebody who may not read orders sees the person without them.
        var orders = (await client.Orders.ListAsync(customer: id, cancel: cancel)).Refused(out _, out var found) ? null : found;
        var channels = (await client.Orders.SalesChannelsAsync(cancel)).Refused(out _, out var known) ? [] : known;
        var shell = await shells.LoadAsync(cancel);
        var knots = ThreadKnots.Of(thread.Items, channels.DistinctBy(c => c.Name).ToDictionary(c => c.Name, c => c.Kind, StringComparer.Ordinal), shell.Zone);
        return Page.Of<CustomerPage>(new { Shell = shell, Customer = customer, Knots = knots, Older = thread.Next, Orders = orders, Trail = trail });
    }
}
