namespace Hilo.Customers;

/// <summary>A random mark that binds a sign-in code to the browser that asked for it.</summary>
internal sealed class BrowserMark(IConfiguration configuration)
{
    private readonly bool allowsHttp = configuration.GetValue("Security:AllowHttp", false);

    private string Name => allowsHttp ? "hilo-mark" : "__Host-hilo-mark";

    public string? Read(HttpContext http) => http.Request.Cookies[Name];

    public string Give(HttpContext http)
    {
        var mark = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));
        http.Response.Cookies.Append(Name, mark, new CookieOptions
        {
            Secure = !allowsHttp,
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Path = "/",
            MaxAge = SignInChallengeRow.Lifetime,
            IsEssential = true,
        });
        return mark;
    }
}
