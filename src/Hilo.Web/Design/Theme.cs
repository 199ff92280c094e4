
namespace Hilo.Web.Design;

/// <summary>Light or dark as the system says, unless a person chose.</summary>
internal static class Theme
{
    public const string Cookie = "hilo-theme";

    public static string? Of(HttpContext? context) => context?.Request.Cookies[Cookie] is "light" or "dark" ? context.Request.Cookies[Cookie] : null;
}
