using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Orders;

/// <summary>A parcel leaves, and arrives.</summary>
internal static class ShipWork
{
    public static void Map(RouteGroupBuilder work)
    {
        work.MapPut("/{id}/shipment", ShipAsync).WithSummary("It left with a carrier: the units leave the stock and the customer is told. The order must be paid.");
        work.MapPut("/{id}/delivery", DeliverAsync).WithSummary("It reached the customer.");
    }

    private static Task<Results<Ok<FulfillmentOrderView>, ProblemHttpResult>> ShipAsync(
        FulfillmentOrderId id, ShipRequest request, MoveWork move, OrdersDb db, IClaimStock stock, ISalePayments payments, CurrentStaff staff, HttpContext http, CancellationToken cancel) =>
        move.DoAsync(id, staff, http, async hand =>
        {
            var (order, work, _) = hand;
            if (!work.Allows(FulfillmentTrigger.Ship)) return FulfillmentProblems.NotPossible(work, FulfillmentTrigger.Ship);
            if (order.PaidAt is null) return FulfillmentProblems.Unpaid(order.Left((await payments.OfAsync([order.SaleId], cancel))[0]));
            if ((work.Ship(Clean(request.Carrier), Clean(request.TrackingCode)) ?? order.Fulfill(hand.Units.Select(u => (u.OrderLine, u.Quantity)))) is { } problem) return problem;
            await stock.IssueAsync(hand.Units, StockIssue.Shipped, cancel);
            db.Publish(new OrderShipped(order.Id, order.Number, work.Id, order.CustomerId, work.LocationId, work.Carrier, work.TrackingCode));
            return null;
        }, cancel);

    private static Task<Results<Ok<FulfillmentOrderView>, ProblemHttpResult>> DeliverAsync(
        FulfillmentOrderId id, MoveWork move, OrdersDb db, CurrentStaff staff, HttpContext http, CancellationToken cancel) =>
        move.DoAsync(id, staff, http, hand =>
        {
            var problem = hand.Work.Deliver(hand.Now);
            if (problem is null) db.Publish(new OrderDelivered(hand.Order.Id, hand.Order.Number, hand.Work.Id, hand.Order.CustomerId, hand.Work.LocationId));
            return Task.FromResult(problem);
        }, cancel);

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
