namespace Hilo.Orders;

internal static class SaleMoneyRules
{
    /// <summary>Money that is here and neither given back nor owed back: only this can pay for something.</summary>
    public static Money Free(this SaleMoney money) => money.Captured - money.Refunded - money.RefundsOwed;
}
