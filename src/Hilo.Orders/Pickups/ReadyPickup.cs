using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Orders;

internal static class ReadyPickup
{
    public static void Map(RouteGroupBuilder work) => work.MapPut("/{id}/readiness", HandleAsync)
        .WithSummary("It waits for its customer: they are told, their pass works, and the hold begins.");

    private static Task<Results<Ok<FulfillmentOrderView>, ProblemHttpResult>> HandleAsync(
        FulfillmentOrderId id, MoveWork move, OrdersDb db, IssuePass passes, SalesChannels channels, ILocations locations, CurrentStaff staff, HttpContext http, CancellationToken cancel) =>
        move.DoAsync(id, staff, http, async hand =>
        {
            var (order, work, now) = hand;
            var place = (await locations.AllAsync(cancel)).First(p => p.Id == work.LocationId);
            var heldUntil = PickupHold.Until(place, now, (await channels.GetAsync(order.SalesChannelId, cancel)).PickupHoldDays);
            if (work.MakeReady(heldUntil) is { } problem) return problem;
            order.KeepUntil(heldUntil);
            await passes.IssueAsync(work, heldUntil, cancel);
            db.Publish(new ReadyForPickup(order.Id, order.Number, work.Id, order.CustomerId, work.LocationId, heldUntil));
            return null;
        }, cancel);
}
