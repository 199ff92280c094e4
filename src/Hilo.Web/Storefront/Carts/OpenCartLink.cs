namespace Hilo.Web.Storefront.Carts;

/// <summary>A cart's link on another device. A visitor with a cart of their own is asked before the two become one.</summary>
internal static class OpenCartLink
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/carrito/{id}/{token}", ShowAsync);
        pages.MapPost("/carrito/{id}/{token}", JoinAsync);
    }

    private static async Task<IResult> ShowAsync(string id, string token, HiloClient client, CartCookie cookie, ShopShells shells, CancellationToken cancel)
    {
        if (!IId<CartId>.TryParse(id, out var cart)) return await Refusals.NotFoundAsync(shells, cancel);
        if (cookie.Is(cart, token)) return Page.GoTo("/carrito");
        if ((await client.Carts.OpenAsync(cart, token, cancel)).Refused(out var problem, out var opened)) return await Refusals.PageAsync(problem, shells, cancel);
        if (opened.Order is { } order) return Page.Follow(order.OrderUrl);
        var own = await cookie.ReadAsync(client, cancel);
        if (own is { State: CartState.Open, Lines.Count: > 0 })
            return Page.Of<JoinCartsPage>(new { Shell = await shells.LoadAsync(cancel, own), Own = own, Other = opened });
        cookie.Keep(cart, token);
        return Page.GoTo("/carrito");
    }

    private static async Task<IResult> JoinAsync(string id, string token, IFormCollection form, HttpContext context, HiloClient client, CartCookie cookie, CancellationToken cancel)
    {
        if (!IId<CartId>.TryParse(id, out var cart)) return Page.GoTo("/carrito");
        if (form["how"] == "join" && cookie.Key is var (own, ownToken)
            && (await client.Carts.MergeAsync(cart, token, new MergeCartRequest(own, ownToken), cancel)).Refused(out var problem, out _))
        {
            Flash.Refuse(context, problem);
            return Page.GoTo("/carrito");
        }
        cookie.Keep(cart, token);
        return Page.GoTo("/carrito");
    }
}
