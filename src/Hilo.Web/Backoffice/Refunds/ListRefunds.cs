namespace Hilo.Web.Backoffice.Refunds;

internal static class ListRefunds
{
    public static readonly string[] Tabs = ["open", "settled", "dropped", "all"];

    public static void Map(RouteGroupBuilder office) => office.MapGet("/reintegros", HandleAsync);

    private static async Task<IResult> HandleAsync(string? vista, string? desde, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        var trail = new Trail(desde);
        var tab = Tabs.Contains(vista, StringComparer.Ordinal) ? vista! : "open";
        RefundDueState? state = Word<RefundDueState>.TryParse(tab, null, out var word) ? word.Value : null;
        if ((await client.Refunds.ListAsync(state, trail.Cursor, cancel)).Refused(out var problem, out var page)) return await OfficeRefusals.PageAsync(problem, shells, cancel);
        return Page.Of<RefundsPage>(
            new { Shell = await shells.LoadAsync(cancel), Refunds = page, Numbers = await NumbersAsync(page.Items, client, cancel), Tab = tab, Trail = trail });
    }

    // Payments know orders by id only; people know them by number.
    private static async Task<IReadOnlyDictionary<OrderId, string>> NumbersAsync(IReadOnlyList<RefundDueView> refunds, HiloClient client, CancellationToken cancel)
    {
        var numbers = new Dictionary<OrderId, string>();
        foreach (var order in refunds.Select(r => r.OrderId).OfType<OrderId>().Distinct())
            if (!(await client.Orders.FindAsync(order.ToString(), cancel)).Refused(out _, out var found)) numbers[order] = found.Number;
        return numbers;
    }
}
