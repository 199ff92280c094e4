namespace Hilo.Web.Storefront.Orders;

internal static class ShowOrder
{
    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/pedido/{link}", HandleAsync);

    private static async Task<IResult> HandleAsync(string link, HttpContext context, HiloClient client, ShopShells shells, TimeProvider clock, CancellationToken cancel)
    {
        if ((await client.ShopOrders.FindAsync(link, cancel)).Refused(out var problem, out var order))
        {
            // An old link still says whose order it is; the code by e-mail says that it is them.
            if (problem.Code != "order.link_expired" || context.User.HasClaim(c => c.Type == HiloClaims.CustomerId)) return await Refusals.PageAsync(problem, shells, cancel);
            Flash.Refuse(context, problem);
            return Page.GoTo($"/ingresar?volver={Uri.EscapeDataString(ShopPages.Order(link))}");
        }
        // The address is the key to the order: no cache and no search engine keeps it.
        context.Response.Headers.CacheControl = "no-cache, no-store";
        return Page.Of<OrderPage>(new { Shell = await shells.LoadAsync(cancel), Order = order, Link = link, Now = clock.GetUtcNow() });
    }
}
