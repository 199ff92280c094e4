namespace Hilo.Web.StoreFloor.Queue;

internal static class ShowPlaces
{
    public static void Map(RouteGroupBuilder floor) => floor.MapGet("", HandleAsync);

    private static async Task<IResult> HandleAsync(FloorShells shells, HiloClient client, CancellationToken cancel)
    {
        var places = await shells.PlacesAsync(cancel);
        if (places is [var only]) return Page.GoTo($"/piso/{only.Code}");
        var work = (await client.Insights.TodayAsync(cancel)).Refused(out _, out var today) ? [] : today.Work;
        return Page.Of<PlacesPage>(new { Places = places, Work = work });
    }
}
