namespace Hilo.Orders;

/// <summary>What it costs to send these lines there. Asked with the price of the goods alone, since that decides whether delivery is free.</summary>
internal static class ShippingQuotes
{
    public static Result<CartShipping> For(CartDelivery delivery, IReadOnlyList<CartLine> lines, SalePricing goods, ShippingRates rates)
    {
        if (delivery.Address is not { } to || !PostalCode.TryParse(to.PostalCode, out var code) || to.Province is not [var letter] || !PostalCode.IsProvince(letter)) return CartProblems.BadDelivery;
        return rates.Quote(code.In(to.Province), WeightGrams(lines), goods.Totals.Goods + goods.Totals.Discounts).Refused(out var why, out var quote)
            ? why
            : new CartShipping(quote.Amount, $"Envío a {to.City}", quote.DaysFrom, quote.DaysTo);
    }

    public static long WeightGrams(IReadOnlyList<CartLine> lines) => lines.Sum(l => l.WeightGrams * l.Quantity.Thousandths / Quantity.One.Thousandths);
}
