namespace Hilo.Platform;

/// <summary>The two cookies. Plain HTTP beyond loopback is a choice of whoever starts the server (<c>--allow-http</c>), and costs the prefix.</summary>
internal sealed class SessionCookies(IConfiguration configuration)
{
    private readonly bool allowsHttp = configuration.GetValue("Security:AllowHttp", false);

    private string Prefix => allowsHttp ? "" : "__Host-";

    public string Staff => Prefix + "hilo-staff";

    public string Shopper => Prefix + "hilo-shopper";

    public void Give(HttpContext http, string name, string token, DateTimeOffset until) =>
        http.Response.Cookies.Append(name, token, Options(until));

    public void Take(HttpContext http, string name) => http.Response.Cookies.Delete(name, Options(null));

    private CookieOptions Options(DateTimeOffset? until) => new()
    {
        Secure = !allowsHttp,
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        Expires = until,
        IsEssential = true,
    };
}
