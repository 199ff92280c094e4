using Hilo.Platform;

namespace Hilo.Orders;

/// <summary>Orders that are paid later take stock at once: one e-mail cannot set aside the whole shop.</summary>
internal sealed class UnpaidLimit(DbSession session)
{
    public async Task<Problem?> RefusedAsync(Cart cart, SalesChannel channel, CancellationToken cancel)
    {
        var units = new Quantity(cart.Lines.Sum(l => l.Quantity.Thousandths));
        var open = cart.Email is null ? [] : await session.QueryAsync(
            $"select quantity from orders_orders where contact_email = {cart.Email} and state = {OrderState.Open} and paid_at is null and payment_deadline is not null", row => row.Quantity(0), cancel);
        return open.Aggregate(units, (sum, q) => sum + q) > Quantity.Units(channel.UnpaidUnitsLimit) ? OrderProblems.TooMuchUnpaid : null;
    }
}
