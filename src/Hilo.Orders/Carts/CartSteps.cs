using Hilo.Platform;

namespace Hilo.Orders;

/// <summary>Hands the steps of carts to their lane: shoppers who are in the checkout at the same moment share a transaction.</summary>
internal sealed class CartSteps(ILane<CartStep, CartTaken> lane)
{
    public async Task<Result<CartTaken>> TakeAsync(CartStep step, IdempotencyKey? key, CancellationToken cancel)
    {
        var taken = await lane.SubmitAsync(step, key is null ? null : new LaneKey<CartTaken>(key.Scope, key.Key, key.RequestHash, Kept), cancel);
        if (key is not null) key.IsKept = !taken.Refused(out _, out _);
        return taken;

        static StoredAnswer? Kept(Result<CartTaken> outcome) => outcome.Refused(out _, out var done) ? null : StoredAnswer.Json(StatusCodes.Status200OK, done.View);
    }
}

/// <summary>What every step has in common: open the cart locked, change it, bring prices, delivery and held units in step, show it. For all carts of a group with the same few statements.</summary>
internal sealed class TakeCartSteps(
    DbSession session, OpenCart open, SalesChannels channels, ISellables sellables, ILocations locations, IPriceSales prices, FindTributes tributes, HoldUnits holds, ICardBook cards, CartViews views, TimeProvider clock)
    : IGroupHandler<CartStep, CartTaken>
{
    public async Task<IReadOnlyList<Result<CartTaken>>> HandleAsync(IReadOnlyList<CartStep> group, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var carts = await open.ToChangeAsync([.. group.SelectMany(CartsOf).Distinct()], cancel);
        foreach (var step in group)
            if (step.Begin is { } begin) carts[step.Id] = begin(now);
        var places = await locations.AllAsync(cancel);
        var sold = await SoldAsync(group, carts, cancel);

        var refusals = new Problem?[group.Count];
        var (changed, begun) = (new HashSet<Cart>(), new HashSet<Cart>());
        for (var i = 0; i < group.Count; i++)
        {
            var step = group[i];
            refusals[i] = Take(step, carts, sold, places, now, await ChannelAsync(step, carts, cancel), changed);
            if (refusals[i] is null && step.Begin is not null) begun.Add(carts[step.Id]);
        }
        // Sales are locked after carts and before stock, as where orders are placed.
        int[] charging = [.. Enumerable.Range(0, group.Count).Where(i => group[i].Charge is not null && refusals[i] is null)];
        await cards.LockAsync([.. charging.Select(i => group[i].Charge!.Sale)], cancel);
        var unserved = await SettleAsync(changed, charging.Select(i => carts[group[i].Id]).ToHashSet(), places, now, cancel);
        foreach (var i in charging)
        {
            if (!unserved.TryGetValue(carts[group[i].Id], out var missing)) continue;
            carts[group[i].Id].ForgetCharge();
            refusals[i] = missing;
        }
        var charges = await ChargeAsync([.. charging.Where(i => refusals[i] is null).Select(i => group[i])], cancel);
        await CartRows.InsertAsync(session, [.. begun], cancel);
        await CartRows.UpdateAsync(session, [.. changed.Except(begun)], cancel);
        Cart[] shown = [.. group.Where((step, i) => step.Charge is null && refusals[i] is null).Select(step => carts[step.Id]).Distinct()];
        var seen = shown.Zip(await views.ShowAsync(shown, cancel)).ToDictionary(s => s.First, s => s.Second);
        return [.. group.Select((step, i) => refusals[i] is { } refused ? Result<CartTaken>.Refuse(refused)
            : new CartTaken(carts[step.Id], seen.GetValueOrDefault(carts[step.Id]), step.Charge is null ? default(Result<CardPlan>?) : charges[step]))];
    }

    private async Task<Dictionary<CartStep, Result<CardPlan>>> ChargeAsync(CartStep[] charging, CancellationToken cancel) =>
        charging.Zip(await cards.PlanAsync([.. charging.Select(step => step.Charge!)], cancel)).ToDictionary(c => c.First, c => c.Second);

    private Problem? Take(
        CartStep step, Dictionary<CartId, Cart> carts, Dictionary<SalesChannelId, IReadOnlyDictionary<VariantId, Sellable>> sold, IReadOnlyList<Place> places, DateTimeOffset now,
        SalesChannel? channel, HashSet<Cart> changed)
    {
        if (!carts.TryGetValue(step.Id, out var cart) || channel is null || (step.Begin is null && !OpenCart.Fits(cart, step.Caller.Token))) return CartProblems.NotFound;
        var from = default(Cart);
        if (step.From is { } other && (!carts.TryGetValue(other.Id, out from) || !OpenCart.Fits(from, other.Token))) return CartProblems.NotFound;
        if (step.Change(cart, new StepFacts(channel, now, sold.GetValueOrDefault(channel.Id) ?? NothingSold, places, from, tributes.MayCharge(channel.LegalEntityId))) is { } refused) return refused;
        step.Caller.Mark(cart);
        changed.Add(cart);
        if (from is not null) changed.Add(from);
        return null;
    }

    /// <summary>Renews prices that are no longer kept, quotes delivery again and holds what each cart now wants. What a card is being charged stays as it is.</summary>
    /// <returns>Why not, for carts whose units are not there.</returns>
    private async Task<IReadOnlyDictionary<Cart, Problem>> SettleAsync(HashSet<Cart> changed, IReadOnlySet<Cart> charging, IReadOnlyList<Place> places, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var some in changed.Where(c => c.State == CartState.Open && c.HasOldPrices(now)).GroupBy(c => c.SalesChannelId))
        {
            var channel = await channels.GetAsync(some.Key, cancel);
            var sold = await sellables.FindAsync([.. some.SelectMany(c => c.Lines).Select(l => l.VariantId).Distinct()], channel.Id, cancel);
            foreach (var cart in some) cart.RenewPrices(sold, now, TimeSpan.FromHours(channel.PricesKeptHours));
        }
        foreach (var cart in changed.Where(c => c.State == CartState.Open && c.ChargeMinor is null))
            cart.Quote(Quote(cart, await channels.ShippingAsync(await channels.GetAsync(cart.SalesChannelId, cancel), cancel)));
        return await holds.ForAsync([.. changed], charging, places, cancel);
    }

    private CartShipping? Quote(Cart cart, ShippingRates rates)
    {
        if (cart.Delivery is not { Kind: DeliveryKind.Ship } delivery || cart.Lines.Count == 0) return null;
        if (prices.Of(cart.Currency, cart.Lines, null).Refused(out var problem, out var goods)
            || ShippingQuotes.For(delivery, cart.Lines, goods, rates).Refused(out problem, out var shipping))
            return new CartShipping(Money.Zero(cart.Currency), "", 0, 0, problem.Code);
        return shipping;
    }

    private async Task<Dictionary<SalesChannelId, IReadOnlyDictionary<VariantId, Sellable>>> SoldAsync(IReadOnlyList<CartStep> group, Dictionary<CartId, Cart> carts, CancellationToken cancel)
    {
        var sold = new Dictionary<SalesChannelId, IReadOnlyDictionary<VariantId, Sellable>>();
        foreach (var some in group.Where(step => step.Wants.Count > 0 && carts.ContainsKey(step.Id)).GroupBy(step => carts[step.Id].SalesChannelId))
            sold[some.Key] = await sellables.FindAsync([.. some.SelectMany(step => step.Wants).Distinct()], some.Key, cancel);
        return sold;
    }

    private async ValueTask<SalesChannel?> ChannelAsync(CartStep step, Dictionary<CartId, Cart> carts, CancellationToken cancel) =>
        carts.TryGetValue(step.Id, out var cart) ? await channels.GetAsync(cart.SalesChannelId, cancel) : null;

    private static IEnumerable<CartId> CartsOf(CartStep step)
    {
        if (step.Begin is null) yield return step.Id;
        if (step.From is { } from) yield return from.Id;
    }

    private static readonly IReadOnlyDictionary<VariantId, Sellable> NothingSold = new Dictionary<VariantId, Sellable>();
}
