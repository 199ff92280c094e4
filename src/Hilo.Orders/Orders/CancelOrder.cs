using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Orders;

internal static class CancelOrder
{
    public static void Map(RouteGroupBuilder orders) => orders.MapPut("/{id}/cancellation", HandleAsync).RequirePermission(Permissions.OrdersManage)
        .WithSummary("Cancel an order before anything was handed over: the stock is free again, and what was paid is owed back.");

    private static async Task<Results<Ok<OrderView>, NotFound, ProblemHttpResult>> HandleAsync(
        OrderId id, CancelOrderRequest request, OrdersDb db, CancelOrders cancels, OrderViews views, CancellationToken cancel)
    {
        if (await OrderRows.LockAsync(db, id, cancel) is not { } order) return TypedResults.NotFound();
        if (await cancels.CancelAsync(order, CancelReasons.Staff, cancel, request.Reason) is { } problem) return problem.ToHttp();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok((await views.FindAsync(id, cancel))!);
    }
}

/// <summary>Stable words of <see cref="OrderCanceled.Reason"/>.</summary>
internal static class CancelReasons
{
    public const string Customer = "customer";
    public const string Staff = "staff";
    public const string PaymentDeadline = "payment_deadline";
    public const string PickupExpired = "pickup_expired";
    public const string NotFound = "not_found";
}

/// <summary>The one way an order is canceled: stock is released, promises of money end, money that is here is owed back, in one transaction.</summary>
internal sealed class CancelOrders(OrdersDb db, IClaimStock stock, ISalePayments payments, TimeProvider clock)
{
    /// <param name="order">Loaded by <see cref="OrderRows.LockAsync"/>; the caller saves.</param>
    /// <param name="note">What a person wrote as the reason.</param>
    public async Task<Problem?> CancelAsync(Order order, string reason, CancellationToken cancel, string? note = null)
    {
        if (order.FulfillmentOrders.Exists(f => !f.IsHere && f.State != FulfillmentState.Canceled)) return OrderProblems.AlreadyHandedOver;
        var owed = (await payments.OfAsync([order.SaleId], cancel))[0].Free();
        var releases = order.FulfillmentOrders.Where(f => f.IsHere)
            .SelectMany(f => f.Lines.Select(l => new StockRelease(order.Id, l.OrderLineId, l.VariantId, f.LocationId, l.Quantity))).ToList();
        var now = clock.GetUtcNow();
        if (order.Cancel(reason, note, owed.IsPositive ? owed : Money.Zero(order.Currency), now).Refused(out var problem, out var canceled)) return problem;
        foreach (var work in order.FulfillmentOrders) work.CancelWithOrder(now);
        if (releases.Count > 0) await stock.DeallocateAsync(releases, cancel);
        await payments.CancelExpectedAsync([order.SaleId], cancel);
        // The order's own id: canceled once, owed once.
        if (owed.IsPositive) await payments.OweAsync([new OwedRefund(RefundDueId.From(order.Id.Value), order.SaleId, order.Id, owed, reason, Lines(order, owed))], cancel);
        db.Publish(canceled);
        return null;
    }

    /// <summary>Line by line while all of it goes back; otherwise as one sum.</summary>
    private static OwedRefundLine[] Lines(Order order, Money owed) => owed != order.Total
        ? [new OwedRefundLine(null, Quantity.Zero, owed)]
        : [
            .. order.Lines.Select(l => new OwedRefundLine(l.Id, l.Ordered, order.Amount(l.GrossMinor))),
            .. order.ShippingMinor > 0 ? [new OwedRefundLine(null, Quantity.Zero, order.Amount(order.ShippingMinor))] : Array.Empty<OwedRefundLine>(),
            .. order.TributesMinor > 0 ? [new OwedRefundLine(null, Quantity.Zero, order.Amount(order.TributesMinor))] : Array.Empty<OwedRefundLine>(),
        ];
}
