using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;

namespace Hilo.Web.Storefront;

/// <summary>The visitor's cart: its id and its token, kept by the browser. The cart itself lives on the server and opens on any device.</summary>
internal sealed class CartCookie(IHttpContextAccessor accessor, IConfiguration configuration)
{
    private CartView? read;

    private HttpContext Context => accessor.HttpContext!;

    // Plain HTTP is a choice of whoever starts the server, and costs the prefix.
    private bool IsSecure => !configuration.GetValue("Security:AllowHttp", false);

    private string Name => IsSecure ? "__Host-hilo-cart" : "hilo-cart";

    public (CartId Id, string Token)? Key
    {
        get
        {
            if (Context.Request.Cookies[Name] is not { Length: < 200 } text || text.Split('.', 2) is not [var id, var token]) return null;
            return IId<CartId>.TryParse(id, out var cart) && token.Length > 0 ? (cart, token) : null;
        }
    }

    /// <summary>Null when the visitor has no cart, or when it is gone.</summary>
    public async ValueTask<CartView?> ReadAsync(HiloClient client, CancellationToken cancel)
    {
        if (read is not null || Key is not var (id, token)) return read;
        return read = (await client.Carts.OpenAsync(id, token, cancel)).Refused(out _, out var cart) ? null : cart;
    }

    public void Keep(CartId id, string token) => Context.Response.Cookies.Append(
        Name, $"{id}.{token}", new CookieOptions { HttpOnly = true, Secure = IsSecure, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = TimeSpan.FromDays(60), IsEssential = true });

    public void Forget() => Context.Response.Cookies.Delete(Name, new CookieOptions { Secure = IsSecure, Path = "/" });

    /// <summary>Whether the visitor's own cart is this one, compared without telling how much of a token is right.</summary>
    public bool Is(CartId id, string token) => Key is var (own, ownToken) && own == id
        && CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(ownToken), System.Text.Encoding.UTF8.GetBytes(token));
}
