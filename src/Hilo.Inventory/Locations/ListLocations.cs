using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Inventory;

internal static class ListLocations
{
    public static void Map(RouteGroupBuilder locations)
    {
        locations.MapGet("/", AllAsync).WithSummary("Every location, by code, closed ones too.").RequirePermission(Permissions.StockRead);
        locations.MapGet("/{id}", OneAsync).WithSummary("One location; its version comes as ETag.").RequirePermission(Permissions.StockRead);
    }

    private static async Task<Ok<List<LocationView>>> AllAsync(InventoryDb db, CancellationToken cancel) =>
        TypedResults.Ok((await db.Locations.AsNoTracking().OrderBy(l => l.Code).ToListAsync(cancel)).ConvertAll(l => l.ToView()));

    private static async Task<Results<Ok<LocationView>, NotFound>> OneAsync(LocationId id, InventoryDb db, HttpContext http, CancellationToken cancel)
    {
        if (await db.Locations.AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, cancel) is not { } location) return TypedResults.NotFound();
        http.ShowVersion(location.Version);
        return TypedResults.Ok(location.ToView());
    }
}
