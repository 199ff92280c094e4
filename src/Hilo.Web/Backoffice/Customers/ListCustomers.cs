namespace Hilo.Web.Backoffice.Customers;

internal static class ListCustomers
{
    public static void Map(RouteGroupBuilder office) => office.MapGet("/clientes", HandleAsync);

    private static async Task<IResult> HandleAsync(string? q, string? desde, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        var trail = new Trail(desde);
        return (await client.Customers.ListAsync(q, trail.Cursor, cancel)).Refused(out var problem, out var page)
            ? await OfficeRefusals.PageAsync(problem, shells, cancel)
            : Page.Of<CustomersPage>(new { Shell = await shells.LoadAsync(cancel), Customers = page, Search = q, Trail = trail });
    }
}
