namespace Hilo.Web.Storefront.Account;

internal static class ShowAccount
{
    public static void Map(RouteGroupBuilder pages) => pages.MapGet(ShopPages.Account, HandleAsync);

    private static async Task<IResult> HandleAsync(HttpContext context, HiloClient client, ShopShells shells, CancellationToken cancel)
    {
        if ((await client.Account.MeAsync(cancel)).Refused(out var problem, out var shopper))
            return problem.Status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden ? Page.GoTo("/ingresar") : await Refusals.PageAsync(problem, shells, cancel);
        if ((await client.Account.OrdersAsync(cancel)).Refused(out problem, out var orders)) return await Refusals.PageAsync(problem, shells, cancel);
        context.Response.Headers.CacheControl = "no-cache, no-store";
        return Page.Of<AccountPage>(new { Shell = await shells.LoadAsync(cancel), Shopper = shopper, Orders = orders });
    }
}
