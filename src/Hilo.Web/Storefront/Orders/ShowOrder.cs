using Hilo.Web.Storefront.Account;

namespace Hilo.Web.Storefront.Orders;

internal static class ShowOrder
{
    private const string LinkExpired = "order.link_expired";

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/pedido/{link}", HandleAsync);
        pages.MapPost("/pedido/{link}/codigo", SendCodeAsync);
    }

    private static async Task<IResult> HandleAsync(string link, HttpContext context, HiloClient client, ShopShells shells, TimeProvider clock, CancellationToken cancel)
    {
        // The address is the key to the order: no cache and no search engine keeps it.
        context.Response.Headers.CacheControl = "no-cache, no-store";
        if ((await client.ShopOrders.FindAsync(link, cancel)).Refused(out var problem, out var order))
            return problem.Code == LinkExpired
                ? Page.Of<OldLinkPage>(new { Shell = await shells.LoadAsync(cancel), Link = link }, problem.Status)
                : await Refusals.PageAsync(problem, shells, cancel);
        return Page.Of<OrderPage>(new { Shell = await shells.LoadAsync(cancel), Order = order, Link = link, Now = clock.GetUtcNow() });
    }

    /// <summary>An old link still says whose order it is; the code that goes to the order's own mailbox says that it is them.</summary>
    private static async Task<IResult> SendCodeAsync(string link, IFormCollection form, HttpContext context, HiloClient client, CancellationToken cancel)
    {
        _ = form;
        if ((await client.Account.RequestCodeAsync(new RequestSignInCodeRequest(OrderLink: link), cancel)).Refused(out var problem, out var challenge))
        {
            Flash.Refuse(context, problem);
            return Page.GoTo(ShopPages.Order(link));
        }
        ChallengeCookie.Keep(context, challenge, ShopPages.Order(link));
        return Page.GoTo("/ingresar/codigo");
    }
}
