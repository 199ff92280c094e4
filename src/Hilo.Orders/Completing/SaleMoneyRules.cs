namespace Hilo.Orders;

internal static class SaleMoneyRules
{
    /// <summary>Everything that is here and neither given back nor owed back, held money included: what goes back when nothing is kept.</summary>
    public static Money Free(this SaleMoney money) => money.Captured + money.Held - money.Refunded - money.RefundsOwed;

    /// <summary>What can pay for something: held money waits for a person, and money that is owed back pays for nothing.</summary>
    public static Money Paying(this SaleMoney money) => money.Free() < money.Captured ? money.Free() : money.Captured;
}
