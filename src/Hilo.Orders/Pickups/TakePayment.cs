namespace Hilo.Orders;

/// <summary>Money that is paid where the goods are collected.</summary>
internal sealed class TakePayment(ISalePayments payments, SettleOrders settle)
{
    /// <summary>Null when nothing is left to pay. The order is locked; the caller saves.</summary>
    public async Task<Problem?> TakeAsync(Order order, HandOverPayment? payment, DateTimeOffset now, CancellationToken cancel)
    {
        // Money may have come a moment ago, and nobody has told the order yet.
        if (order.PaidAt is null) await settle.SettleAsync(order, cancel);
        if (order.PaidAt is not null) return payment is null ? null : OrderProblems.AlreadyPaid;
        var left = order.Left((await payments.OfAsync([order.SaleId], cancel))[0]);
        if (payment is null) return PickupProblems.Unpaid(left);
        if (!Tenders.IsRecordedByHand(payment.Tender)) return OrderProblems.TenderNotRecorded;
        if (payment.Amount != left) return PickupProblems.WrongPayment(left);
        await payments.RecordAsync([new ReceivedPayment(IId<PaymentId>.New(), order.SaleId, payment.Tender, payment.Amount, payment.Reference, now)], cancel);
        await settle.SettleAsync(order, cancel);
        return null;
    }
}
