namespace Hilo.Payments.Sales;

/// <summary>The sums of one sale over its payments.</summary>
internal static class SaleSums
{
    /// <summary>What a sale without any money is counted in.</summary>
    private static readonly Currency Usual = Currency.Ars;

    public static SaleMoney Of(SaleId sale, IReadOnlyList<PaymentSums> payments, IReadOnlyList<Money> owed)
    {
        var currency = payments.Count > 0 ? payments[0].Currency : owed.Count > 0 ? owed[0].Currency : Usual;
        // Held money is here and settles nothing: another amount than asked, or a second payment of one sale.
        var settling = payments.Where(p => !p.IsHeld).ToList();
        var sums = settling.Aggregate(default(MoneyFacts), (sum, p) => PaymentStates.Add(sum, p.Facts));
        return new SaleMoney(
            sale,
            new Money(sums.Captured, currency),
            new Money(sums.Authorized, currency),
            new Money(sums.Expected, currency),
            new Money(payments.Sum(p => p.Facts.Refunded), currency),
            new Money(owed.Where(o => o.Currency == currency).Sum(o => o.Minor), currency),
            new Money(payments.Where(p => p.IsHeld).Sum(p => p.Facts.Captured), currency),
            (settling.Find(p => p.Facts.Captured > 0) ?? settling.Find(p => p.Facts.Expected > 0) ?? payments.LastOrDefault())?.Tender,
            PaymentStates.Of(sums));
    }
}
