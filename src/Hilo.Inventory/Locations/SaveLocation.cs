using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Inventory;

internal static class SaveLocation
{
    public static void Map(RouteGroupBuilder locations)
    {
        locations.MapPost("/", CreateAsync).WithSummary("Open a location.").RequirePermission(Permissions.SettingsManage);
        locations.MapPut("/{id}", ReplaceAsync).WithSummary("Replace what is known of a location; If-Match says which version was edited. Not active: nothing new is promised there.").RequirePermission(Permissions.SettingsManage);
    }

    private static async Task<Results<Created<LocationView>, ProblemHttpResult>> CreateAsync(
        SaveLocationRequest request, InventoryDb db, IMerchant merchant, HttpContext http, CancellationToken cancel)
    {
        var location = new Location { Id = IId<LocationId>.New() };
        if (await SetAsync(location, request, db, merchant, cancel) is { } problem) return problem.ToHttp();
        db.Add(location);
        db.Publish(new LocationSaved(location.Id));
        await db.SaveChangesAsync(cancel);
        http.ShowVersion(location.Version);
        return TypedResults.Created($"/api/v1/locations/{location.Id}", location.ToView());
    }

    private static async Task<Results<Ok<LocationView>, NotFound, ProblemHttpResult>> ReplaceAsync(
        LocationId id, SaveLocationRequest request, InventoryDb db, IMerchant merchant, HttpContext http, CancellationToken cancel)
    {
        if (await db.Locations.SingleOrDefaultAsync(l => l.Id == id, cancel) is not { } location) return TypedResults.NotFound();
        if (http.RefusedEditOf(location.Version) is { } conflict) return conflict.ToHttp();
        var wasActive = location.IsActive;
        if (await SetAsync(location, request, db, merchant, cancel) is { } problem) return problem.ToHttp();
        await db.SaveChangesAsync(cancel);
        db.Publish(new LocationSaved(location.Id));
        // Opening and closing changes what can be promised of everything in it.
        if (wasActive != location.IsActive)
        {
            var inside = await db.Levels.Where(l => l.LocationId == id).Select(l => l.VariantId).ToListAsync(cancel);
            foreach (var variants in inside.Chunk(500)) db.Publish(new StockChanged(id, variants, location.IsActive ? "opened" : "closed"));
        }
        http.ShowVersion(location.Version);
        return TypedResults.Ok(location.ToView());
    }

    private static async Task<Problem?> SetAsync(Location location, SaveLocationRequest request, InventoryDb db, IMerchant merchant, CancellationToken cancel)
    {
        if (!(await merchant.CurrentAsync(cancel)).LegalEntities.Any(e => e.Id == request.LegalEntityId)) return LocationProblems.Invalid("The merchant has no such legal entity.");
        if (location.Set(request) is { } invalid) return invalid;
        return await db.Locations.AnyAsync(l => l.Code == location.Code && l.Id != location.Id, cancel) ? LocationProblems.CodeTaken(location.Code) : null;
    }
}
