namespace Hilo.Promotions.Pricing;

/// <summary>Refuses a refund of more than was sold or charged.</summary>
internal static class CheckRefund
{
    public static Problem? Check(RefundRequest request)
    {
        if (request.Currency == default) return PricingProblems.CurrencyUnknown;
        if (request.Lines.Count > Limits.Lines || request.Shipping.Count > Limits.Lines) return PricingProblems.TooManyLines;
        var keys = new HashSet<string>(request.Lines.Count, StringComparer.Ordinal);
        foreach (var line in request.Lines)
        {
            var problem = keys.Add(line.Key) ? Check(line, request.Currency) : PricingProblems.DuplicateLine(line.Key);
            if (problem is not null) return problem;
        }
        foreach (var shipping in request.Shipping)
        {
            if (Check(shipping, request.Currency) is { } problem) return problem;
        }
        return Check(request.RefundedBefore, request.Currency);
    }

    private static Problem? Check(LineToRefund line, Currency currency)
    {
        if (Foreign(currency, line.Gross, line.RefundedGross) is { } foreign) return foreign;
        if (!line.TaxCode.IsKnown) return PricingProblems.TaxCodeUnknown(line.Key);
        if (!line.Sold.IsPositive || line.Sold > Limits.Quantity || !line.Refunding.IsPositive || line.RefundedQuantity.IsNegative)
            return PricingProblems.QuantityOutOfRange(line.Key);
        if (line.Gross.IsNegative || line.RefundedGross.IsNegative) return PricingProblems.NegativePrice(line.Key);
        if (!Limits.Holds(line.Gross)) return PricingProblems.AmountTooLarge;
        // Both are at most the sold quantity by themselves, so that their sum cannot overflow.
        if (line.RefundedQuantity > line.Sold || line.Refunding > line.Sold - line.RefundedQuantity) return PricingProblems.RefundAboveSold(line.Key);
        return line.RefundedGross > line.Gross ? PricingProblems.RefundAboveCharged(line.Key) : null;
    }

    private static Problem? Check(ShippingToRefund shipping, Currency currency)
    {
        if (Foreign(currency, shipping.Gross, shipping.RefundedGross, shipping.Refunding) is { } foreign) return foreign;
        if (!shipping.TaxCode.IsKnown) return PricingProblems.TaxCodeUnknown("shipping");
        if (shipping.Gross.IsNegative || shipping.RefundedGross.IsNegative || shipping.Refunding.IsNegative) return PricingProblems.NegativeShipping;
        if (!Limits.Holds(shipping.Gross)) return PricingProblems.AmountTooLarge;
        return shipping.RefundedGross > shipping.Gross || shipping.Refunding > shipping.Gross - shipping.RefundedGross
            ? PricingProblems.ShippingRefundAboveCharged
            : null;
    }

    private static Problem? Check(IReadOnlyList<TaxTotal> before, Currency currency)
    {
        foreach (var tax in before)
        {
            if (Foreign(currency, tax.Gross, tax.Net) is { } foreign) return foreign;
            if (!tax.TaxCode.IsKnown) return PricingProblems.TaxCodeUnknown("refunded_before");
            if (tax.Net.IsNegative || tax.Net > tax.Gross) return PricingProblems.NegativePrice("refunded_before");
        }
        var refunded = before.Aggregate((Int128)0, (sum, tax) => sum + tax.Gross.Minor);
        return refunded <= long.MaxValue && Limits.Holds(new Money((long)refunded, currency)) ? null : PricingProblems.AmountTooLarge;
    }

    private static Problem? Foreign(Currency currency, params ReadOnlySpan<Money> amounts)
    {
        foreach (var amount in amounts)
        {
            if (amount.Currency != currency) return PricingProblems.CurrencyMismatch(currency, amount.Currency);
        }
        return null;
    }
}
