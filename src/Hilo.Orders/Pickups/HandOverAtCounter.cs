using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Orders;

internal static class HandOverAtCounter
{
    public static void Map(RouteGroupBuilder work) => work.MapPut("/{id}/hand-over", HandleAsync)
        .WithSummary("What a counter sold leaves in the customer's hands. Needs no pass, and is paid. Pickups are handed over against their pass.");

    private static Task<Results<Ok<FulfillmentOrderView>, ProblemHttpResult>> HandleAsync(
        FulfillmentOrderId id, MoveWork move, GiveGoods goods, ISalePayments payments, CurrentStaff staff, HttpContext http, CancellationToken cancel) =>
        move.DoAsync(id, staff, http, async hand =>
        {
            if (hand.Work.Delivery != DeliveryKind.Counter) return FulfillmentProblems.NotPossible(hand.Work, FulfillmentTrigger.HandOver);
            if (hand.Order.PaidAt is null) return FulfillmentProblems.Unpaid(hand.Order.Left((await payments.OfAsync([hand.Order.SaleId], cancel))[0]));
            return await goods.GiveAsync(hand, staff.Id, cancel);
        }, cancel);
}
