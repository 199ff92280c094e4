using Microsoft.AspNetCore.Localization;

namespace Hilo.Web;

/// <summary>The visitor's language and light or dark, kept in two cookies.</summary>
internal static class ChooseView
{
    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/ver", Handle);

    private static IResult Handle(string? idioma, string? tema, string? a, HttpContext context)
    {
        if (idioma is "es-AR" or "en") Keep(CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(idioma)));
        if (tema is "light" or "dark") Keep(Theme.Cookie, tema);
        else if (tema is "auto") context.Response.Cookies.Delete(Theme.Cookie);
        return Page.BackTo(a, "/");

        void Keep(string name, string value) => context.Response.Cookies.Append(
            name, value, new CookieOptions { MaxAge = TimeSpan.FromDays(365), Secure = context.Request.IsHttps, HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true });
    }
}
