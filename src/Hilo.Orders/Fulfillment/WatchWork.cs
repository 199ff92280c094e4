using System.Reflection;
using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Orders;

/// <summary>Tells a location that its queue changed.</summary>
internal static class WatchWork
{
    private static readonly string[] Types = [.. new[]
    {
        typeof(OrderPlaced), typeof(OrderPaid), typeof(OrderCanceled), typeof(UnitsCanceled), typeof(UnitsNotFound), typeof(FulfillmentMoved), typeof(ReadyForPickup),
        typeof(OrderShipped), typeof(OrderDelivered), typeof(OrderHandedOver),
    }.Select(t => t.GetCustomAttribute<EventNameAttribute>()!.Name)];

    public static void Map(RouteGroupBuilder work) => work.MapGet("/changes", Handle)
        .WithSummary("Server-sent events: the work of one location, or of all of the caller's, changed.");

    private static Results<ServerSentEventsResult<LiveChange>, ProblemHttpResult> Handle(LocationId? location, CurrentStaff staff, LiveStreams streams, HttpContext http)
    {
        if (location is { } asked && staff.RefusedAt(asked) is { } elsewhere) return elsewhere.ToHttp();
        IReadOnlyList<LocationId>? shown = location is { } one ? [one] : staff.Locations;
        if (shown is null) return streams.Open(http, new LiveTopic(Types, _ => true));
        // What is known of an order as a whole says nothing of locations: its work does.
        return streams.Open(http, new LiveTopic(Types, facts => facts.LocationId is not { } at || shown.Contains(at))
        {
            NarrowAsync = (services, happened, cancel) => HereAsync(services.GetRequiredService<OrdersDb>(), happened, shown, cancel),
        });
    }

    private static async Task<IReadOnlyList<LoggedEvent>> HereAsync(OrdersDb db, IReadOnlyList<LoggedEvent> happened, IReadOnlyList<LocationId> shown, CancellationToken cancel)
    {
        var unplaced = happened.Where(IsOfWholeOrder).Select(e => OrderId.From(e.Facts.Subject)).Distinct().ToList();
        if (unplaced.Count == 0) return happened;
        var here = (await db.FulfillmentOrders.AsNoTracking().Where(f => unplaced.Contains(f.OrderId) && shown.Contains(f.LocationId)).Select(f => f.OrderId).Distinct().ToListAsync(cancel)).ToHashSet();
        return [.. happened.Where(e => !IsOfWholeOrder(e) || here.Contains(OrderId.From(e.Facts.Subject)))];
    }

    private static bool IsOfWholeOrder(LoggedEvent e) => e.Facts.LocationId is null;
}
