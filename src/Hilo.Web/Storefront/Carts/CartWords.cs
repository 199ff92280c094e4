namespace Hilo.Web.Storefront.Carts;

internal static class CartWords
{
    /// <summary>Who buys has to be named, or is named wrongly, for the invoice.</summary>
    public static bool ConcernsInvoice(CartProblem problem) => problem.Code.StartsWith("invoicing.", StringComparison.Ordinal);

    /// <summary>What the checkout asks for anyway is no news on the cart's page.</summary>
    public static bool ConcernsGoods(CartProblem problem) =>
        problem.Line is null && !ConcernsInvoice(problem) && problem.Code is not ("cart.empty" or "cart.contact_missing" or "cart.delivery_missing");
}
