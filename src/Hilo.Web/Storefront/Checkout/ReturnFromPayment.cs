namespace Hilo.Web.Storefront.Checkout;

/// <summary>The payer is back, with whatever the provider's address says: only the provider itself is believed, asked by the API.</summary>
internal static class ReturnFromPayment
{
    public static void Map(RouteGroupBuilder pages) => pages.MapGet(ShopPages.PaymentReturn, HandleAsync);

    public static string Address(PaymentAttemptId attempt) => ShopPages.PaymentReturn.Replace("{attempt}", attempt.ToString(), StringComparison.Ordinal);

    private static async Task<IResult> HandleAsync(string attempt, HttpContext context, HiloClient client, CartCookie cookie, ShopShells shells, CancellationToken cancel)
    {
        if (!IId<PaymentAttemptId>.TryParse(attempt, out var id)) return await Refusals.NotFoundAsync(shells, cancel);
        if ((await client.ShopOrders.ReturnFromPaymentAsync(id, cancel)).Refused(out var problem, out var completion)) return await Refusals.PageAsync(problem, shells, cancel);
        if (completion.Order is { } order)
        {
            cookie.Forget();
            return Page.Follow(order.OrderUrl);
        }
        if (completion.Attempt is { State: PaymentAttemptState.Declined or PaymentAttemptState.Canceled or PaymentAttemptState.Expired or PaymentAttemptState.Voided } failed)
        {
            Flash.Refuse(context, CheckoutTexts.NotApproved(failed), CheckoutTexts.NothingCharged);
            return Page.GoTo("/comprar");
        }
        return Page.Of<ConfirmingPage>(new { Shell = await shells.LoadAsync(cancel), Attempt = completion.Attempt, Address = Address(id), RedirectUrl = completion.RedirectUrl });
    }
}
