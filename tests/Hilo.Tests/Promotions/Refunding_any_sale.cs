namespace Hilo.Tests.Promotions;

public class Refunding_any_sale(ITestOutputHelper output)
{
    private const int Sales = 5_000;

    [Fact]
    public void Gives_back_exactly_what_was_charged_however_it_is_split()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var sales = new RandomSales(seed);
        for (var i = 0; i < Sales; i++)
        {
            var request = sales.Next();
            if (Given.Refusal(request) is null) RefundInParts(Given.Priced(request), sales);
        }
    }

    private static void RefundInParts(SalePricing sale, RandomSales random)
    {
        var lines = sale.Lines.Select(l => new LineToRefund(l.Key, l.TaxCode, l.Quantity, l.Gross, Quantity.Zero, Money.Zero(Currency.Ars), Quantity.Zero)).ToList();
        List<TaxTotal> before = [];
        for (var part = 0; lines.Count > 0; part++)
        {
            var chosen = random.Below(lines.Count);
            var now = lines.Select(l => l with { Refunding = random.Part(l.Sold - l.RefundedQuantity) }).Where((_, n) => n == chosen || random.Below(3) == 0).ToArray();
            ShippingToRefund[] shipping = part > 0 ? [] : [.. sale.Shipping.Select(s => new ShippingToRefund(s.Label, s.TaxCode, s.Gross, Money.Zero(Currency.Ars), s.Gross))];

            var refund = Given.Refunded(new RefundRequest(Currency.Ars, now) { Shipping = shipping, RefundedBefore = before });

            AddsUp(refund);
            before.AddRange(refund.Taxes);
            foreach (var share in refund.Lines)
            {
                var index = lines.FindIndex(l => l.Key == share.Key);
                var line = lines[index];
                lines[index] = line with { RefundedQuantity = line.RefundedQuantity + share.Quantity, RefundedGross = line.RefundedGross + share.Gross };
                if (lines[index].RefundedQuantity < line.Sold) continue;
                Assert.Equal(line.Gross, lines[index].RefundedGross);
                lines.RemoveAt(index);
            }
        }
        foreach (var tax in sale.Taxes)
        {
            Assert.Equal(tax.Gross, before.Where(t => t.TaxCode == tax.TaxCode).Select(t => t.Gross).Sum());
            Assert.InRange((tax.Net - before.Where(t => t.TaxCode == tax.TaxCode).Select(t => t.Net).Sum()).Minor, -1, 1);
        }
    }

    private static void AddsUp(RefundPricing refund)
    {
        Assert.Equal(refund.Total, refund.Lines.Select(l => l.Gross).Concat(refund.Shipping.Select(s => s.Gross)).Sum());
        Assert.Equal(refund.Total, refund.Taxes.Select(t => t.Gross).Sum());
        Assert.Equal(refund.Vat, refund.Lines.Select(l => l.Vat).Concat(refund.Shipping.Select(s => s.Vat)).Sum());
        Assert.All(refund.Lines, l => Assert.True(l.Gross == l.Net + l.Vat && !l.Net.IsNegative && !l.Vat.IsNegative));
        Assert.All(refund.Taxes, t => Assert.True(
            t.Gross == t.Net + t.Vat && Math.Abs(t.Vat.Amount - t.Net.Amount * t.TaxCode.RateBasisPoints / 10_000m) <= 0.01m));
    }
}
