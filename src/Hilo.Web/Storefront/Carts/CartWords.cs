namespace Hilo.Web.Storefront.Carts;

internal static class CartWords
{
    /// <summary>What the checkout asks for anyway is no news on the cart's page.</summary>
    public static bool ConcernsGoods(CartProblem problem) =>
        problem.Line is null && problem.Code is not ("cart.empty" or "cart.contact_missing" or "cart.delivery_missing");
}
