namespace Hilo.Tests.Promotions;

/// <summary>Sales as a shop could have them: all tax codes, weighed goods, gifts, discounts and surcharges of both kinds, delivery.</summary>
internal sealed class RandomSales(int seed)
{
    private readonly Random random = new(seed);

    public PriceRequest Next()
    {
        var lines = Enumerable.Range(0, random.Next(1, 9)).Select(Line).ToArray();
        return new PriceRequest(Currency.Ars, lines)
        {
            Adjustments = Adjustments(upToMinor: 2_000),
            Shipping = random.Next(3) switch
            {
                0 => null,
                1 => new ShippingCharge(new Money(random.Next(0, 900_000), Currency.Ars), "Envío"),
                _ => new ShippingCharge(new Money(random.Next(0, 900_000), Currency.Ars), "Envío", Pick(Enum.GetValues<TaxCode>())),
            },
        };
    }

    /// <summary>Up to three, of rates with four decimals as provinces have them.</summary>
    public SaleTribute[] Tributes(Money taxedNet) => [.. Enumerable.Range(0, random.Next(4)).Select(n => (Rate: random.Next(1, 80_000), Number: n))
        .Select(t => new SaleTribute(7, $"Percepción {t.Number}", "B", taxedNet, t.Rate / 10_000m, taxedNet with { Minor = Money.RoundHalfEven((Int128)taxedNet.Minor * t.Rate, 1_000_000) }))
        .Where(t => t.Amount.IsPositive)];

    public Quantity Part(Quantity rest) => new(random.Next(3) == 0 ? rest.Thousandths : random.NextInt64(1, rest.Thousandths + 1));

    public int Below(int limit) => random.Next(limit);

    private LineToPrice Line(int number)
    {
        var quantity = random.Next(2) == 0 ? Quantity.Units(random.Next(1, 12)) : new Quantity(random.Next(1, 20_000));
        var price = random.Next(4) switch { 0 => random.Next(0, 10), 1 => random.Next(1, 1_000), 2 => random.Next(1, 100_000), _ => random.Next(1, 90_000_000) };
        return new LineToPrice($"{number}", quantity, new Money(price, Currency.Ars), Pick(Enum.GetValues<TaxCode>())) { Adjustments = Adjustments(upToMinor: 300) };
    }

    private AdjustmentToApply[] Adjustments(int upToMinor) => [.. Enumerable.Range(0, Math.Max(0, random.Next(-2, 4))).Select(n => random.Next(4) switch
    {
        0 => AdjustmentToApply.Discount(new Money(random.Next(0, upToMinor), Currency.Ars), "coupon", $"{n}"),
        1 => AdjustmentToApply.DiscountPart(random.Next(8) == 0 ? 10_000 : random.Next(0, 10_001), "promotion", $"{n}"),
        2 => AdjustmentToApply.Surcharge(new Money(random.Next(0, upToMinor), Currency.Ars), "gift_wrap", $"{n}"),
        _ => AdjustmentToApply.SurchargePart(random.Next(0, 5_000), "financing", $"{n}"),
    })];

    private T Pick<T>(T[] from) => from[random.Next(from.Length)];
}
