using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Orders;

internal static class ListOrders
{
    public static void Map(RouteGroupBuilder orders)
    {
        orders.MapGet("", HandleAsync).RequirePermission(Permissions.OrdersRead)
            .WithSummary("Orders, newest first. Filters: q (number, e-mail or name), tab (all, open, unpaid, to_prepare, ready, completed, canceled), salesChannel, location, customer.");
        orders.MapGet("/counts", CountAsync).RequirePermission(Permissions.OrdersRead)
            .WithSummary("How many open orders wait to be prepared, to be paid, to be collected or shipped. With placedAfter: how many orders of the tab are newer.");
    }

    private static async Task<Results<Ok<OrderCounts>, ProblemHttpResult>> CountAsync(
        string? q, string? tab, SalesChannelId? salesChannel, LocationId? location, DateTimeOffset? placedAfter, FindOrders find, CancellationToken cancel) =>
        (await find.CountAsync(new OrderFilter { Search = q, Tab = tab, SalesChannel = salesChannel, Location = location }, placedAfter, cancel)).Refused(out var problem, out var counts)
            ? problem.ToHttp()
            : TypedResults.Ok(counts);

    private static async Task<Results<Ok<PageOf<OrderRow>>, ProblemHttpResult>> HandleAsync(
        string? q, string? tab, SalesChannelId? salesChannel, LocationId? location, CustomerId? customer, string? cursor, FindOrders find, CancellationToken cancel)
    {
        var filter = new OrderFilter { Search = q, Tab = tab, SalesChannel = salesChannel, Location = location, Customer = customer, Cursor = cursor };
        return (await find.PageAsync(filter, cancel)).Refused(out var problem, out var page) ? problem.ToHttp() : TypedResults.Ok(page);
    }
}

internal sealed record OrderFilter
{
    public string? Search { get; init; }

    public string? Tab { get; init; }

    public SalesChannelId? SalesChannel { get; init; }

    public LocationId? Location { get; init; }

    public CustomerId? Customer { get; init; }

    public string? Cursor { get; init; }
}

internal sealed class FindOrders(OrdersDb db, OrderViews views, ISalePayments payments)
{
    private const int PageSize = 50;
    private const int MostNew = 100;

    public async Task<Result<PageOf<OrderRow>>> PageAsync(OrderFilter filter, CancellationToken cancel)
    {
        if (OrderTabs.Named(filter.Tab ?? "all") is not { } shown) return OrderProblems.UnknownTab;
        var orders = Narrowed(filter).Where(shown);
        if (filter.Cursor is not null)
        {
            if (Cursor.Read<long, string>("orders", filter.Cursor).Refused(out var problem, out var after)) return problem;
            if (!Cursor.IsMoment(after.First)) return EdgeProblems.BadCursor;
            var (placedAt, number) = (new DateTimeOffset(after.First, TimeSpan.Zero), after.Second);
            orders = orders.Where(o => o.PlacedAt < placedAt || (o.PlacedAt == placedAt && string.Compare(o.Number, number) < 0));
        }
        var found = await orders.OrderByDescending(o => o.PlacedAt).ThenByDescending(o => o.Number).Take(PageSize + 1).ToListAsync(cancel);
        var page = found.Take(PageSize).ToList();
        var money = page.Count == 0 ? [] : await payments.OfAsync([.. page.Select(o => o.SaleId)], cancel);
        var names = await views.NamesAsync(cancel);
        return new PageOf<OrderRow>(
            [.. page.Select((o, i) => Row(o, money[i], names))],
            found.Count > PageSize ? Cursor.Write("orders", page[^1].PlacedAt.UtcTicks, page[^1].Number) : null);
    }

    /// <summary>Only what waits is counted: open orders are few, whatever the shop has sold.</summary>
    public async Task<Result<OrderCounts>> CountAsync(OrderFilter filter, DateTimeOffset? placedAfter, CancellationToken cancel)
    {
        if (OrderTabs.Named(filter.Tab ?? "all") is not { } shown) return OrderProblems.UnknownTab;
        var open = Narrowed(filter).Where(o => o.State == OrderState.Open);
        Task<int> Of(string tab) => open.Where(OrderTabs.Named(tab)!).CountAsync(cancel);
        var newer = placedAfter is { } after ? await Narrowed(filter).Where(shown).Where(o => o.PlacedAt > after).Take(MostNew).CountAsync(cancel) : 0;
        return new OrderCounts(await Of("to_prepare"), await Of("unpaid"), await Of("ready"), newer);
    }

    private IQueryable<Order> Narrowed(OrderFilter filter)
    {
        var orders = db.Orders.AsNoTracking();
        if (filter.SalesChannel is { } channel) orders = orders.Where(o => o.SalesChannelId == channel);
        if (filter.Customer is { } person) orders = orders.Where(o => o.CustomerId == person);
        if (filter.Location is { } at) orders = orders.Where(o => o.FulfillmentOrders.Any(f => f.LocationId == at));
        return OrderSearch.Of(filter.Search) is { } matches ? orders.Where(matches) : orders;
    }

    private static OrderRow Row(Order order, SaleMoney money, OrderNames names)
    {
        var channel = names.Of(order.SalesChannelId);
        return new OrderRow(
            order.Id, order.Number, order.PlacedAt, channel?.Name ?? "", channel?.Kind ?? SalesChannelKind.Web, order.ContactName, order.State, order.Fulfillment,
            money.State, order.Delivery, order.LocationId is { } at ? names.Of(at) : order.ShipTo?.City, order.Quantity, order.Total);
    }
}
