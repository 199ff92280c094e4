namespace Hilo.Orders;

/// <summary>What a cart costs, with the delivery it chose.</summary>
internal sealed class PriceCart(IPriceSales prices)
{
    public Result<SalePricing> Of(Cart cart)
    {
        if (cart.Shipping?.Problem is not { } code) return prices.Of(cart.Currency, cart.Lines, cart.Shipping);
        return new Problem(code, "The parcel cannot be sent there. Choose another address or pickup.", StatusCodes.Status422UnprocessableEntity);
    }
}
