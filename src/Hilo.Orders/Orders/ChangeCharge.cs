using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Orders;

/// <summary>Changes what a paid order costs while its units stay: money goes back or is taken in the same transaction, so that an order always keeps exactly what it costs.</summary>
internal static class ChangeCharge
{
    public static void Map(RouteGroupBuilder orders) => orders.MapPost("/{id}/charge-changes", HandleAsync).RequirePermission(Permissions.OrdersManage).RequireIdempotencyKey()
        .WithSummary("Give back a part of what lines or the delivery of a paid order cost (amounts below zero), or charge more (above zero, with its payment). The fiscal note follows by itself.");

    private static async Task<Results<Ok<OrderView>, NotFound, ProblemHttpResult>> HandleAsync(
        OrderId id, ChangeChargeRequest request, OrdersDb db, ISalePayments payments, OrderViews views, CurrentStaff staff, TimeProvider clock, CancellationToken cancel)
    {
        if (await OrderRows.LockAsync(db, id, cancel) is not { } order) return TypedResults.NotFound();
        if (request.Lines.Select(l => l.OrderLineId).Distinct().Count() != request.Lines.Count) return OrderProblems.BadChargeChange.ToHttp();
        var (change, now, due) = (IId<RefundDueId>.New(), clock.GetUtcNow(), order.Due);
        if (order.ChangeCharge(change.Value, request.Lines, Words.Of(request.Reason)).Refused(out var problem, out var changed)) return problem.ToHttp();
        // With its tributes, which follow.
        var total = order.Due - due;
        if (Paid(request.Payment, total, order) is { } unpaid) return unpaid.ToHttp();
        foreach (var line in request.Lines)
            db.Add(new ChargeChange
            {
                Id = IId<EventId>.New().Value,
                OrderId = id,
                OrderLineId = line.OrderLineId,
                ChangeId = change.Value,
                AmountMinor = line.Amount.Minor,
                Reason = changed.Reason,
                Note = request.Note,
                StaffId = staff.Id,
                ChangedAt = now,
            });
        if (total.IsPositive) await payments.RecordAsync([new ReceivedPayment(IId<PaymentId>.New(), order.SaleId, request.Payment!.Tender, total, request.Payment.Reference, now)], cancel);
        if (total.IsNegative) await payments.OweAsync([new OwedRefund(change, order.SaleId, id, -total, changed.Reason, Owed(request.Lines, -total))], cancel);
        db.Publish(changed);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok((await views.FindAsync(id, cancel))!);
    }

    private static Problem? Paid(ChargePayment? payment, Money total, Order order)
    {
        if (total.IsPositive != payment is not null) return OrderProblems.ChargePayment;
        if (payment is null) return null;
        if (!Tenders.IsRecordedByHand(payment.Tender)) return OrderProblems.TenderNotRecorded;
        // Whoever took the money must have asked for the tributes too.
        return payment.Amount is { } paid ? paid == total ? null : OrderProblems.ChargeIs(total) : order.Tributes is null ? null : OrderProblems.ChargeIs(total);
    }

    /// <summary>Line by line, unless something else of the change is charged on top.</summary>
    private static OwedRefundLine[] Owed(IReadOnlyList<ChangeChargeLine> lines, Money owed)
    {
        if (lines.Any(l => l.Amount.IsPositive)) return [new OwedRefundLine(null, Quantity.Zero, owed)];
        var tributes = lines.Aggregate(owed, (left, l) => left + l.Amount);
        return [.. lines.Select(l => new OwedRefundLine(l.OrderLineId, Quantity.Zero, -l.Amount)), .. tributes.IsPositive ? [new OwedRefundLine(null, Quantity.Zero, tributes)] : Array.Empty<OwedRefundLine>()];
    }
}
