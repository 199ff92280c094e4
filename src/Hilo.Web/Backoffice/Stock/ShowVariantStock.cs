namespace Hilo.Web.Backoffice.Stock;

/// <summary>One variant: what each location has, and every movement that led there.</summary>
internal static class ShowVariantStock
{
    public static void Map(RouteGroupBuilder office) => office.MapGet("/stock/{variant:guid}", HandleAsync);

    private static async Task<IResult> HandleAsync(VariantId variant, string? sucursal, string? desde, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        var trail = new Trail(desde);
        LocationId? location = LocationId.TryParse(sucursal, null, out var chosen) ? chosen : null;
        if ((await client.Stock.StockAsync(variant: variant, cancel: cancel)).Refused(out var problem, out var levels)) return await OfficeRefusals.PageAsync(problem, shells, cancel);
        if ((await client.Stock.MovementsAsync(variant, location, trail.Cursor, cancel)).Refused(out problem, out var movements)) return await OfficeRefusals.PageAsync(problem, shells, cancel);
        var locations = (await client.Stock.LocationsAsync(cancel)).Refused(out _, out var places) ? [] : places;
        return Page.Of<VariantStockPage>(
            new { Shell = await shells.LoadAsync(cancel), Variant = variant, Levels = levels.Items, Movements = movements, Locations = locations, Location = location, Trail = trail });
    }
}
