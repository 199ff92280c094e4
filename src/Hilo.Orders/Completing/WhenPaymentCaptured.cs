using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Orders;

/// <summary>Money arrived: a cart becomes an order, an unpaid order is covered, and what came too late or twice is owed back.</summary>
internal sealed class WhenPaymentCaptured(SessionScopes sessions, DbSession session, ISalePayments payments, PlaceCart place) : IListenOutside<PaymentCaptured>, ISkim<PaymentCaptured>
{
    /// <summary>Most orders have counted their money already when they were placed: only sales without order, or out of step with their money, are looked at.</summary>
    public async Task<IReadOnlySet<EventId>> NeededAsync(IReadOnlyList<(PaymentCaptured Happened, EventFacts Facts)> page, CancellationToken cancel)
    {
        SaleId[] sales = [.. page.Select(p => p.Happened.Sale).Distinct()];
        const string settled = "select sale_id, total_minor + tributes_minor from orders_orders where paid_at is not null and state <> 'canceled'";
        var paid = (await session.QueryEachAsync(sales,
            postgres: all => Sql.Of($"{settled:raw} and sale_id = any({all})"), sqlite: one => Sql.Of($"{settled:raw} and sale_id = {one}"),
            row => (Sale: row.Id<SaleId>(0), Total: row.GetInt64(1)), cancel)).ToDictionary(p => p.Sale, p => p.Total);
        SaleId[] known = [.. paid.Keys];
        var money = await payments.OfAsync(known, cancel);
        var inStep = known.Where((sale, i) => money[i].Free().Minor == paid[sale]).ToHashSet();
        return page.Where(p => !inStep.Contains(p.Happened.Sale)).Select(p => p.Facts.Id).ToHashSet();
    }

    // Outside of a transaction, since a cart is completed by the lane, which has its own.
    public async Task HandleAsync(PaymentCaptured happened, EventFacts facts, CancellationToken cancel)
    {
        var known = new Facts { Actor = "consumer:orders", CorrelationId = facts.CorrelationId };
        var settled = await sessions.RunAsync(known, (services, token) => services.GetRequiredService<SettleOrders>().SettleAsync(happened.Sale, token), cancel);
        if (settled) return;
        var outcome = await place.PaidAsync(happened.Sale, cancel);
        if (outcome.Refused(out var problem, out _) && problem.Status >= StatusCodes.Status500InternalServerError) throw new InvalidOperationException($"{problem.Code}: {problem.Detail}");
        // Placed by the card alone: whatever it took beyond the total goes back.
        await sessions.RunAsync(known, (services, token) => services.GetRequiredService<SettleOrders>().SettleAsync(happened.Sale, token), cancel);
    }
}

/// <summary>Brings an order in step with the money of its sale.</summary>
internal sealed class SettleOrders(OrdersDb db, ISalePayments payments, TimeProvider clock)
{
    /// <returns>False when the sale has no order.</returns>
    public async Task<bool> SettleAsync(SaleId sale, CancellationToken cancel)
    {
        var id = await db.Orders.AsNoTracking().Where(o => o.SaleId == sale).Select(o => (OrderId?)o.Id).FirstOrDefaultAsync(cancel);
        if (id is null || await OrderRows.LockAsync(db, id.Value, cancel) is not { } order) return false;
        await SettleAsync(order, cancel);
        await db.SaveChangesAsync(cancel);
        return true;
    }

    /// <summary>The order is locked; the caller saves.</summary>
    public async Task SettleAsync(Order order, CancellationToken cancel)
    {
        var money = (await payments.OfAsync([order.SaleId], cancel))[0];
        var isCanceled = order.State == OrderState.Canceled;
        if (!isCanceled && money.Paying() < order.Due) return;
        if (!isCanceled && money.Tender is { } tender && order.Cover(tender, clock.GetUtcNow()) is { } paid) db.Publish(paid);
        // What is not kept goes back; asked again it is owed already and counts as gone.
        var excess = money.Free() - (isCanceled ? Money.Zero(order.Currency) : order.Due);
        if (excess.IsPositive)
            await payments.OweAsync([new OwedRefund(IId<RefundDueId>.New(), order.SaleId, order.Id, excess, isCanceled ? "paid_after_cancellation" : "paid_twice", [new OwedRefundLine(null, Quantity.Zero, excess)])], cancel);
    }
}
