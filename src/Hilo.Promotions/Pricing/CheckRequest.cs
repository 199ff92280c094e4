namespace Hilo.Promotions.Pricing;

/// <summary>Refuses what cannot be priced before anything is calculated.</summary>
internal static class CheckRequest
{
    public static Problem? Check(PriceRequest request)
    {
        if (request.Currency == default) return PricingProblems.CurrencyUnknown;
        if (request.Lines.Count > Limits.Lines) return PricingProblems.TooManyLines;
        var keys = new HashSet<string>(request.Lines.Count, StringComparer.Ordinal);
        foreach (var line in request.Lines)
        {
            var problem = keys.Add(line.Key) ? Check(line, request.Currency) : PricingProblems.DuplicateLine(line.Key);
            if (problem is not null) return problem;
        }
        return Check(request.Adjustments, request.Currency) ?? Check(request.Shipping, request) ?? Check(request.Tributes, request.Currency);
    }

    private static Problem? Check(LineToPrice line, Currency currency)
    {
        if (line.UnitPrice.Currency != currency) return PricingProblems.CurrencyMismatch(currency, line.UnitPrice.Currency);
        if (line.FormerUnitPrice is { } former && former.Currency != currency) return PricingProblems.CurrencyMismatch(currency, former.Currency);
        if (line.UnitPrice.IsNegative || line.FormerUnitPrice is { IsNegative: true }) return PricingProblems.NegativePrice(line.Key);
        if (!line.Quantity.IsPositive || line.Quantity > Limits.Quantity) return PricingProblems.QuantityOutOfRange(line.Key);
        if (!line.TaxCode.IsKnown) return PricingProblems.TaxCodeUnknown(line.Key);
        if (!Limits.Holds(line.UnitPrice) || !Limits.Hold(line.UnitPrice, line.Quantity)) return PricingProblems.AmountTooLarge;
        return Check(line.Adjustments, currency);
    }

    private static Problem? Check(IReadOnlyList<AdjustmentToApply> adjustments, Currency currency)
    {
        if (adjustments.Count > Limits.Adjustments) return PricingProblems.TooManyAdjustments;
        foreach (var adjustment in adjustments)
        {
            if (adjustment.Amount is { } amount)
            {
                if (amount.Currency != currency) return PricingProblems.CurrencyMismatch(currency, amount.Currency);
                if (amount.IsNegative) return PricingProblems.AdjustmentOutOfRange(adjustment.Label);
                if (!Limits.Holds(amount)) return PricingProblems.AmountTooLarge;
            }
            else if (adjustment.BasisPoints < 0 || adjustment.BasisPoints > (adjustment.IsDiscount ? 10_000 : Limits.SurchargeBasisPoints))
            {
                return PricingProblems.AdjustmentOutOfRange(adjustment.Label);
            }
        }
        return null;
    }

    private static Problem? Check(IReadOnlyList<SaleTribute> tributes, Currency currency)
    {
        if (tributes.Count > Limits.Tributes) return PricingProblems.TooManyTributes;
        foreach (var tribute in tributes)
        {
            if (tribute.Amount.Currency != currency || tribute.Base.Currency != currency) return PricingProblems.CurrencyMismatch(currency, tribute.Amount.Currency != currency ? tribute.Amount.Currency : tribute.Base.Currency);
            if (tribute.Amount.IsNegative || tribute.Base.IsNegative) return PricingProblems.NegativeTribute(tribute.Description);
            if (!Limits.Holds(tribute.Amount) || !Limits.Holds(tribute.Base)) return PricingProblems.AmountTooLarge;
        }
        return null;
    }

    private static Problem? Check(ShippingCharge? shipping, PriceRequest request)
    {
        if (shipping is null) return null;
        if (shipping.Amount.Currency != request.Currency) return PricingProblems.CurrencyMismatch(request.Currency, shipping.Amount.Currency);
        if (shipping.Amount.IsNegative) return PricingProblems.NegativeShipping;
        if (!Limits.Holds(shipping.Amount)) return PricingProblems.AmountTooLarge;
        if (shipping.TaxCode is { IsKnown: false }) return PricingProblems.TaxCodeUnknown("shipping");
        return shipping.TaxCode is null && shipping.Amount.IsPositive && request.Lines.Count == 0 ? PricingProblems.NoLines : null;
    }
}
