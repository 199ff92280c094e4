namespace Hilo.Web.Storefront.Carts;

internal static class AddToCart
{
    public static void Map(RouteGroupBuilder pages) => pages.MapPost("/carrito/agregar", HandleAsync);

    private static async Task<IResult> HandleAsync(IFormCollection form, HttpContext context, HiloClient client, CartCookie cookie, CancellationToken cancel)
    {
        if (!IId<VariantId>.TryParse(form["variant"], out var variant)) return Page.BackTo(form["back"], "/");
        var added = await AddAsync(new AddCartLine(variant, Quantity.One), FormKey.Of(form), client, cookie, cancel);
        if (added.Refused(out var problem, out _))
        {
            Flash.Refuse(context, problem);
            return Page.BackTo(form["back"], "/carrito");
        }
        Flash.Say(context, CartTexts.Added);
        return Page.GoTo("/carrito");
    }

    private static async Task<Result<CartView>> AddAsync(AddCartLine line, string key, HiloClient client, CartCookie cookie, CancellationToken cancel)
    {
        // A cart that was bought or swept away is not the visitor's problem: a new one begins.
        if (cookie.Key is var (id, token) && await cookie.ReadAsync(client, cancel) is { State: CartState.Open })
            return await client.Carts.AddAsync(id, token, line, key, cancel);
        var created = await client.Carts.CreateAsync(new CreateCartRequest(Lines: [line]), key, cancel);
        if (!created.Refused(out _, out var cart) && cart.Token is not null) cookie.Keep(cart.Id, cart.Token);
        return created;
    }
}
