namespace Hilo.Orders;

internal static class AmountLeft
{
    /// <summary>What is still to pay: money that goes back pays for nothing.</summary>
    public static Money Left(this Order order, SaleMoney money)
    {
        if (order.PaidAt is not null) return Money.Zero(order.Currency);
        var left = order.Due - money.Free();
        return left.IsPositive ? left : Money.Zero(order.Currency);
    }
}
