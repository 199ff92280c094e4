namespace Hilo.Web.Storefront.Carts;

internal static class ShowCart
{
    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/carrito", HandleAsync);

    private static async Task<IResult> HandleAsync(HttpContext context, HiloClient client, CartCookie cookie, ShopShells shells, CancellationToken cancel)
    {
        var cart = await cookie.ReadAsync(client, cancel);
        return Page.Of<CartPage>(new
        {
            Shell = await shells.LoadAsync(cancel, cart),
            Cart = cart is { State: CartState.Open } ? cart : null,
            Link = cookie.Key is var (id, token) ? $"{context.Request.Scheme}://{context.Request.Host}{ShopPages.Cart(id, token)}" : null,
        });
    }
}
