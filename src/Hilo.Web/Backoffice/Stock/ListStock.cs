namespace Hilo.Web.Backoffice.Stock;

internal static class ListStock
{
    public static void Map(RouteGroupBuilder office) => office.MapGet("/stock", HandleAsync);

    private static async Task<IResult> HandleAsync(string? q, string? sucursal, string? desde, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        var trail = new Trail(desde);
        LocationId? location = LocationId.TryParse(sucursal, null, out var chosen) ? chosen : null;
        if ((await client.Stock.StockAsync(q, location, cursor: trail.Cursor, cancel: cancel)).Refused(out var problem, out var page)) return await OfficeRefusals.PageAsync(problem, shells, cancel);
        var locations = (await client.Stock.LocationsAsync(cancel)).Refused(out _, out var places) ? [] : places;
        return Page.Of<StockPage>(new { Shell = await shells.LoadAsync(cancel), Stock = page, Locations = locations, Location = location, Search = q, Trail = trail });
    }
}
