namespace Hilo.Promotions.Pricing;

internal sealed class PriceSales : IPriceSales
{
    public Result<SalePricing> Price(PriceRequest request)
    {
        if (CheckRequest.Check(request) is { } malformed) return malformed;
        var sale = new SaleInProgress(request);
        if ((sale.PriceLines() ?? sale.AdjustSale() ?? sale.SpreadShipping()) is { } problem) return problem;
        return sale.Finish();
    }

    public Result<RefundPricing> Refund(RefundRequest request) =>
        CheckRefund.Check(request) is { } malformed ? malformed : PriceRefund.Of(request);
}
