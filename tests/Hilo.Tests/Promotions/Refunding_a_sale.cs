namespace Hilo.Tests.Promotions;

public class Refunding_a_sale
{
    private static readonly Money Nothing = Money.Zero(Currency.Ars);
    private static readonly LineToRefund ThreeForTen = new("a", TaxCode.Vat21, Quantity.Units(3), Money.Ars(10m), Quantity.Zero, Nothing, Quantity.One);

    [Fact]
    public void Returns_ten_pesos_in_three_without_losing_a_cent()
    {
        var first = Refund(ThreeForTen);
        var second = Refund(ThreeForTen with { RefundedQuantity = Quantity.Units(1), RefundedGross = first });
        var third = Refund(ThreeForTen with { RefundedQuantity = Quantity.Units(2), RefundedGross = first + second });

        Assert.Equal([Money.Ars(3.33m), Money.Ars(3.34m), Money.Ars(3.33m)], [first, second, third]);
    }

    [Fact]
    public void Of_everything_at_once_is_the_sale_itself()
    {
        var sale = Given.Priced(Given.ASale(Given.ALine(19.99m, "3"), Given.ALine(7.77m, "0.333", TaxCode.Vat10_5, "b"), Given.ALine(5m, "1", TaxCode.Exempt, "c")) with
        {
            Adjustments = [AdjustmentToApply.DiscountPart(1_000, "transfer", "10 % menos por transferencia")],
            Shipping = new ShippingCharge(Money.Ars(12.34m), "Envío"),
        });

        var refund = Given.Refunded(new RefundRequest(
            Currency.Ars, [.. sale.Lines.Select(l => new LineToRefund(l.Key, l.TaxCode, l.Quantity, l.Gross, Quantity.Zero, Nothing, l.Quantity))])
        {
            Shipping = [.. sale.Shipping.Select(s => new ShippingToRefund(s.Label, s.TaxCode, s.Gross, Nothing, s.Gross))],
        });

        Assert.Equal(sale.Totals.Total, refund.Total);
        Assert.Equal(sale.Taxes, refund.Taxes);
        Assert.Equal(sale.Shipping, refund.Shipping);
        Assert.Equal(sale.Lines.Select(l => (l.Key, l.Gross, l.Net, l.Vat)), refund.Lines.Select(l => (l.Key, l.Gross, l.Net, l.Vat)));
    }

    [Fact]
    public void Unit_by_unit_gives_back_the_vat_that_was_charged()
    {
        var sold = Given.Priced(Given.ASale(Given.ALine(1.24m, "100"))).Taxes.Single();
        List<TaxTotal> before = [];
        for (var unit = 0; unit < 100; unit++)
        {
            var line = new LineToRefund("a", TaxCode.Vat21, Quantity.Units(100), sold.Gross, Quantity.Units(unit), Money.Ars(1.24m * unit), Quantity.One);
            before.AddRange(Given.Refunded(new RefundRequest(Currency.Ars, [line]) { RefundedBefore = before }).Taxes);
        }
        Assert.Equal(sold, new TaxTotal(TaxCode.Vat21, before.Select(t => t.Gross).Sum(), before.Select(t => t.Net).Sum(), before.Select(t => t.Vat).Sum()));
    }

    [Fact]
    public void Counts_a_goodwill_amount_as_given_back_already()
    {
        var goodwill = ThreeForTen with { RefundedGross = Money.Ars(5m) };

        Assert.Equal(Nothing, Refund(goodwill));
        Assert.Equal(Money.Ars(5m), Refund(goodwill with { Refunding = Quantity.Units(3) }));
    }

    public static TheoryData<string, LineToRefund> Impossible => new()
    {
        { "pricing.refund_above_sold", ThreeForTen with { Refunding = Quantity.Units(4) } },
        { "pricing.refund_above_sold", ThreeForTen with { RefundedQuantity = Quantity.Units(3) } },
        { "pricing.refund_above_sold", ThreeForTen with { Refunding = new Quantity(long.MaxValue), RefundedQuantity = Quantity.Units(1) } },
        { "pricing.refund_above_charged", ThreeForTen with { RefundedGross = Money.Ars(10.01m) } },
        { "pricing.quantity_out_of_range", ThreeForTen with { Refunding = Quantity.Zero } },
        { "pricing.quantity_out_of_range", ThreeForTen with { RefundedQuantity = new Quantity(-1) } },
        { "pricing.quantity_out_of_range", ThreeForTen with { Sold = Quantity.Zero } },
        { "pricing.currency_mismatch", ThreeForTen with { Gross = Money.Of(10m, Currency.Usd) } },
        { "pricing.tax_code_unknown", ThreeForTen with { TaxCode = default } },
    };

    [Theory, MemberData(nameof(Impossible), DisableDiscoveryEnumeration = true)]
    public void Is_refused_when_it_cannot_be(string code, LineToRefund line) => Assert.Equal(code, Given.Refusal(new RefundRequest(Currency.Ars, [line])));

    [Fact]
    public void Never_returns_more_delivery_than_is_left()
    {
        var shipping = new ShippingToRefund("Envío", TaxCode.Vat21, Money.Ars(100m), Money.Ars(60m), Money.Ars(40m));

        Assert.Equal(Money.Ars(40m), Given.Refunded(new RefundRequest(Currency.Ars, []) { Shipping = [shipping] }).Total);
        Assert.Equal(
            "pricing.refund_above_charged",
            Given.Refusal(new RefundRequest(Currency.Ars, []) { Shipping = [shipping with { Refunding = Money.Ars(40.01m) }] }));
    }

    private static Money Refund(LineToRefund line) => Given.Refunded(new RefundRequest(Currency.Ars, [line])).Total;
}
