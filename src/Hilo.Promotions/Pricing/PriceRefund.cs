namespace Hilo.Promotions.Pricing;

/// <summary>The cumulative method (specs: arca 9.4): refunded before + now = original × part returned, so that rounding never builds up.</summary>
internal static class PriceRefund
{
    public static Result<RefundPricing> Of(RefundRequest request)
    {
        Money[] shares = [.. request.Lines.Select(ShareOf)];
        ShippingToRefund[] delivery = [.. request.Shipping.Where(part => part.Refunding.IsPositive)];
        var total = shares.Concat(delivery.Select(part => part.Refunding)).Aggregate(Money.Zero(request.Currency), (a, b) => a + b);
        if (!Limits.Holds(total)) return PricingProblems.AmountTooLarge;

        var (nets, taxes) = TaxSplit.Of(
            [.. request.Lines.Zip(shares, (line, gross) => (line.TaxCode, gross)), .. delivery.Select(part => (part.TaxCode, part.Refunding))],
            (code, gross) => NetOf(code, gross, request.RefundedBefore));

        return new RefundPricing(
            request.Currency,
            [.. request.Lines.Select((line, i) => new RefundShare(line.Key, line.TaxCode, line.Refunding, shares[i], nets[i], shares[i] - nets[i]))],
            [.. delivery.Select((part, i) => Returned(part, nets[shares.Length + i]))],
            taxes, total, taxes.Aggregate(Money.Zero(request.Currency), (sum, tax) => sum + tax.Vat));
    }

    private static Money ShareOf(LineToRefund line)
    {
        var returned = line.RefundedQuantity + line.Refunding;
        var due = line.Gross with { Minor = Money.RoundHalfEven((Int128)line.Gross.Minor * returned.Thousandths, line.Sold.Thousandths) };
        // A goodwill amount given before may exceed the part returned by now.
        return due > line.RefundedGross ? due - line.RefundedGross : Money.Zero(due.Currency);
    }

    /// <summary>Brings the net given back in all refunds to the net of their gross, as far as the agency lets one document go:
    /// its VAT may differ from net × rate by one minor unit (rule 10051), and returning unit by unit would otherwise drift by pesos.</summary>
    private static Money NetOf(TaxCode code, Money gross, IReadOnlyList<TaxTotal> before)
    {
        if (code.RateBasisPoints == 0) return gross;
        TaxTotal[] earlier = [.. before.Where(tax => tax.TaxCode == code)];
        var grossBefore = earlier.Sum(tax => tax.Gross.Minor);
        var wanted = code.NetOf(gross with { Minor = grossBefore + gross.Minor }).Minor - earlier.Sum(tax => tax.Net.Minor);
        var divisor = 10_000 + code.RateBasisPoints;
        var least = (long)(((Int128)(gross.Minor - 1) * 10_000 + divisor - 1) / divisor);
        var most = (long)((Int128)(gross.Minor + 1) * 10_000 / divisor);
        return gross with { Minor = Math.Clamp(wanted, Math.Max(least, 0), Math.Min(most, gross.Minor)) };
    }

    private static PricedShipping Returned(ShippingToRefund part, Money net) =>
        new(part.Label, part.TaxCode, part.Refunding, net, part.Refunding - net);
}
