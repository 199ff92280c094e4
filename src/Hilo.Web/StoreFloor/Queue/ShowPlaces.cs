namespace Hilo.Web.StoreFloor.Queue;

internal static class ShowPlaces
{
    public static void Map(RouteGroupBuilder floor) => floor.MapGet("", HandleAsync);

    private static async Task<IResult> HandleAsync(FloorShells shells, CancellationToken cancel)
    {
        var places = await shells.PlacesAsync(cancel);
        return places is [var only] ? Page.GoTo($"/piso/{only.Code}") : Page.Of<PlacesPage>(new { Places = places });
    }
}
