using Hilo.Platform;

namespace Hilo.Orders;

/// <summary>Holds units of carts at the very places that would serve them now. From the moment delivery is chosen; again at every later step.</summary>
internal sealed class HoldUnits(DbSession session, IClaimStock stock, FindSource source, SalesChannels channels, TimeProvider clock)
{
    /// <summary>Changes the carts and the reservations; what cannot be held is not held, and the purchase itself decides.</summary>
    public async Task ForAsync(IReadOnlyList<Cart> carts, IReadOnlyList<Place> places, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        Cart[] wishing = [.. carts.Where(c => c is { State: CartState.Open, Delivery: not null, Lines.Count: > 0 })];
        var plans = await source.ForAsync([.. wishing.Select(c => new SourceWish(c.Delivery!, c.SalesChannelId, c.Id, c.Lines))], places, cancel);
        var others = await HeldTogether.ReadAsync(session, wishing, now, cancel);
        var asked = new List<(Cart Cart, HoldWindow Window, StockReservation Reservation)>();
        foreach (var (cart, planned) in wishing.Zip(plans))
        {
            var channel = await channels.GetAsync(cart.SalesChannelId, cancel);
            var units = UnitsOf(cart);
            if (planned.Refused(out _, out var plan) || !plan.IsComplete || !others.TryHold(cart, units, Quantity.Units(channel.HeldUnitsLimit))) continue;
            var window = HoldWindow.Extended(cart.Hold, now, TimeSpan.FromMinutes(channel.HoldMinutes), TimeSpan.FromMinutes(channel.HoldLimitMinutes));
            asked.Add((cart, window, new StockReservation(cart.Id, cart.SalesChannelId, SaleToPlace.PurposeOf(cart.Delivery!.Kind), window.Until, plan.Claims)));
        }
        var answers = await stock.ReserveAsync([.. asked.Select(a => a.Reservation)], cancel);
        var held = new HashSet<Cart>();
        for (var i = 0; i < asked.Count; i++)
        {
            if (!answers[i].IsTaken) continue;
            asked[i].Cart.Held(asked[i].Window, UnitsOf(asked[i].Cart));
            held.Add(asked[i].Cart);
        }
        await ReleaseAsync([.. carts.Where(c => !held.Contains(c))], cancel);
    }

    public async Task ReleaseAsync(IReadOnlyList<Cart> carts, CancellationToken cancel)
    {
        Cart[] holding = [.. carts.Where(c => c.HeldUntil is not null)];
        await stock.ReserveAsync([.. holding.Select(c => new StockReservation(c.Id, c.SalesChannelId, ClaimPurpose.Ship, clock.GetUtcNow(), []))], cancel);
        foreach (var cart in holding) cart.Released();
    }

    private static Quantity UnitsOf(Cart cart) => new(cart.Lines.Sum(l => l.Quantity.Thousandths));
}
