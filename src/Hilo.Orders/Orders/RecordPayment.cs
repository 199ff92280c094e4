using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Orders;

/// <summary>A person confirms money that arrived: cash at the counter, a transfer on the bank's page.</summary>
internal static class RecordPayment
{
    public static void Map(RouteGroupBuilder orders) => orders.MapPost("/{id}/payments", HandleAsync).RequirePermission(Permissions.OrdersHandOver).RequireIdempotencyKey()
        .WithSummary("Record cash or a transfer that arrived for an order. On a canceled order it is owed back at once.");

    private static async Task<Results<Ok<OrderView>, NotFound, ProblemHttpResult>> HandleAsync(
        OrderId id, RecordPaymentRequest request, OrdersDb db, ISalePayments payments, SettleOrders settle, OrderViews views, TimeProvider clock, CancellationToken cancel)
    {
        if (await OrderRows.LockAsync(db, id, cancel) is not { } order) return TypedResults.NotFound();
        if (!Tenders.IsRecordedByHand(request.Tender)) return OrderProblems.TenderNotRecorded.ToHttp();
        if (request.Amount.Currency != order.Currency || !request.Amount.IsPositive) return OrderProblems.WrongAmount.ToHttp();
        if (order.State != OrderState.Canceled)
        {
            var left = order.Due - (await payments.OfAsync([order.SaleId], cancel))[0].Paying();
            if (!left.IsPositive) return OrderProblems.AlreadyPaid.ToHttp();
            if (request.Amount > left) return OrderProblems.WrongAmount.ToHttp();
        }
        // What comes too late is at most what was asked for: more is a slip of the finger, and would be owed back.
        else if (request.Amount > order.Total) return OrderProblems.WrongAmount.ToHttp();
        await payments.RecordAsync([new ReceivedPayment(IId<PaymentId>.New(), order.SaleId, request.Tender, request.Amount, request.Reference, clock.GetUtcNow())], cancel);
        await settle.SettleAsync(order, cancel);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok((await views.FindAsync(id, cancel))!);
    }
}
