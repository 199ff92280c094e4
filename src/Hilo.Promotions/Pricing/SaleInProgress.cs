using System.Globalization;

namespace Hilo.Promotions.Pricing;

/// <summary>A sale while it is being priced, one step after the other. Each step gives the problem that stops it, or null.</summary>
internal sealed class SaleInProgress(PriceRequest request)
{
    private readonly LineInProgress[] lines = [.. request.Lines.Select(line => new LineInProgress(line))];
    private readonly List<(TaxCode Code, Money Gross)> shipping = [];
    private readonly List<PriceStep> trace = [];

    private Money Goods => Sum(lines.Select(line => line.Gross));

    public Problem? PriceLines()
    {
        foreach (var line in lines)
        {
            Tell(PriceSteps.LinePrice, line.Asked.Key, $"{line.Asked.Quantity} × {line.Asked.UnitPrice}", line.Subtotal, line.Gross);
            foreach (var adjustment in line.Asked.Adjustments)
            {
                var amount = AmountOf(adjustment, line.Gross);
                if ((line.Gross + amount).IsNegative) return PricingProblems.DiscountAboveLine(line.Asked.Key);
                line.Adjust(AdjustmentSource.Line, adjustment, amount);
                if (!Limits.Holds(line.Gross)) return PricingProblems.AmountTooLarge;
                Tell(PriceSteps.LineAdjustment, line.Asked.Key, Words(adjustment), amount, line.Gross);
            }
        }
        return Limits.Holds(Goods) && Limits.Holds(Sum(lines.Select(line => line.Subtotal))) ? null : PricingProblems.AmountTooLarge;
    }

    public Problem? AdjustSale()
    {
        foreach (var adjustment in request.Adjustments)
        {
            var goods = Goods;
            var amount = AmountOf(adjustment, goods);
            var after = goods + amount;
            if (after.IsNegative) return PricingProblems.DiscountAboveSale;
            if (!Limits.Holds(after)) return PricingProblems.AmountTooLarge;
            Tell(PriceSteps.SaleAdjustment, "", Words(adjustment), amount, after);
            if (amount.IsZero) continue;
            if (lines.Length == 0) return PricingProblems.NoLines;
            Spread(adjustment, amount);
        }
        return null;
    }

    public Problem? SpreadShipping()
    {
        if (request.Shipping is not { } charge) return null;
        var after = Goods + charge.Amount;
        if (!Limits.Holds(after)) return PricingProblems.AmountTooLarge;
        Tell(PriceSteps.Shipping, "", charge.Label, charge.Amount, after);
        if (charge.Amount.IsZero) return null;

        TaxCode[] codes = charge.TaxCode is { } stated ? [stated] : [.. lines.Select(line => line.Asked.TaxCode).Distinct().Order()];
        var shares = charge.Amount.Split(Weights(codes));
        foreach (var (code, share) in codes.Zip(shares).Where(part => part.Second.IsPositive))
        {
            shipping.Add((code, share));
            Tell(PriceSteps.ShippingShare, code.Text, charge.Label, share, share);
        }
        return null;
    }

    public Result<SalePricing> Finish()
    {
        var (nets, taxes) = TaxSplit.Of([.. lines.Select(line => (line.Asked.TaxCode, line.Gross)), .. shipping], (code, gross) => code.NetOf(gross));
        foreach (var tax in taxes) Tell(PriceSteps.TaxNet, tax.TaxCode.Text, $"net of {tax.Gross}", tax.Net, tax.Gross);

        PricedLine[] priced = [.. lines.Select((line, i) => line.With(nets[i]))];
        PricedShipping[] delivery = [.. shipping.Select((part, i) => Delivery(part, nets[lines.Length + i]))];
        var totals = TotalsOf(priced, taxes);
        if (!Limits.Holds(totals.Total)) return PricingProblems.AmountTooLarge;
        var after = totals.Total - totals.Tributes;
        foreach (var tribute in request.Tributes) Tell(PriceSteps.Tribute, "", string.Create(CultureInfo.InvariantCulture, $"{tribute.Description} {tribute.RatePercent:0.####} % of {tribute.Base}"), tribute.Amount, after += tribute.Amount);
        Tell(PriceSteps.Total, "", request.Tributes.Count == 0 ? "lines and shipping" : "lines, shipping and tributes", totals.Total, totals.Total);
        return new SalePricing(request.Currency, priced, delivery, taxes, totals, trace) { Tributes = request.Tributes };
    }

    private SaleTotals TotalsOf(PricedLine[] priced, TaxTotal[] taxes)
    {
        Money[] adjustments = [.. priced.SelectMany(line => line.Adjustments).Select(adjustment => adjustment.Amount)];
        return new SaleTotals(
            Goods: Sum(priced.Select(line => line.Subtotal)),
            Discounts: Sum(adjustments.Where(amount => amount.IsNegative)),
            Surcharges: Sum(adjustments.Where(amount => amount.IsPositive)),
            Shipping: Sum(shipping.Select(part => part.Gross)),
            Tributes: request.Tributes.Total(request.Currency),
            Total: Sum(taxes.Select(tax => tax.Gross)) + request.Tributes.Total(request.Currency),
            Vat: Sum(taxes.Select(tax => tax.Vat)),
            WithoutNationalTaxes: Sum(taxes.Select(tax => tax.Net)));
    }

    private PricedShipping Delivery((TaxCode Code, Money Gross) part, Money net) =>
        new(request.Shipping!.Label, part.Code, part.Gross, net, part.Gross - net);

    private void Spread(AdjustmentToApply adjustment, Money amount)
    {
        var shares = amount.Split(Goods.IsPositive ? [.. lines.Select(line => line.Gross.Minor)] : [.. lines.Select(line => line.Subtotal.Minor)]);
        foreach (var (line, share) in lines.Zip(shares).Where(part => !part.Second.IsZero))
        {
            line.Adjust(AdjustmentSource.Sale, adjustment, share);
            Tell(PriceSteps.SaleAdjustmentShare, line.Asked.Key, adjustment.Label, share, line.Gross);
        }
    }

    /// <summary>By what the goods of a code cost; where all became free, by what they cost before.</summary>
    private long[] Weights(TaxCode[] codes)
    {
        var areFree = Goods.IsZero;
        return [.. codes.Select(code => Sum(lines.Where(line => line.Asked.TaxCode == code).Select(line => areFree ? line.Subtotal : line.Gross)).Minor)];
    }

    private static Money AmountOf(AdjustmentToApply adjustment, Money of)
    {
        var amount = adjustment.Amount ?? of with { Minor = Money.RoundHalfEven((Int128)of.Minor * adjustment.BasisPoints, 10_000) };
        return adjustment.IsDiscount ? -amount : amount;
    }

    private static string Words(AdjustmentToApply adjustment) => adjustment.Amount is not null
        ? adjustment.Label
        : string.Create(CultureInfo.InvariantCulture, $"{adjustment.Label} ({adjustment.BasisPoints / 100m:0.##} %)");

    private Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero(request.Currency), (a, b) => a + b);

    private void Tell(string code, string about, string words, Money amount, Money after) => trace.Add(new PriceStep(code, about, words, amount, after));
}
