namespace Hilo.Web.Backoffice.Orders;

internal static class ListOrders
{
    public static readonly string[] Tabs = ["all", "to_prepare", "unpaid", "ready", "completed", "canceled"];

    public static string AddressOf(string tab, string? search, string? trail) => Address.Of("/oficina/pedidos", ("vista", tab == "all" ? null : tab), ("q", search), ("desde", trail));

    public static void Map(RouteGroupBuilder office)
    {
        office.MapGet("/pedidos", HandleAsync);
        office.MapGet("/pedidos/nuevos", NewAsync);
    }

    /// <summary>What came in since the list was shown: said at its top, never put under the pointer.</summary>
    private static async Task<IResult> NewAsync(string? q, string? vista, long desde, HiloClient client, CancellationToken cancel)
    {
        var tab = Tabs.Contains(vista, StringComparer.Ordinal) ? vista! : "all";
        if (desde is < 0 or > 3_155_378_975_999_999_999) return TypedResults.NoContent();
        return (await client.Orders.CountAsync(q, tab, new DateTimeOffset(desde, TimeSpan.Zero), cancel)).Refused(out _, out var counts)
            ? TypedResults.NoContent()
            : Page.Of<NewOrders>(new { Since = desde, Counts = counts, Tab = tab, Search = q });
    }

    private static async Task<IResult> HandleAsync(string? q, string? vista, string? desde, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        var trail = new Trail(desde);
        var tab = Tabs.Contains(vista, StringComparer.Ordinal) ? vista! : "all";
        if ((await client.Orders.ListAsync(q, tab == "all" ? null : tab, cursor: trail.Cursor, cancel: cancel)).Refused(out var problem, out var page)) return await OfficeRefusals.PageAsync(problem, shells, cancel);
        // A number that was typed whole leads straight to its order.
        if (q is not null && trail.IsStart && page.Items is [var only] && string.Equals(only.Number, q.Trim(), StringComparison.OrdinalIgnoreCase)) return Page.GoTo($"/oficina/pedidos/{only.Number}");
        var counts = (await client.Orders.CountAsync(q, cancel: cancel)).Refused(out _, out var counted) ? null : counted;
        return Page.Of<OrdersPage>(new { Shell = await shells.LoadAsync(cancel), Orders = page, Counts = counts, Tab = tab, Search = q, Trail = trail });
    }
}
