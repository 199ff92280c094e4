using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Orders;

/// <summary>Tells the back office that orders changed: all of them, or one and its money.</summary>
internal static class WatchOrders
{
    public static void Map(RouteGroupBuilder orders)
    {
        orders.MapGet("/changes", All).RequirePermission(Permissions.OrdersRead).WithSummary("Server-sent events: orders were placed, paid, moved, canceled.");
        orders.MapGet("/{id}/changes", OneAsync).RequirePermission(Permissions.OrdersRead).WithSummary("Server-sent events: this order or its money changed.");
    }

    private static ServerSentEventsResult<LiveChange> All(EventTypes types, LiveStreams streams, HttpContext http) =>
        streams.Open(http, new LiveTopic([.. types.Names.Where(n => n.StartsWith("orders.", StringComparison.Ordinal))], _ => true));

    private static async Task<Results<ServerSentEventsResult<LiveChange>, NotFound>> OneAsync(
        OrderId id, OrdersDb db, EventTypes types, LiveStreams streams, HttpContext http, CancellationToken cancel)
    {
        var sale = await db.Orders.AsNoTracking().Where(o => o.Id == id).Select(o => (SaleId?)o.SaleId).FirstOrDefaultAsync(cancel);
        if (sale is null) return TypedResults.NotFound();
        var (order, money) = (id.Value, sale.Value.Value);
        return streams.Open(http, new LiveTopic([.. types.Names], facts => facts.Subject == order || facts.Subject == money));
    }
}
