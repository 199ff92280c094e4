using System.Security.Claims;

namespace Hilo.Platform;

/// <summary>The member of staff who is calling: an endpoint for staff takes it as a parameter.</summary>
/// <param name="Locations">The locations that the person is limited to; null means every location.</param>
public sealed record CurrentStaff(StaffId Id, string Name, StaffRole Role, IReadOnlyList<LocationId>? Locations)
{
    public bool May(string permission) => Permissions.Allows(Role, permission);

    public bool WorksAt(LocationId location) => Locations is null || Locations.Contains(location);

    /// <summary>The refusal when the person works elsewhere; null when the location is theirs.</summary>
    public Problem? RefusedAt(LocationId location) => WorksAt(location) ? null : EdgeProblems.ElsewhereOnly;

    public static CurrentStaff? Of(ClaimsPrincipal principal) =>
        StaffId.TryParse(principal.FindFirstValue(HiloClaims.StaffId), null, out var id) &&
        Word<StaffRole>.TryParse(principal.FindFirstValue(HiloClaims.StaffRole), null, out var role)
            ? new CurrentStaff(id, principal.FindFirstValue(HiloClaims.StaffName) ?? "", role.Value, LocationsOf(principal))
            : null;

    /// <summary>Gives the parameter to endpoints; the audience check has let only staff through.</summary>
    public static ValueTask<CurrentStaff?> BindAsync(HttpContext http) => ValueTask.FromResult(Of(http.User));

    private static LocationId[]? LocationsOf(ClaimsPrincipal principal)
    {
        LocationId[] locations = [.. principal.FindAll(HiloClaims.StaffLocation).Select(c => LocationId.From(Guid.Parse(c.Value)))];
        return locations.Length == 0 ? null : locations;
    }
}

/// <summary>The signed-in shopper who is calling. Optional parameters (<c>CurrentShopper?</c>) are null for a guest.</summary>
public sealed record CurrentShopper(CustomerId Id)
{
    public static CurrentShopper? Of(ClaimsPrincipal principal) =>
        CustomerId.TryParse(principal.FindFirstValue(HiloClaims.CustomerId), null, out var id) ? new CurrentShopper(id) : null;

    public static ValueTask<CurrentShopper?> BindAsync(HttpContext http) => ValueTask.FromResult(Of(http.User));
}
