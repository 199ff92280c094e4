using Microsoft.Extensions.Configuration;

namespace Hilo.Web.Storefront;

/// <summary>The shop's address as search engines should know it: the one that the owner stated, else the one that was asked.</summary>
internal sealed class ShopOrigin(IConfiguration configuration)
{
    private readonly string? stated = configuration["Hilo:PublicUrl"]?.TrimEnd('/');

    public string Of(HttpContext http) => stated ?? $"{http.Request.Scheme}://{http.Request.Host}";
}
