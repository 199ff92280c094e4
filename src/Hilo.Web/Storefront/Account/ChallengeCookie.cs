namespace Hilo.Web.Storefront.Account;

/// <summary>Which sign-in this browser has begun: the e-mailed code works only here.</summary>
internal static class ChallengeCookie
{
    private const string Name = "hilo-ingreso";
    private const int IdLength = 36;

    /// <param name="then">Where the visitor was going.</param>
    public static void Keep(HttpContext context, SignInChallenge challenge, string then) => context.Response.Cookies.Append(
        Name, $"{challenge.Challenge:D}{then}",
        new CookieOptions { HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Lax, Expires = challenge.ExpiresAt, IsEssential = true });

    public static (Guid Challenge, string Then)? Read(HttpContext context) =>
        context.Request.Cookies[Name] is { Length: >= IdLength } kept && Guid.TryParseExact(kept[..IdLength], "D", out var challenge) ? (challenge, kept[IdLength..]) : null;

    public static void Forget(HttpContext context) => context.Response.Cookies.Delete(Name);
}
