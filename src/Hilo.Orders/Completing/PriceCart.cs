namespace Hilo.Orders;

/// <summary>What a cart costs: its goods, the delivery it chose, and the tributes that its seller must charge on top.</summary>
internal sealed class PriceCart(IPriceSales prices, SalesChannels channels, FindTributes tributes)
{
    public async ValueTask<Result<SalePricing>> OfAsync(Cart cart, CancellationToken cancel)
    {
        if (cart.Shipping?.Problem is not { } code) return await ShownAsync(cart, cancel);
        return new Problem(code, "The parcel cannot be sent there. Choose another address or pickup.", StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>The same for a look at a cart whose delivery has no price yet: without it.</summary>
    public async ValueTask<Result<SalePricing>> ShownAsync(Cart cart, CancellationToken cancel)
    {
        var shipping = cart.Shipping is { Problem: null } quoted ? quoted : null;
        if (prices.Of(cart.Currency, cart.Lines, shipping).Refused(out var problem, out var pricing)) return problem;
        var charged = await TributesAsync(cart, pricing, cancel);
        return charged.Count == 0 ? pricing : prices.Of(cart.Currency, cart.Lines, shipping, charged);
    }

    /// <summary>While a card is being charged they are those that it pays, whatever becomes of the rates meanwhile.</summary>
    private async ValueTask<IReadOnlyList<SaleTribute>> TributesAsync(Cart cart, SalePricing pricing, CancellationToken cancel) => cart.ChargeMinor is not null
        ? cart.ChargeTributes ?? []
        : await tributes.ForAsync((await channels.GetAsync(cart.SalesChannelId, cancel)).LegalEntityId, cart.Contact?.Receiver, cart.Delivery, pricing.TaxedNet, cancel);
}
