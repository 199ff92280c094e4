using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Orders;

/// <summary>The steps of a location before anything leaves: accept, pick, pack.</summary>
internal static class PrepareWork
{
    public static void Map(RouteGroupBuilder work)
    {
        work.MapPut("/{id}/acceptance", AcceptAsync).WithSummary("Take the order on: somebody is looking for its units.");
        work.MapPut("/{id}/picking", PickAsync).WithSummary("Say what was found, line by line or all at once. It is picked when everything is there.");
        work.MapPut("/{id}/packing", PackAsync).WithSummary("It is packed.");
    }

    private static Task<Results<Ok<FulfillmentOrderView>, ProblemHttpResult>> AcceptAsync(
        FulfillmentOrderId id, MoveWork move, OrdersDb db, CurrentStaff staff, HttpContext http, CancellationToken cancel) =>
        move.DoAsync(id, staff, http, hand => Told(db, hand, work => work.Accept()), cancel);

    private static Task<Results<Ok<FulfillmentOrderView>, ProblemHttpResult>> PickAsync(
        FulfillmentOrderId id, PickRequest request, MoveWork move, OrdersDb db, CurrentStaff staff, HttpContext http, CancellationToken cancel) =>
        move.DoAsync(id, staff, http, hand => Told(db, hand, work => work.Pick(request.Lines)), cancel);

    private static Task<Results<Ok<FulfillmentOrderView>, ProblemHttpResult>> PackAsync(
        FulfillmentOrderId id, MoveWork move, OrdersDb db, CurrentStaff staff, HttpContext http, CancellationToken cancel) =>
        move.DoAsync(id, staff, http, hand => Told(db, hand, work => work.Pack()), cancel);

    private static Task<Problem?> Told(OrdersDb db, WorkInHand hand, Func<FulfillmentOrder, Problem?> step)
    {
        var before = hand.Work.State;
        var problem = step(hand.Work);
        // A count that leaves something to find moves nothing.
        if (hand.Work.State != before) db.Publish(hand.Moved());
        return Task.FromResult(problem);
    }
}
