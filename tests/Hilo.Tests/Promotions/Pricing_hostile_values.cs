using Hilo.Promotions.Pricing;

namespace Hilo.Tests.Promotions;

public class Pricing_hostile_values(ITestOutputHelper output)
{
    private static readonly long[] Extremes =
        [0, 1, -1, 2, 1_000, 999_999_999, 1_000_000_001, 999_999_999_999_999, 1_000_000_000_000_000, long.MaxValue / 2, long.MaxValue - 1, long.MaxValue, long.MinValue, long.MinValue + 1];

    private static readonly Currency[] Currencies = [Currency.Ars, Currency.Ars, Currency.Ars, Currency.Usd, Currency.Clp, default];

    private static readonly AdjustmentToApply TooMuch = AdjustmentToApply.Discount(Money.Ars(100.01m), "manual", "Demasiado");

    private static readonly SaleTribute ATribute = new(7, "Percepción IIBB", "B", Money.Ars(82.64m), 3m, Money.Ars(2.48m));

    public static TheoryData<string, PriceRequest> Refused => new()
    {
        { "pricing.currency_unknown", Given.ASale(Given.ALine()) with { Currency = default } },
        { "pricing.currency_mismatch", Given.ASale(Given.ALine() with { UnitPrice = Money.Of(1m, Currency.Usd) }) },
        { "pricing.currency_mismatch", Given.ASale(Given.ALine() with { FormerUnitPrice = Money.Of(1m, Currency.Usd) }) },
        { "pricing.currency_mismatch", Given.ASale(Given.ALine()) with { Shipping = new ShippingCharge(Money.Of(1m, Currency.Usd), "Envío") } },
        { "pricing.currency_mismatch", Given.ASale(Given.ALine()) with { Adjustments = [AdjustmentToApply.Discount(Money.Of(1m, Currency.Usd), "manual", "USD")] } },
        { "pricing.too_many_lines", Given.ASale([.. Enumerable.Range(0, 501).Select(n => Given.ALine(key: $"{n}"))]) },
        { "pricing.too_many_adjustments", Given.ASale(Given.ALine()) with { Adjustments = [.. Enumerable.Repeat(AdjustmentToApply.DiscountPart(1, "manual", "x"), 21)] } },
        { "pricing.duplicate_line", Given.ASale(Given.ALine(), Given.ALine()) },
        { "pricing.quantity_out_of_range", Given.ASale(Given.ALine(quantity: "0")) },
        { "pricing.quantity_out_of_range", Given.ASale(Given.ALine(quantity: "-1")) },
        { "pricing.quantity_out_of_range", Given.ASale(Given.ALine() with { Quantity = new Quantity(long.MaxValue) }) },
        { "pricing.negative_price", Given.ASale(Given.ALine(-0.01m)) },
        { "pricing.tax_code_unknown", Given.ASale(Given.ALine(tax: default)) },
        { "pricing.tax_code_unknown", Given.ASale(Given.ALine(tax: (TaxCode)7)) },
        { "pricing.amount_too_large", Given.ASale(Given.ALine() with { UnitPrice = new Money(long.MaxValue, Currency.Ars) }) },
        { "pricing.amount_too_large", Given.ASale(Given.ALine(9_999_999_999_999.99m, "1.001")) },
        { "pricing.amount_too_large", Given.ASale(Given.ALine(9_999_999_999_999.99m), Given.ALine(0.01m, key: "b")) },
        { "pricing.discount_above_line", Given.ASale(Given.ALine(adjustments: TooMuch)) },
        { "pricing.discount_above_sale", Given.ASale(Given.ALine()) with { Adjustments = [TooMuch] } },
        { "pricing.adjustment_out_of_range", Given.ASale(Given.ALine()) with { Adjustments = [AdjustmentToApply.DiscountPart(10_001, "manual", "x")] } },
        { "pricing.adjustment_out_of_range", Given.ASale(Given.ALine()) with { Adjustments = [AdjustmentToApply.Surcharge(Money.Ars(-1m), "manual", "x")] } },
        { "pricing.no_lines", Given.ASale() with { Shipping = new ShippingCharge(Money.Ars(1m), "Envío") } },
        { "pricing.no_lines", Given.ASale() with { Adjustments = [AdjustmentToApply.Surcharge(Money.Ars(1m), "manual", "x")] } },
        { "pricing.currency_mismatch", Given.ASale(Given.ALine()) with { Tributes = [ATribute with { Amount = Money.Of(1m, Currency.Usd) }] } },
        { "pricing.currency_mismatch", Given.ASale(Given.ALine()) with { Tributes = [ATribute with { Base = Money.Of(1m, Currency.Usd) }] } },
        { "pricing.negative_tribute", Given.ASale(Given.ALine()) with { Tributes = [ATribute with { Amount = Money.Ars(-0.01m) }] } },
        { "pricing.too_many_tributes", Given.ASale(Given.ALine()) with { Tributes = [.. Enumerable.Repeat(ATribute, 21)] } },
        { "pricing.amount_too_large", Given.ASale(Given.ALine(9_999_999_999_999.99m)) with { Tributes = [ATribute with { Amount = Money.Ars(0.01m) }] } },
        { "pricing.negative_shipping", Given.ASale(Given.ALine()) with { Shipping = new ShippingCharge(Money.Ars(-1m), "Envío") } },
    };

