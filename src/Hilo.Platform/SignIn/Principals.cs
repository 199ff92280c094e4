using System.Security.Claims;

namespace Hilo.Platform;

/// <summary>A request has one principal; a browser of the shop's own people may be staff and shopper at once.</summary>
internal static class Principals
{
    public static ClaimsIdentity Staff(StaffId id, string name, StaffRole role, IEnumerable<LocationId>? locations, SessionId session) => new(
        [
            new(ClaimTypes.NameIdentifier, id.ToString()),
            new(HiloClaims.StaffId, id.ToString()),
            new(HiloClaims.StaffName, name),
            new(HiloClaims.StaffRole, new Word<StaffRole>(role).ToString()),
            new(HiloClaims.SessionId, session.ToString()),
            .. (locations ?? []).Select(l => new Claim(HiloClaims.StaffLocation, l.ToString())),
        ],
        "staff");

    public static ClaimsIdentity Shopper(CustomerId id, SessionId session) => new(
        [new(ClaimTypes.NameIdentifier, id.ToString()), new(HiloClaims.CustomerId, id.ToString()), new(HiloClaims.SessionId, session.ToString())],
        "shopper");
}
