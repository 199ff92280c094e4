using System.Globalization;

namespace Hilo.Web.Storefront.Carts;

internal static class ChangeCart
{
    public static void Map(RouteGroupBuilder pages) => pages.MapPost("/carrito/renglones/{line}", HandleAsync);

    private static async Task<IResult> HandleAsync(string line, IFormCollection form, HttpContext context, HiloClient client, CartCookie cookie, CancellationToken cancel)
    {
        if (!IId<OrderLineId>.TryParse(line, out var id) || cookie.Key is not var (cart, token)
            || !decimal.TryParse(form["quantity"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) || !Quantity.TryFrom(amount, out var quantity))
            return Page.GoTo("/carrito");
        if ((await client.Carts.SetLineAsync(cart, token, id, quantity, cancel)).Refused(out var problem, out _)) Flash.Refuse(context, problem);
        return Page.GoTo("/carrito");
    }
}
