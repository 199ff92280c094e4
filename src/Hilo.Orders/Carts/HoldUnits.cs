using Hilo.Platform;

namespace Hilo.Orders;

/// <summary>Holds units of carts at the very places that would serve them now. From the moment delivery is chosen; again at every later step.</summary>
internal sealed class HoldUnits(DbSession session, IClaimStock stock, IAvailability availability, FindSource source, SalesChannels channels, TimeProvider clock)
{
    /// <summary>Changes the carts and the reservations; what cannot be held is not held, and the purchase itself decides.</summary>
    /// <param name="charging">Carts for which a card is about to be charged: nobody pays for what is not there.</param>
    /// <returns>Why not, for carts whose units are not there. Of those that may hold no more, only the charging ones are looked at.</returns>
    public async Task<IReadOnlyDictionary<Cart, Problem>> ForAsync(IReadOnlyList<Cart> carts, IReadOnlySet<Cart> charging, IReadOnlyList<Place> places, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        Cart[] wishing = [.. carts.Where(c => c is { State: CartState.Open, Delivery: not null, Lines.Count: > 0 })];
        var plans = await source.ForAsync([.. wishing.Select(c => new SourceWish(c.Delivery!, c.SalesChannelId, c.Id, c.Lines))], places, cancel);
        var others = await HeldTogether.ReadAsync(session, wishing, now, cancel);
        var asked = new List<(Cart Cart, HoldWindow Window, StockReservation Reservation)>();
        var counted = new List<(Cart Cart, StockReservation Reservation)>();
        var refused = new Dictionary<Cart, Problem>();
        foreach (var (cart, planned) in wishing.Zip(plans))
        {
            var channel = await channels.GetAsync(cart.SalesChannelId, cancel);
            var units = UnitsOf(cart);
            if (Unserved(planned, out var plan) is { } problem)
            {
                refused[cart] = problem;
                continue;
            }
            var window = HoldWindow.Extended(cart.Hold, now, TimeSpan.FromMinutes(channel.HoldMinutes), TimeSpan.FromMinutes(channel.HoldLimitMinutes));
            var reservation = new StockReservation(cart.Id, cart.SalesChannelId, SaleToPlace.PurposeOf(cart.Delivery!.Kind), window.Until, plan!.Claims);
            if (others.TryHold(cart, units, Quantity.Units(channel.HeldUnitsLimit))) asked.Add((cart, window, reservation));
            else if (charging.Contains(cart)) counted.Add((cart, reservation));
        }
        var answers = await stock.ReserveAsync([.. asked.Select(a => a.Reservation)], cancel);
        var held = new HashSet<Cart>();
        for (var i = 0; i < asked.Count; i++)
        {
            var cart = asked[i].Cart;
            if (answers[i].IsTaken)
            {
                cart.Held(asked[i].Window, UnitsOf(cart));
                held.Add(cart);
            }
            else refused[cart] = Short(cart, answers[i].Shortages);
        }
        await ReleaseAsync([.. carts.Where(c => !held.Contains(c))], cancel);
        await CountAsync(counted, refused, cancel);
        return refused;
    }

    /// <summary>Looks whether the units are there, without holding them.</summary>
    private async Task CountAsync(List<(Cart Cart, StockReservation Reservation)> counted, Dictionary<Cart, Problem> refused, CancellationToken cancel)
    {
        if (counted.Count == 0) return;
        var there = await availability.FindAsync([.. counted.Select(c => new AvailabilityQuestion(
            [.. c.Reservation.Lines.Select(l => l.VariantId).Distinct()], c.Cart.SalesChannelId, c.Reservation.Purpose, c.Cart.Id))], cancel);
        // What one of them is about to pay for is not there for the next.
        var promised = new Dictionary<(VariantId, LocationId), Quantity>();
        foreach (var ((cart, reservation), found) in counted.Zip(there))
        {
            StockShortage[] missing = [.. reservation.Lines.GroupBy(l => (l.VariantId, l.LocationId)).Select(wanted => new StockShortage(
                wanted.First().OrderLine, wanted.Key.VariantId, wanted.Key.LocationId, new Quantity(wanted.Sum(l => l.Quantity.Thousandths)),
                found.FirstOrDefault(a => (a.VariantId, a.LocationId) == wanted.Key)?.Available - promised.GetValueOrDefault(wanted.Key) ?? Quantity.Zero)).Where(s => s.Available < s.Wanted)];
            if (missing.Length > 0) refused[cart] = Short(cart, missing);
            else foreach (var line in reservation.Lines) promised[(line.VariantId, line.LocationId)] = promised.GetValueOrDefault((line.VariantId, line.LocationId)) + line.Quantity;
        }
    }

    public async Task ReleaseAsync(IReadOnlyList<Cart> carts, CancellationToken cancel)
    {
        Cart[] holding = [.. carts.Where(c => c.HeldUntil is not null)];
        await stock.ReserveAsync([.. holding.Select(c => new StockReservation(c.Id, c.SalesChannelId, ClaimPurpose.Ship, clock.GetUtcNow(), []))], cancel);
        foreach (var cart in holding) cart.Released();
    }

    private static Problem? Unserved(Result<SourcingPlan> planned, out SourcingPlan? plan) =>
        planned.Refused(out var problem, out plan) ? problem : plan.IsComplete ? null : OrderProblems.Short(plan.Short);

    private static Problem Short(Cart cart, IReadOnlyList<StockShortage> shortages) => OrderProblems.Short(shortages, line => cart.Lines.First(l => l.Id == line).Sku);

    private static Quantity UnitsOf(Cart cart) => new(cart.Lines.Sum(l => l.Quantity.Thousandths));
}
