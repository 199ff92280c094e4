using System.Globalization;
using Hilo.Promotions.Pricing;

namespace Hilo.Tests.Promotions;

internal static class Given
{
    private static readonly PriceSales Sales = new();

    public static LineToPrice ALine(decimal price = 100m, string quantity = "1", TaxCode tax = TaxCode.Vat21, string key = "a", params AdjustmentToApply[] adjustments) =>
        new(key, AQuantity(quantity), Money.Ars(price), tax) { Adjustments = adjustments };

    public static Quantity AQuantity(string amount) =>
        Quantity.TryFrom(decimal.Parse(amount, CultureInfo.InvariantCulture), out var quantity) ? quantity : throw new FormatException(amount);

    public static PriceRequest ASale(params LineToPrice[] lines) => new(Currency.Ars, lines);

    public static SalePricing Priced(PriceRequest request) =>
        Sales.Price(request).Refused(out var problem, out var priced) ? throw new InvalidOperationException(problem.Detail) : priced;

    public static RefundPricing Refunded(RefundRequest request) =>
        Sales.Refund(request).Refused(out var problem, out var refunded) ? throw new InvalidOperationException(problem.Detail) : refunded;

    public static string? Refusal(PriceRequest request) => Sales.Price(request).Refused(out var problem, out _) ? problem.Code : null;

    public static string? Refusal(RefundRequest request) => Sales.Refund(request).Refused(out var problem, out _) ? problem.Code : null;

    public static Money Sum(this IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero(Currency.Ars), (a, b) => a + b);
}
