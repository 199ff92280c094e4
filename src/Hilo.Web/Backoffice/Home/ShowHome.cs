namespace Hilo.Web.Backoffice.Home;

/// <summary>The first page: what needs a person, what sold today, what each store has before it, and the newest orders.</summary>
internal static class ShowHome
{
    public static void Map(RouteGroupBuilder office)
    {
        office.MapGet("", HandleAsync);
        office.MapGet("/ahora", NowAsync);
    }

    private static async Task<IResult> HandleAsync(HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        if ((await client.Insights.TodayAsync(cancel)).Refused(out var problem, out var today)) return await OfficeRefusals.PageAsync(problem, shells, cancel);
        var shell = await shells.LoadAsync(cancel);
        var newest = await NewestAsync(client, cancel);
        // Who has sold has set up.
        IReadOnlyList<Step> steps = newest.Count > 0 ? [] : await FirstSteps.ReadAsync(shell, client, cancel);
        return Page.Of<HomePage>(new { Shell = shell, Today = today, Newest = newest, Steps = steps });
    }

    /// <summary>The part that keeps itself fresh.</summary>
    private static async Task<IResult> NowAsync(HiloClient client, OfficeShells shells, CancellationToken cancel) =>
        (await client.Insights.TodayAsync(cancel)).Refused(out _, out var today)
            ? TypedResults.NoContent()
            : Page.Of<HomeNow>(new { Shell = await shells.LoadAsync(cancel), Today = today, Newest = await NewestAsync(client, cancel) });

    private static async Task<IReadOnlyList<OrderRow>> NewestAsync(HiloClient client, CancellationToken cancel) =>
        (await client.Orders.ListAsync(cancel: cancel)).Refused(out _, out var page) ? [] : [.. page.Items.Take(6)];
}
