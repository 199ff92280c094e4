using System.Security.Claims;

namespace Hilo.Platform;

/// <summary>Finds out who is calling: from the page that calls inside the process, from a bearer token, or from the cookies.</summary>
internal sealed class WhoCalls(RequestDelegate next, SessionCookies cookies)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.Features.Get<Caller>() is { } caller) http.User = caller.Principal;
        else if (await SignedInAsync(http) is { Count: > 0 } identities) http.User = new ClaimsPrincipal(identities);
        await next(http);
    }

    private async Task<List<ClaimsIdentity>> SignedInAsync(HttpContext http)
    {
        var found = new List<ClaimsIdentity>(2);
        var bearer = http.Request.Headers.Authorization.ToString();
        var staff = bearer.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? bearer[7..].Trim() : null;
        var kind = staff is null ? SessionKind.Cookie : SessionKind.Bearer;
        staff ??= http.Request.Cookies[cookies.Staff];
        var shopper = kind == SessionKind.Cookie ? http.Request.Cookies[cookies.Shopper] : null;
        if (staff is null && shopper is null) return found;

        var tickets = http.RequestServices.GetRequiredService<SessionLookup>();
        if (staff is { Length: < 200 } && await tickets.StaffAsync(staff, kind, http.RequestAborted) is { } member) found.Add(member);
        if (shopper is { Length: < 200 } && await tickets.ShopperAsync(shopper, http.RequestAborted) is { } customer) found.Add(customer);
        return found;
    }
}
