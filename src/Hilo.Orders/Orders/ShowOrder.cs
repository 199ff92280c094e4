using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Orders;

internal static class ShowOrder
{
    public static void Map(RouteGroupBuilder orders) => orders.MapGet("/{idOrNumber}", HandleAsync).RequirePermission(Permissions.OrdersRead)
        .WithSummary("One order, by its id or by the number that people say.");

    private static async Task<Results<Ok<OrderView>, NotFound>> HandleAsync(string idOrNumber, OrdersDb db, OrderViews views, HttpContext http, CancellationToken cancel)
    {
        var number = OrderId.TryParse(idOrNumber, null, out var id) ? null : OrderNumber.Normalized(idOrNumber);
        if (number is not null) id = await db.Orders.AsNoTracking().Where(o => o.Number == number).Select(o => o.Id).FirstOrDefaultAsync(cancel);
        if (await views.FindAsync(id, cancel) is not { } view) return TypedResults.NotFound();
        http.ShowVersion(view.Version);
        return TypedResults.Ok(view);
    }
}