    [Theory, MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void Is_refused_with_a_stable_code(string code, PriceRequest request) => Assert.Equal(code, Given.Refusal(request));

    [Fact]
    public void Has_a_page_for_every_code() => Assert.Empty(
        Refused.Select(row => row.Data.Item1).Concat(Refunding_a_sale.Impossible.Select(row => row.Data.Item1)).Except(PricingProblemPages.All.Select(page => page.Code)));

    [Fact]
    public void Is_accepted_at_the_edge()
    {
        var whole = AdjustmentToApply.Discount(Money.Ars(100m), "manual", "Todo");

        Assert.Null(Given.Refusal(Given.ASale(Given.ALine(adjustments: whole))));
        Assert.Null(Given.Refusal(Given.ASale(Given.ALine()) with { Adjustments = [whole] }));
        Assert.Null(Given.Refusal(Given.ASale(Given.ALine(9_999_999_999_999.99m))));
        Assert.Null(Given.Refusal(Given.ASale([.. Enumerable.Range(0, 500).Select(n => Given.ALine(key: $"{n}"))])));
    }

    [Fact]
    public void Never_throws_and_never_gives_a_negative_amount()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var priced = 0;
        for (var i = 0; i < 50_000; i++)
        {
            var request = Hostile(random);
            if (Given.Refusal(request) is not null) continue;
            var sale = Given.Priced(request);
            Assert.DoesNotContain(sale.Lines, l => l.Gross.IsNegative || l.Net.IsNegative || l.Vat.IsNegative);
            priced++;
        }
        Assert.InRange(priced, 100, 49_900);
    }

    private static PriceRequest Hostile(Random random)
    {
        return new PriceRequest(Currency.Ars, [.. Enumerable.Range(0, random.Next(0, 3)).Select(n =>
            new LineToPrice($"{n}", new Quantity(Long()), Amount(), (TaxCode)random.Next(0, 11)) { Adjustments = Adjustments() })])
        {
            Adjustments = Adjustments(),
            Shipping = random.Next(2) == 0 ? null : new ShippingCharge(Amount(), "Envío", random.Next(2) == 0 ? null : (TaxCode)random.Next(0, 11)),
        };

        long Long() => random.Next(2) == 0 ? random.Next(1, 5_000) : Extremes[random.Next(Extremes.Length)];
        Money Amount() => new(Long(), random.Next(4) == 0 ? Currencies[random.Next(Currencies.Length)] : Currency.Ars);
        AdjustmentToApply[] Adjustments() => random.Next(3) switch
        {
            0 => [AdjustmentToApply.Discount(Amount(), "manual", "x")],
            1 => [AdjustmentToApply.SurchargePart(random.Next(3) == 0 ? int.MaxValue : random.Next(-10, 100_010), "manual", "x")],
            _ => [],
        };
    }
}
