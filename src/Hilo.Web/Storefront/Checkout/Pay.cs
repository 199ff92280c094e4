using System.Globalization;

namespace Hilo.Web.Storefront.Checkout;

/// <summary>The last press. The form carries the total that the shopper read and a key, so that a second press is the same press.</summary>
/// <remarks>Whoever is refused comes back to the top of the page, where it says why: at the payment a phone would show nothing but the same button.</remarks>
internal static class Pay
{
    public static void Map(RouteGroupBuilder pages) => pages.MapPost("/comprar/pago", HandleAsync);

    private static async Task<IResult> HandleAsync(IFormCollection form, HttpContext context, HiloClient client, CartCookie cookie, ShopShells shells, CancellationToken cancel)
    {
        if (cookie.Key is not var (id, token)) return Page.GoTo("/carrito");
        if (!Enum.TryParse<Tender>(form["tender"], out var tender) || !Enum.IsDefined(tender))
        {
            Flash.Refuse(context, CheckoutTexts.ChoosePayment, null);
            return Page.GoTo("/comprar");
        }
        if (!Currency.TryParse(form["currency"], out var currency) || !long.TryParse(form["total"], NumberStyles.None, CultureInfo.InvariantCulture, out var minor))
            return Page.GoTo("/comprar");
        var completed = await client.Carts.CompleteAsync(id, token, new CompleteCartRequest(tender, new Money(minor, currency)), FormKey.Of(form), cancel);
        if (completed.Refused(out var problem, out var completion))
        {
            Flash.Refuse(context, problem);
            return Page.GoTo("/comprar");
        }
        if (completion.Order is { } order)
        {
            cookie.Forget();
            return Page.Follow(order.OrderUrl);
        }
        if (completion.RedirectUrl is { } provider) return Page.Of<GoingToPay>(new { Shell = await shells.LoadAsync(cancel), Provider = provider });
        return completion.Attempt is { } attempt ? Page.GoTo(ReturnFromPayment.Address(attempt.Id)) : Page.GoTo("/comprar#pago");
    }
}
