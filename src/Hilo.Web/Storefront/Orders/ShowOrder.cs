using Hilo.Web.Storefront.Account;

namespace Hilo.Web.Storefront.Orders;

internal static class ShowOrder
{
    private const string LinkExpired = "order.link_expired";

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/pedido/{link}", HandleAsync);
        pages.MapGet("/pedido/{link}/comprobantes/{id:guid}", PrintAsync);
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
        var documents = (await client.Invoicing.OfOrderAsync(link, cancel)).Refused(out _, out var found) ? [] : found;
        return Page.Of<OrderPage>(new { Shell = await shells.LoadAsync(cancel), Order = order, Link = link, Now = clock.GetUtcNow(), Documents = documents });
    }

    private static async Task<IResult> PrintAsync(string link, FiscalDocumentId id, HttpContext context, HiloClient client, ShopShells shells, CancellationToken cancel)
    {
        context.Response.Headers.CacheControl = "no-cache, no-store";
        return (await client.Invoicing.PrintForBuyerAsync(link, id, cancel)).Refused(out var problem, out var file)
            ? await Refusals.PageAsync(problem, shells, cancel)
            : TypedResults.File(file, "application/pdf", "comprobante.pdf");
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
