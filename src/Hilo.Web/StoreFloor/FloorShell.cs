using System.Security.Claims;

namespace Hilo.Web.StoreFloor;

/// <summary>Where the person works now, who they are and what time it is there.</summary>
public sealed record FloorShell(LocationView Place, string Person, TimeZoneInfo Zone, DateTimeOffset Now)
{
    public string Sub => $"{Place.Name} · {Person}";

    public string Root => $"/piso/{Place.Code}";
}

internal sealed class FloorShells(IHttpContextAccessor http, HiloClient client, TimeProvider clock)
{
    /// <summary>The places of the person, or all where the person is not limited; the address names one by its code.</summary>
    public async Task<IReadOnlyList<LocationView>> PlacesAsync(CancellationToken cancel)
    {
        var all = (await client.Stock.LocationsAsync(cancel)).Refused(out var problem, out var found) ? throw new HiloProblemException(problem) : found;
        var mine = http.HttpContext!.User.FindAll(HiloClaims.StaffLocation).Select(c => c.Value).ToHashSet(StringComparer.Ordinal);
        return [.. all.Where(l => l.IsActive && (mine.Count == 0 || mine.Contains(l.Id.ToString())))];
    }

    public async Task<FloorShell?> FindAsync(string code, CancellationToken cancel)
    {
        var place = (await PlacesAsync(cancel)).FirstOrDefault(l => string.Equals(l.Code, code, StringComparison.OrdinalIgnoreCase));
        return place is null ? null : new FloorShell(place, http.HttpContext!.User.FindFirstValue(HiloClaims.StaffName) ?? "", TimeZoneInfo.FindSystemTimeZoneById(place.TimeZone), clock.GetUtcNow());
    }
}
