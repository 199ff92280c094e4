using Microsoft.AspNetCore.Mvc;

namespace Hilo.Web.Backoffice.Orders;

internal static class CancelOrder
{
    public static void Map(RouteGroupBuilder office) => office.MapPost("/pedidos/{number}/cancelacion", HandleAsync);

    private static async Task<IResult> HandleAsync(
        string number, [FromForm] OrderId order, [FromForm] string reason, IFormCollection form, HttpContext context, HiloClient client, CancellationToken cancel)
    {
        if ((await client.Orders.CancelAsync(order, new CancelOrderRequest(reason), FormKey.Of(form), cancel)).Refused(out var problem, out _)) Flash.Refuse(context, problem);
        else Flash.Say(context, OrderTexts.Canceled(number));
        return Page.GoTo($"/oficina/pedidos/{number}");
    }
}
