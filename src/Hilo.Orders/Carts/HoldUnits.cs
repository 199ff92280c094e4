using Hilo.Platform;

namespace Hilo.Orders;

/// <summary>Holds a cart's units at the very places that would serve it now. From the moment delivery is chosen; again at every later step.</summary>
internal sealed class HoldUnits(DbSession session, IClaimStock stock, ILocations locations, FindSource source, TimeProvider clock)
{
    /// <summary>Changes the cart and the reservations; what cannot be held is not held, and the purchase itself decides.</summary>
    public async Task ForAsync(Cart cart, SalesChannel channel, CancellationToken cancel)
    {
        if (cart.Delivery is not { } delivery || cart.Lines.Count == 0)
        {
            await ReleaseAsync(cart, cancel);
            return;
        }
        var now = clock.GetUtcNow();
        var planned = await source.ForAsync(delivery, cart.SalesChannelId, cart.Id, cart.Lines, await locations.AllAsync(cancel), cancel);
        var units = new Quantity(cart.Lines.Sum(l => l.Quantity.Thousandths));
        if (planned.Refused(out _, out var plan) || !plan.IsComplete || await HeldElsewhereAsync(cart, now, cancel) + units > Quantity.Units(channel.HeldUnitsLimit))
        {
            await ReleaseAsync(cart, cancel);
            return;
        }
        var window = HoldWindow.Extended(cart.Hold, now, TimeSpan.FromMinutes(channel.HoldMinutes), TimeSpan.FromMinutes(channel.HoldLimitMinutes));
        var answers = await stock.ReserveAsync([new StockReservation(cart.Id, cart.SalesChannelId, SaleToPlace.PurposeOf(delivery.Kind), window.Until, plan.Claims)], cancel);
        if (answers[0].IsTaken) cart.Held(window, units);
        else await ReleaseAsync(cart, cancel);
    }

    public async Task ReleaseAsync(Cart cart, CancellationToken cancel)
    {
        if (cart.HeldUntil is null) return;
        await stock.ReserveAsync([new StockReservation(cart.Id, cart.SalesChannelId, ClaimPurpose.Ship, clock.GetUtcNow(), [])], cancel);
        cart.Released();
    }

    /// <summary>What other open carts of the same e-mail or the same address hold now.</summary>
    private async Task<Quantity> HeldElsewhereAsync(Cart cart, DateTimeOffset now, CancellationToken cancel)
    {
        var byEmail = cart.Email is null ? 0 : await SumAsync($"select coalesce(sum(held_thousandths), 0) from orders_carts where email = {cart.Email} and held_until > {now} and id <> {cart.Id}", cancel);
        var byAddress = cart.ShopperAddress is null ? 0 : await SumAsync($"select coalesce(sum(held_thousandths), 0) from orders_carts where shopper_address = {cart.ShopperAddress} and held_until > {now} and id <> {cart.Id}", cancel);
        return new Quantity(Math.Max(byEmail, byAddress));
    }

    private async Task<long> SumAsync(Sql sql, CancellationToken cancel) => (long)(await session.QueryAsync(sql, row => row.GetDecimal(0), cancel))[0];
}
