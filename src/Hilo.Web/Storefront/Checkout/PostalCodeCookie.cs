namespace Hilo.Web.Storefront.Checkout;

/// <summary>The visitor's postal code, asked once and kept: it sorts the stores by distance and prices the delivery.</summary>
internal static class PostalCodeCookie
{
    private const string Name = "hilo-cp";

    /// <param name="asked">From the address, when the visitor has just typed it; an empty one forgets it.</param>
    /// <returns>The code to use, and whether what was typed is none.</returns>
    public static (string? Code, bool IsWrong) Read(HttpContext context, string? asked)
    {
        var kept = PostalCode.TryParse(context.Request.Cookies[Name], out var known) ? known.ToString() : null;
        if (asked is null) return (kept, false);
        if (!PostalCode.TryParse(asked, out var code)) return (kept, asked.Length > 0);
        context.Response.Cookies.Append(Name, code.ToString(), new CookieOptions
        {
            HttpOnly = true,
            Secure = context.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            MaxAge = TimeSpan.FromDays(180),
            IsEssential = true,
        });
        return (code.ToString(), false);
    }
}
