using Microsoft.Extensions.DependencyInjection;
using Hilo.Promotions;

namespace Hilo.Tests.Promotions;

public class Pricing_a_sale
{
    [Fact]
    public void Multiplies_and_rounds_half_to_even()
    {
        var sale = Given.Priced(Given.ASale(Given.ALine(0.05m, "0.5"), Given.ALine(0.15m, "0.5", key: "b"), Given.ALine(1234.56m, "1.275", key: "c")));

        Assert.Equal([0.02m, 0.08m, 1574.06m], sale.Lines.Select(l => l.Gross.Amount));
    }

    [Fact]
    public void Takes_vat_once_per_rate_and_not_once_per_line()
    {
        var sale = Given.Priced(Given.ASale([.. Enumerable.Range(0, 500).Select(n => Given.ALine(1.24m, key: $"{n}"))]));

        // 500 times the VAT of 1.24 would be 110.00 against a net of 510.00.
        Assert.Equal([new TaxTotal(TaxCode.Vat21, Money.Ars(620m), Money.Ars(512.40m), Money.Ars(107.60m))], sale.Taxes);
        Assert.Equal(Money.Ars(512.40m), sale.Lines.Select(l => l.Net).Sum());
        Assert.All(sale.Lines, l => Assert.InRange(l.Net.Amount, 1.02m, 1.03m));
    }

    [Fact]
    public void Spreads_a_discount_of_ten_pesos_over_three_equal_lines()
    {
        var sale = Given.Priced(Given.ASale(Given.ALine(), Given.ALine(key: "b"), Given.ALine(key: "c")) with
        {
            Adjustments = [AdjustmentToApply.Discount(Money.Ars(10m), "coupon", "HOLA10")],
        });

        Assert.Equal([96.66m, 96.67m, 96.67m], sale.Lines.Select(l => l.Gross.Amount));
        Assert.Equal(new Adjustment(AdjustmentSource.Sale, "coupon", "HOLA10", Money.Ars(-3.34m)), Assert.Single(sale.Lines[0].Adjustments));
        Assert.Equal((Money.Ars(300m), Money.Ars(-10m), Money.Ars(290m)), (sale.Totals.Goods, sale.Totals.Discounts, sale.Totals.Total));
    }

    [Fact]
    public void Applies_adjustments_in_order_each_to_what_the_one_before_left()
    {
        var sale = Given.Priced(Given.ASale(Given.ALine(
            100m, "2", adjustments: [AdjustmentToApply.DiscountPart(5_000, "promotion", "2x1"), AdjustmentToApply.SurchargePart(1_000, "financing", "3 cuotas")])) with
        {
            Adjustments = [AdjustmentToApply.DiscountPart(1_000, "transfer", "10 % menos por transferencia")],
        });

        Assert.Equal([-100m, 10m, -11m], sale.Lines[0].Adjustments.Select(a => a.Amount.Amount));
        Assert.Equal((Money.Ars(-111m), Money.Ars(10m), Money.Ars(99m)), (sale.Totals.Discounts, sale.Totals.Surcharges, sale.Totals.Total));
    }

    [Fact]
    public void Keeps_zero_rate_exempt_and_untaxed_apart()
    {
        TaxCode[] codes = [TaxCode.Vat0, TaxCode.Exempt, TaxCode.Untaxed];
        var sale = Given.Priced(Given.ASale([.. codes.Select(code => Given.ALine(10m, tax: code, key: code.Text))]));

        Assert.Equal(
            [TaxCode.Untaxed, TaxCode.Exempt, TaxCode.Vat0],
            sale.Taxes.Where(t => t.Gross == Money.Ars(10m) && t.Net == t.Gross && t.Vat.IsZero).Select(t => t.TaxCode));
        Assert.Equal(Money.Ars(30m), sale.Totals.WithoutNationalTaxes);
    }

