namespace Hilo.Tests.Promotions;

public class Pricing_any_sale(ITestOutputHelper output)
{
    private const int Sales = 25_000;

    [Fact]
    public void Adds_up_to_the_cent_for_every_rate()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var sales = new RandomSales(seed);
        var priced = 0;
        for (var i = 0; i < Sales; i++)
        {
            var request = sales.Next();
            if (Given.Refusal(request) is { } code)
            {
                Assert.Contains(code, new[] { "pricing.discount_above_line", "pricing.discount_above_sale" });
                continue;
            }
            var sale = Given.Priced(request);
            AddsUp(sale);
            TributesChangeNothingElse(request, sale, sales);
            EachLineAddsUp(request, sale);
            EachRateIsWhatTheAgencyExpects(sale);
            EachSaleAdjustmentIsSpreadWhole(request, sale);
            priced++;
        }
        Assert.True(priced > Sales / 2, $"Only {priced} of {Sales} sales could be priced.");
    }

    private static void AddsUp(SalePricing sale)
    {
        var totals = sale.Totals;
        Assert.Equal(totals.Total, sale.Lines.Select(l => l.Gross).Concat(sale.Shipping.Select(s => s.Gross)).Sum());
        Assert.Equal(totals.Total, totals.Goods + totals.Discounts + totals.Surcharges + totals.Shipping);
        Assert.Equal(totals.Total, totals.WithoutNationalTaxes + totals.Vat);
        Assert.Equal(totals.Total, sale.Taxes.Select(t => t.Gross).Sum());
        Assert.Equal(totals.Total, sale.Trace[^1].After);
    }

    private static void TributesChangeNothingElse(PriceRequest request, SalePricing sale, RandomSales sales)
    {
        Assert.Equal(sale.TaxedNet, SaleTributes.TaxedNet(sale.Currency, sale.Lines.Select(l => (l.TaxCode, l.Gross)).Concat(sale.Shipping.Select(s => (s.TaxCode, s.Gross)))));
        var charged = sales.Tributes(sale.TaxedNet);
        var taxed = Given.Priced(request with { Tributes = charged });
        Assert.Equal((sale.Totals.Total + charged.Select(t => t.Amount).Sum(), charged.Select(t => t.Amount).Sum()), (taxed.Totals.Total, taxed.Totals.Tributes));
        Assert.Equal(taxed.Totals.Total, taxed.Trace[^1].After);
        Assert.Equal(sale.Totals with { Total = taxed.Totals.Total, Tributes = taxed.Totals.Tributes }, taxed.Totals);
        Assert.Equal(sale.Taxes, taxed.Taxes);
        Assert.Equal(sale.Shipping, taxed.Shipping);
        Assert.Equal(sale.Lines.Select(l => (l.Gross, l.Net, l.Vat)), taxed.Lines.Select(l => (l.Gross, l.Net, l.Vat)));
    }

    private static void EachLineAddsUp(PriceRequest request, SalePricing sale)
    {
        Assert.Equal(request.Lines.Select(l => l.Key), sale.Lines.Select(l => l.Key));
        foreach (var line in sale.Lines)
        {
            Assert.Equal(decimal.Round(line.UnitPrice.Amount * line.Quantity.Amount, 2, MidpointRounding.ToEven), line.Subtotal.Amount);
            Assert.Equal(line.Gross, line.Subtotal + line.Adjustments.Select(a => a.Amount).Sum());
            Assert.Equal(line.Gross, line.Net + line.Vat);
            Assert.False(line.Gross.IsNegative || line.Net.IsNegative || line.Vat.IsNegative);
        }
        Assert.All(sale.Shipping, s => Assert.True(s.Gross.IsPositive && !s.Net.IsNegative && !s.Vat.IsNegative && s.Gross == s.Net + s.Vat));
    }

    private static void EachRateIsWhatTheAgencyExpects(SalePricing sale)
    {
        Assert.Equal(sale.Taxes.Count, sale.Taxes.Select(t => t.TaxCode).Distinct().Count());
        foreach (var tax in sale.Taxes)
        {
            var rate = tax.TaxCode.RateBasisPoints / 10_000m;
            Assert.Equal(decimal.Round(tax.Gross.Amount / (1 + rate), 2, MidpointRounding.ToEven), tax.Net.Amount);
            Assert.True(Math.Abs(tax.Vat.Amount - tax.Net.Amount * rate) <= 0.01m);
            Assert.Equal(tax.Net, sale.Lines.Where(l => l.TaxCode == tax.TaxCode).Select(l => l.Net)
                .Concat(sale.Shipping.Where(s => s.TaxCode == tax.TaxCode).Select(s => s.Net)).Sum());
        }
    }

    private static void EachSaleAdjustmentIsSpreadWhole(PriceRequest request, SalePricing sale)
    {
        foreach (var asked in request.Adjustments.Where(a => a.Amount is not null))
        {
            var spread = sale.Lines.SelectMany(l => l.Adjustments)
                .Where(a => a.Source == AdjustmentSource.Sale && a.Label == asked.Label).Select(a => a.Amount).Sum();
            Assert.Equal(asked.Amount!.Value, asked.IsDiscount ? -spread : spread);
        }
    }
}
