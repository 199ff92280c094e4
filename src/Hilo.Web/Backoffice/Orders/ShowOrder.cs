using Hilo.Web.Backoffice.Papers;

namespace Hilo.Web.Backoffice.Orders;

internal static class ShowOrder
{
    public static void Map(RouteGroupBuilder office)
    {
        office.MapGet("/pedidos/{number}", HandleAsync);
        office.MapGet("/pedidos/{number}/al-dia", IsFreshAsync);
    }

    /// <summary>Whether the page that somebody reads is still true.</summary>
    private static async Task<IResult> IsFreshAsync(string number, int version, PaymentState money, HiloClient client, CancellationToken cancel) =>
        (await client.Orders.FindAsync(number, cancel)).Refused(out _, out var order)
            ? TypedResults.NoContent()
            : Page.Of<StaleOrder>(new { order.Number, Version = version, Money = money, IsStale = order.Version != version || order.Money.State != money });

    private static async Task<IResult> HandleAsync(string number, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        if ((await client.Orders.FindAsync(number, cancel)).Refused(out var problem, out var order)) return await OfficeRefusals.PageAsync(problem, shells, cancel);
        var thread = (await client.Orders.ThreadAsync(order.Id, cancel)).Refused(out _, out var entries) ? [] : entries;
        var shell = await shells.LoadAsync(cancel);
        var documents = shell.May(Permissions.InvoicingRead) && !(await client.Invoicing.DocumentsAsync(order: order.Id, cancel: cancel)).Refused(out _, out var page) ? page.Items : [];
        // Whoever may not look into documents still prints them for the customer.
        var papers = shell.May(Permissions.InvoicingRead) ? [] : await PrintPaper.OfAsync(order.Id, client, cancel);
        return Page.Of<OrderPage>(new { Shell = shell, Order = order, Thread = thread, Documents = documents, Papers = papers });
    }
}
