namespace Hilo.Web.Storefront.Account;

/// <summary>Which sign-in this browser has begun: the e-mailed code works only here.</summary>
internal static class ChallengeCookie
{
    private const string Name = "hilo-ingreso";

    public static void Keep(HttpContext context, SignInChallenge challenge) => context.Response.Cookies.Append(
        Name, challenge.Challenge.ToString("D"),
        new CookieOptions { HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Lax, Expires = challenge.ExpiresAt, IsEssential = true });

    public static Guid? Read(HttpContext context) => Guid.TryParseExact(context.Request.Cookies[Name], "D", out var challenge) ? challenge : null;

    public static void Forget(HttpContext context) => context.Response.Cookies.Delete(Name);
}