    [Fact]
    public void Lets_delivery_follow_the_goods()
    {
        var sale = Given.Priced(Given.ASale(Given.ALine(200m), Given.ALine(100m, tax: TaxCode.Vat10_5, key: "b")) with
        {
            Shipping = new ShippingCharge(Money.Ars(50m), "Envío a domicilio"),
        });

        Assert.Equal([(TaxCode.Vat10_5, 16.67m), (TaxCode.Vat21, 33.33m)], sale.Shipping.Select(s => (s.TaxCode, s.Gross.Amount)));
        Assert.Equal([(116.67m, 105.58m), (233.33m, 192.83m)], sale.Taxes.Select(t => (t.Gross.Amount, t.Net.Amount)));
        Assert.Equal(Money.Ars(350m), sale.Totals.Total);
    }

    [Fact]
    public void Takes_the_tax_code_of_delivery_where_it_is_stated()
    {
        var sale = Given.Priced(Given.ASale(Given.ALine(tax: TaxCode.Exempt)) with { Shipping = new ShippingCharge(Money.Ars(121m), "Envío", TaxCode.Vat21) });

        Assert.Equal(new PricedShipping("Envío", TaxCode.Vat21, Money.Ars(121m), Money.Ars(100m), Money.Ars(21m)), Assert.Single(sale.Shipping));
    }

    [Fact]
    public void Charges_delivery_of_goods_that_became_free_by_what_they_cost_before()
    {
        var sale = Given.Priced(Given.ASale(Given.ALine(300m), Given.ALine(100m, tax: TaxCode.Exempt, key: "b")) with
        {
            Adjustments = [AdjustmentToApply.DiscountPart(10_000, "exchange", "Cambio")],
            Shipping = new ShippingCharge(Money.Ars(40m), "Envío"),
        });

        Assert.Equal([(TaxCode.Exempt, 10m), (TaxCode.Vat21, 30m)], sale.Shipping.Select(s => (s.TaxCode, s.Gross.Amount)));
        Assert.Equal(Money.Ars(40m), sale.Totals.Total);
    }

    [Fact]
    public void Costs_nothing_when_the_cart_is_empty()
    {
        var sale = Given.Priced(Given.ASale() with { Adjustments = [AdjustmentToApply.DiscountPart(1_000, "transfer", "10 %")] });

        Assert.Equal(Money.Zero(Currency.Ars), sale.Totals.Total);
        Assert.Empty(sale.Taxes);
    }

    [Fact]
    public void Prices_currencies_without_cents()
    {
        var sale = Given.Priced(new PriceRequest(Currency.Clp, [new LineToPrice("a", new Quantity(1_500), new Money(999, Currency.Clp), TaxCode.Vat21)]));

        Assert.Equal(new Money(1_498, Currency.Clp), sale.Totals.Total);
    }

    [Fact]
    public void Tells_every_step()
    {
        var sale = Given.Priced(Given.ASale(Given.ALine(121m, "2")) with
        {
            Adjustments = [AdjustmentToApply.DiscountPart(5_000, "promotion", "Mitad")],
            Shipping = new ShippingCharge(Money.Ars(10m), "Envío"),
        });

        Assert.Equal(
            [
                "line.price a: 2 × 121.00 ARS: 242.00 ARS, then 242.00 ARS",
                "sale.adjustment: Mitad (50 %): -121.00 ARS, then 121.00 ARS",
                "sale.adjustment_share a: Mitad: -121.00 ARS, then 121.00 ARS",
                "shipping.charge: Envío: 10.00 ARS, then 131.00 ARS",
                "shipping.share vat_21: Envío: 10.00 ARS, then 10.00 ARS",
                "tax.net vat_21: net of 131.00 ARS: 108.26 ARS, then 131.00 ARS",
                "sale.total: lines and shipping: 131.00 ARS, then 131.00 ARS",
            ],
            sale.Trace.Select(step => step.ToString()));
    }

    [Fact]
    public void Is_asked_through_the_contract()
    {
        using var provider = new ServiceCollection().AddPromotions().BuildServiceProvider();

        Assert.False(provider.GetRequiredService<IPriceSales>().Price(Given.ASale(Given.ALine())).Refused(out _, out _));
    }
}
