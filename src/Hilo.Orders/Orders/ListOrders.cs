using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Orders;

internal static class ListOrders
{
    private const int PageSize = 50;

    public static void Map(RouteGroupBuilder orders) => orders.MapGet("", HandleAsync).RequirePermission(Permissions.OrdersRead)
        .WithSummary("Orders, newest first. Filters: q (number, e-mail or name), tab (all, open, unpaid, to_prepare, ready, completed, canceled), salesChannel, location, customer.");

    private static async Task<Results<Ok<PageOf<OrderRow>>, ProblemHttpResult>> HandleAsync(
        string? q, string? tab, SalesChannelId? salesChannel, LocationId? location, CustomerId? customer, string? cursor,
        OrdersDb db, OrderViews views, ISalePayments payments, CancellationToken cancel)
    {
        var orders = db.Orders.AsNoTracking();
        if (OrderTabs.Named(tab ?? "all") is not { } shown) return OrderProblems.UnknownTab.ToHttp();
        orders = orders.Where(shown);
        if (salesChannel is { } channel) orders = orders.Where(o => o.SalesChannelId == channel);
        if (customer is { } person) orders = orders.Where(o => o.CustomerId == person);
        if (location is { } at) orders = orders.Where(o => o.FulfillmentOrders.Any(f => f.LocationId == at));
        if (OrderSearch.Of(q) is { } matches) orders = orders.Where(matches);
        if (cursor is not null)
        {
            if (Cursor.Read<long, string>("orders", cursor).Refused(out var problem, out var after)) return problem.ToHttp();
            var (placedAt, number) = (new DateTimeOffset(after.First, TimeSpan.Zero), after.Second);
            orders = orders.Where(o => o.PlacedAt < placedAt || (o.PlacedAt == placedAt && string.Compare(o.Number, number) < 0));
        }
        var found = await orders.OrderByDescending(o => o.PlacedAt).ThenByDescending(o => o.Number).Take(PageSize + 1).ToListAsync(cancel);
        var page = found.Take(PageSize).ToList();
        var money = page.Count == 0 ? [] : await payments.OfAsync([.. page.Select(o => o.SaleId)], cancel);
        var names = await views.NamesAsync(cancel);
        return TypedResults.Ok(new PageOf<OrderRow>(
            [.. page.Select((o, i) => Row(o, money[i], names))],
            found.Count > PageSize ? Cursor.Write("orders", page[^1].PlacedAt.UtcTicks, page[^1].Number) : null));
    }

    private static OrderRow Row(Order order, SaleMoney money, OrderNames names)
    {
        var channel = names.Of(order.SalesChannelId);
        return new OrderRow(
            order.Id, order.Number, order.PlacedAt, channel?.Name ?? "", channel?.Kind ?? SalesChannelKind.Web, order.ContactName, order.State, order.Fulfillment,
            money.State, order.Delivery, order.LocationId is { } at ? names.Of(at) : order.ShipTo?.City, order.Quantity, order.Total);
    }
}
