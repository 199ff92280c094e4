namespace Hilo.Web.Storefront.Checkout;

/// <summary>One page, three sections. What is done folds into a line with a link that opens it again.</summary>
internal static class ShowCheckout
{
    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/comprar",
        (string? editar, string? cp, HttpContext context, HiloClient client, CartCookie cookie, ShopShells shells, TimeProvider clock, CancellationToken cancel) =>
            PageAsync(new CheckoutForms { Open = editar, PostalCode = cp }, context, client, cookie, shells, clock, cancel));

    public static async Task<IResult> PageAsync(
        CheckoutForms forms, HttpContext context, HiloClient client, CartCookie cookie, ShopShells shells, TimeProvider clock, CancellationToken cancel)
    {
        if (cookie.Key is not var (id, token) || await cookie.ReadAsync(client, cancel) is not { } cart) return Page.GoTo("/carrito");
        if (cart.Order is { } placed)
        {
            cookie.Forget();
            return Page.Follow(placed.OrderUrl);
        }
        if (cart.State != CartState.Open || cart.Lines.Count == 0) return Page.GoTo("/carrito");
        var (postalCode, isWrong) = PostalCodeCookie.Read(context, forms.PostalCode);
        postalCode = cart.Delivery?.Address?.PostalCode ?? postalCode;
        var options = await client.Carts.OptionsAsync(id, token, postalCode, cancel);
        if (options.Refused(out var problem, out var choices)) return await Refusals.PageAsync(problem, shells, cancel);
        return Page.Of<CheckoutPage>(
            new
            {
                Shell = await shells.LoadAsync(cancel, cart),
                Cart = cart,
                Choices = choices,
                Now = clock.GetUtcNow(),
                Forms = forms with { PostalCode = isWrong ? forms.PostalCode : postalCode, IsPostalCodeWrong = isWrong },
            },
            forms.Errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
