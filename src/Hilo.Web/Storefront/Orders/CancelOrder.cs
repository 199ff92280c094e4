namespace Hilo.Web.Storefront.Orders;

internal static class CancelOrder
{
    public static void Map(RouteGroupBuilder pages) => pages.MapPost("/pedido/{link}/cancelacion", HandleAsync);

    private static async Task<IResult> HandleAsync(string link, IFormCollection form, HttpContext context, HiloClient client, CancellationToken cancel)
    {
        if ((await client.ShopOrders.CancelAsync(link, FormKey.Of(form), cancel)).Refused(out var problem, out _)) Flash.Refuse(context, problem);
        else Flash.Say(context, OrderTexts.CanceledNow);
        return Page.GoTo(ShopPages.Order(link));
    }
}
