using Hilo.Platform;

namespace Hilo.Orders;

/// <summary>Money that came when its cart could not be served any more: all of it is owed back, once, and both sides see it.</summary>
internal sealed class LateMoneyCarts(SessionScopes sessions, DbSession session)
{
    public Task<Problem> OweAsync(CartId id, CancellationToken cancel) => sessions.RunAsync(session.Facts, async (services, token) =>
    {
        var db = services.GetRequiredService<OrdersDb>();
        await OpenCart.LockAsync(db, id, token);
        var cart = await db.Carts.FindAsync([id], token) ?? throw new InvalidOperationException($"Cart {id} is gone.");
        if (cart.State == CartState.Completed) return CartProblems.Changed;
        var owed = await services.GetRequiredService<OweCarts>().OweAsync(cart, token);
        await db.SaveChangesAsync(token);
        return owed || cart.LateMoneyMinor > 0 ? CartProblems.LateMoney : CartProblems.ChargePending;
    }, cancel);
}

/// <summary>The part inside a transaction.</summary>
internal sealed class OweCarts(OrdersDb db, ISalePayments payments, TimeProvider clock)
{
    /// <param name="cart">Locked and not completed; the caller saves.</param>
    public async Task<bool> OweAsync(Cart cart, CancellationToken cancel)
    {
        var money = (await payments.OfAsync([cart.SaleId], cancel))[0].Free();
        if (!money.IsPositive) return false;
        await payments.OweAsync([new OwedRefund(IId<RefundDueId>.New(), cart.SaleId, null, money, "late_money", [new OwedRefundLine(null, Quantity.Zero, money)])], cancel);
        cart.OweLateMoney(money, clock.GetUtcNow());
        db.Publish(new LateMoney(cart.Id, cart.SaleId, cart.CustomerId, cart.SalesChannelId, money));
        return true;
    }
}
