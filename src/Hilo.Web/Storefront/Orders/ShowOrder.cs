namespace Hilo.Web.Storefront.Orders;

internal static class ShowOrder
{
    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/pedido/{link}", HandleAsync);

    private static async Task<IResult> HandleAsync(string link, HttpContext context, HiloClient client, ShopShells shells, TimeProvider clock, CancellationToken cancel)
    {
        if ((await client.ShopOrders.FindAsync(link, cancel)).Refused(out var problem, out var order)) return await Refusals.PageAsync(problem, shells, cancel);
        // The address is the key to the order: no cache and no search engine keeps it.
        context.Response.Headers.CacheControl = "no-cache, no-store";
        return Page.Of<OrderPage>(new { Shell = await shells.LoadAsync(cancel), Order = order, Link = link, Now = clock.GetUtcNow() });
    }
}
