
namespace Hilo.Orders;

/// <summary>What every step of a cart has in common: open it locked, change it, bring prices, delivery and held units in step, show it.</summary>
internal sealed class CartSteps(
    OrdersDb db, OpenCart open, SalesChannels channels, ISellables sellables, IPriceSales prices, HoldUnits holds, CartViews views, TimeProvider clock)
{
    /// <param name="change">The step itself; a refusal leaves everything as it was.</param>
    public async Task<Result<CartView>> TakeAsync(
        CartId id, CartCaller caller, Func<Cart, SalesChannel, DateTimeOffset, ValueTask<Problem?>> change, CancellationToken cancel)
    {
        if ((await open.ToChangeAsync(id, caller.Token, cancel)).Refused(out var problem, out var cart)) return problem;
        var channel = await channels.GetAsync(cart.SalesChannelId, cancel);
        if (await change(cart, channel, clock.GetUtcNow()) is { } refused) return refused;
        caller.Mark(cart);
        await SettleAsync(cart, channel, cancel);
        await db.SaveChangesAsync(cancel);
        return await views.ShowAsync(cart, null, cancel);
    }

    /// <summary>Renews prices that are no longer kept, quotes delivery again and holds what the cart now wants.</summary>
    public async Task SettleAsync(Cart cart, SalesChannel channel, CancellationToken cancel)
    {
        await RenewPricesAsync(cart, channel, cancel);
        cart.Quote(await QuoteAsync(cart, channel, cancel));
        await holds.ForAsync(cart, channel, cancel);
    }

    public async Task RenewPricesAsync(Cart cart, SalesChannel channel, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (!cart.HasOldPrices(now)) return;
        var sold = await sellables.FindAsync([.. cart.Lines.Select(l => l.VariantId)], cart.SalesChannelId, cancel);
        cart.RenewPrices(sold, now, TimeSpan.FromHours(channel.PricesKeptHours));
    }

    public async Task<CartShipping?> QuoteAsync(Cart cart, SalesChannel channel, CancellationToken cancel)
    {
        if (cart.Delivery is not { Kind: DeliveryKind.Ship } delivery || cart.Lines.Count == 0) return null;
        if (prices.Of(cart.Currency, cart.Lines, null).Refused(out var problem, out var goods)
            || ShippingQuotes.For(delivery, cart.Lines, goods, await channels.ShippingAsync(channel, cancel)).Refused(out problem, out var shipping))
            return new CartShipping(Money.Zero(cart.Currency), "", 0, 0, problem.Code);
        return shipping;
    }
}

/// <summary>Who takes a step: the token that opens the cart, and the account or address it comes from.</summary>
internal sealed record CartCaller(string? Token, CustomerId? Customer, string? Address)
{
    public static ValueTask<CartCaller> BindAsync(HttpContext http) => ValueTask.FromResult(new CartCaller(
        http.Request.Headers[OpenCart.TokenHeader].ToString() is { Length: > 0 } token ? token : null, Platform.CurrentShopper.Of(http.User)?.Id, OpenCart.AddressOf(http)));

    public void Mark(Cart cart)
    {
        cart.CustomerId = Customer ?? cart.CustomerId;
        cart.ShopperAddress = Address ?? cart.ShopperAddress;
    }
}
