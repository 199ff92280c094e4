using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Hilo.Web.Design;

/// <summary>One sentence about what just succeeded, carried over the redirect after a form and shown once as a toast. Never for errors.</summary>
internal static class Flash
{
    private const string Cookie = "hilo-flash";
    private const int LongestText = 300;

    public static void Say(HttpContext context, string message) => context.Response.Cookies.Append(
        Cookie,
        WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(message.Length > LongestText ? message[..LongestText] : message)),
        new CookieOptions { HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromMinutes(1), IsEssential = true });

    public static string? Take(HttpContext? context)
    {
        if (context?.Request.Cookies[Cookie] is not { Length: > 0 and < 4 * LongestText } kept) return null;
        if (!context.Response.HasStarted) context.Response.Cookies.Delete(Cookie);
        try
        {
            return Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(kept));
        }
        catch (FormatException)
        {
            return null; // Somebody else's cookie under our name.
        }
    }
}
