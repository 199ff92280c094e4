namespace Hilo.Orders;

/// <summary>Asks the one price calculation about the lines of a cart or an order.</summary>
internal static class Pricing
{
    public static Result<SalePricing> Of(this IPriceSales prices, Currency currency, IReadOnlyList<CartLine> lines, CartShipping? shipping, IReadOnlyList<SaleTribute>? tributes = null) =>
        prices.Price(new PriceRequest(currency, [.. lines.Select(l => new LineToPrice(l.Id.ToString(), l.Quantity, l.UnitPrice, l.TaxCode) { FormerUnitPrice = l.FormerUnitPrice })])
        {
            Shipping = shipping is null ? null : new ShippingCharge(shipping.Amount, shipping.Label),
            Tributes = tributes ?? [],
        });

    public static PricingView View(SalePricing pricing) => new(
        pricing.Totals.Goods, pricing.Totals.Discounts + pricing.Totals.Surcharges, pricing.Totals.Shipping, pricing.Totals.Total, pricing.Totals.Vat,
        pricing.Totals.WithoutNationalTaxes, [.. pricing.Taxes.Select(t => new VatLine(t.TaxCode, t.Net, t.Vat))])
    {
        Tributes = pricing.Tributes,
    };

    public static PricingView View(Order order) => new(
        order.Amount(order.GoodsMinor), order.Amount(order.DiscountsMinor), order.Amount(order.ShippingMinor), order.Total, order.Amount(order.VatMinor),
        order.Amount(order.NetMinor), [.. order.Taxes.Select(t => new VatLine(t.TaxCode, t.Net, t.Vat))])
    {
        Tributes = order.Tributes ?? [],
    };

    public static PricingView Nothing(Currency currency)
    {
        var zero = Money.Zero(currency);
        return new PricingView(zero, zero, zero, zero, zero, zero, []);
    }
}
