namespace Hilo.Web.Backoffice.Orders;

internal static class ListOrders
{
    public static readonly string[] Tabs = ["all", "to_prepare", "unpaid", "ready", "completed", "canceled"];

    public static void Map(RouteGroupBuilder office) => office.MapGet("/pedidos", HandleAsync);

    private static async Task<IResult> HandleAsync(string? q, string? vista, string? desde, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        var trail = new Trail(desde);
        var tab = Tabs.Contains(vista, StringComparer.Ordinal) ? vista! : "all";
        if ((await client.Orders.ListAsync(q, tab == "all" ? null : tab, cursor: trail.Cursor, cancel: cancel)).Refused(out var problem, out var page)) return await OfficeRefusals.PageAsync(problem, shells, cancel);
        // A number that was typed whole leads straight to its order.
        if (q is not null && trail.IsStart && page.Items is [var only] && string.Equals(only.Number, q.Trim(), StringComparison.OrdinalIgnoreCase)) return Page.GoTo($"/oficina/pedidos/{only.Number}");
        return Page.Of<OrdersPage>(new { Shell = await shells.LoadAsync(cancel), Orders = page, Tab = tab, Search = q, Trail = trail });
    }
}
