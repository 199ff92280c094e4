namespace Hilo.Inventory;

/// <summary>The locked rows of one transaction. Decides every claim in order of arrival, keeps the running counters, and holds what must be written.</summary>
/// <remarks>No I/O: facts in, answers and rows out. Whoever holds a level's lock may also change the reservations and allocations of that level, nobody else.</remarks>
internal sealed class StockBook
{
    private readonly Dictionary<LevelKey, LockedLevel> levels;
    private readonly Dictionary<CartId, Dictionary<HoldKey, Hold>> holds = [];
    private readonly Dictionary<AllocationKey, Allocation> allocations;
    private readonly PromiseLimits limits;
    private readonly DateTimeOffset now;
    private readonly string actor;

    /// <param name="holds">Reservations at these levels, of the carts in question.</param>
    /// <param name="allocations">At these levels, of orders that give back or issue; claims need none.</param>
    public StockBook(
        IEnumerable<LockedLevel> levels, IEnumerable<Hold> holds, IEnumerable<Allocation> allocations, PromiseLimits limits, DateTimeOffset now, string actor)
    {
        this.levels = levels.ToDictionary(l => l.Key);
        foreach (var hold in holds.Where(h => this.levels.ContainsKey(h.Key.Level))) HoldsOf(hold.CartId).Add(hold.Key, hold);
        this.allocations = allocations.ToDictionary(a => a.Key);
        (this.limits, this.now, this.actor) = (limits, now, actor);
    }

    public IEnumerable<LockedLevel> Levels => levels.Values;

    public List<StockMovement> Movements { get; } = [];

    /// <summary>The last word on each touched reservation; null: it ends.</summary>
    public Dictionary<HoldKey, Hold?> ChangedHolds { get; } = [];

    /// <summary>Units that orders gain; added to what they have.</summary>
    public List<Allocation> NewAllocations { get; } = [];

    /// <summary>What is left of allocations that were given back or issued; zero: it ends.</summary>
    public Dictionary<AllocationKey, Quantity> SettledAllocations { get; } = [];

    /// <summary>Where more or less can be promised than before.</summary>
    public IEnumerable<LevelKey> ChangedPromises => levels.Values.Where(l => l.Counts.Free != l.Before.Free).Select(l => l.Key);

    /// <summary>Sets what a cart holds. Lines that stay only live longer.</summary>
    public StockAnswer Reserve(StockReservation claim)
    {
        var held = HoldsOf(claim.Cart);
        if (Shortages(claim.Lines, claim.SalesChannelId, claim.Purpose, held.Values) is { Count: > 0 } shortages) return new StockAnswer(shortages);

        var wanted = Sum(claim.Lines, line => new HoldKey(claim.Cart, line.OrderLine, line.VariantId, line.LocationId));
        foreach (var key in held.Keys.Where(key => !wanted.ContainsKey(key)).ToList()) LetGo(held, key);
        foreach (var (key, quantity) in wanted)
        {
            var before = held.GetValueOrDefault(key);
            if (before is not null && before.SalesChannelId != claim.SalesChannelId) limits.Promise(key.Level, before.SalesChannelId, -before.Quantity);
            var counted = before is not null && before.SalesChannelId == claim.SalesChannelId ? before.Quantity : Quantity.Zero;
            limits.Promise(key.Level, claim.SalesChannelId, quantity - counted);
            var change = quantity - (before?.Quantity ?? Quantity.Zero);
            if (!change.IsZero)
                Move(key.Level, change.IsPositive ? StockMovementKind.Reserved : StockMovementKind.Released, new StockCounts(Reserved: change), cart: claim.Cart);
            held[key] = new Hold
            {
                CartId = key.Cart,
                OrderLineId = key.Line,
                VariantId = key.Variant,
                LocationId = key.Location,
                Quantity = quantity,
                SalesChannelId = claim.SalesChannelId,
                Purpose = claim.Purpose,
                Until = claim.Until,
            };
            ChangedHolds[key] = held[key];
        }
        return StockAnswer.Taken;
    }

    /// <summary>Turns what the cart holds into firm allocations, and takes the rest from what is free.</summary>
    public StockAnswer Allocate(StockClaim claim)
    {
        Dictionary<HoldKey, Hold> held = claim.Cart is { } cart ? HoldsOf(cart) : [];
        if (Shortages(claim.Lines, claim.SalesChannelId, claim.Purpose, held.Values) is { Count: > 0 } shortages) return new StockAnswer(shortages);

        foreach (var (key, quantity) in Sum(claim.Lines, line => new AllocationKey(claim.Order, line.OrderLine, line.VariantId, line.LocationId)))
        {
            var consumed = Quantity.Zero;
            var holdKey = new HoldKey(claim.Cart ?? default, key.Line, key.Variant, key.Location);
            if (held.Remove(holdKey, out var hold))
            {
                consumed = hold.Quantity;
                limits.Promise(key.Level, hold.SalesChannelId, -consumed);
                ChangedHolds[holdKey] = null;
            }
            limits.Promise(key.Level, claim.SalesChannelId, quantity);
            Move(key.Level, StockMovementKind.Allocated, new StockCounts(Reserved: -consumed, Allocated: quantity), claim.Order, claim.Cart);
            NewAllocations.Add(new Allocation
            {
                OrderId = key.Order,
                OrderLineId = key.Line,
                VariantId = key.Variant,
                LocationId = key.Location,
                Quantity = quantity,
                SalesChannelId = claim.SalesChannelId,
                AllocatedAt = now,
            });
        }
        foreach (var key in held.Keys.ToList()) LetGo(held, key);
        return StockAnswer.Taken;
    }

    /// <summary>Ends the holds whose time has come; answers which variants each cart lost.</summary>
    public Dictionary<CartId, List<VariantId>> Expire()
    {
        Dictionary<CartId, List<VariantId>> lost = [];
        foreach (var (cart, held) in holds)
        {
            foreach (var hold in held.Values.Where(h => h.Until <= now).ToList())
            {
                LetGo(held, hold.Key);
                if (!lost.TryGetValue(cart, out var variants)) lost[cart] = variants = [];
                if (!variants.Contains(hold.VariantId)) variants.Add(hold.VariantId);
            }
        }
        return lost;
    }

    public void Deallocate(StockRelease release) =>
        Settle(release, StockMovementKind.Deallocated, new StockCounts(Allocated: -release.Quantity));

    public void Issue(StockRelease issue, StockIssue kind) => Settle(
        issue, kind == StockIssue.Shipped ? StockMovementKind.Shipped : StockMovementKind.HandedOver,
        new StockCounts(OnHand: -issue.Quantity, Allocated: -issue.Quantity));

    /// <summary>Units that cannot be found: the allocation ends and on hand falls to what is promised to others. A clerk who found too few has seen the shelf empty.</summary>
    public StockAdjusted Lose(StockRelease loss, string reason)
    {
        var key = new LevelKey(loss.VariantId, loss.LocationId);
        Settle(loss, StockMovementKind.Deallocated, new StockCounts(Allocated: -loss.Quantity));
        var (before, after) = (levels[key].Counts.OnHand, levels[key].Counts.Promised);
        if (before != after) Move(key, StockMovementKind.Adjusted, new StockCounts(OnHand: after - before), loss.Order, reason: reason);
        return new StockAdjusted(key.Variant, key.Location, before, after, "not_found");
    }

    /// <summary>Corrects what is there. Refused below what is promised: someone would be left without.</summary>
    public Result<StockCounted> SetOnHand(LevelKey key, Quantity onHand, string reason)
    {
        var level = levels[key];
        var before = level.Counts.OnHand;
        if (onHand < level.Counts.Promised) return StockProblems.BelowPromised(onHand, level.Counts);
        if (onHand != before)
        {
            // The first movement of a level is its first stock; later ones correct it.
            var kind = level.Movements == 0 ? StockMovementKind.Received : StockMovementKind.Adjusted;
            Move(key, kind, new StockCounts(OnHand: onHand - before), reason: reason);
        }
        return new StockCounted(before, onHand);
    }

    public Quantity OnHandAt(LevelKey key) => levels[key].Counts.OnHand;

    public Quantity PromisedAt(LevelKey key) => levels[key].Counts.Promised;

    private void Settle(StockRelease release, StockMovementKind kind, StockCounts change)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(release.Quantity.Thousandths, 0);
        var key = new AllocationKey(release.Order, release.OrderLine, release.VariantId, release.LocationId);
        var left = SettledAllocations.TryGetValue(key, out var settled) ? settled : allocations.GetValueOrDefault(key)?.Quantity ?? Quantity.Zero;
        // A cancellation that runs twice must never free units that somebody else holds.
        if (left < release.Quantity)
            throw new InvalidOperationException($"Order {release.Order} has {left} of variant {release.VariantId} allocated at {release.LocationId}, not {release.Quantity}.");
        SettledAllocations[key] = left - release.Quantity;
        Move(key.Level, kind, change, release.Order);
    }

    /// <summary>The decision: every line that cannot be had, with what could. Lines of one claim compete with each other.</summary>
    private List<StockShortage> Shortages(IReadOnlyList<StockClaimLine> lines, SalesChannelId channel, ClaimPurpose purpose, IReadOnlyCollection<Hold> held)
    {
        List<StockShortage> shortages = [];
        Dictionary<LevelKey, Quantity> taken = [];
        foreach (var line in lines)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(line.Quantity.Thousandths, 0);
            var key = new LevelKey(line.VariantId, line.LocationId);
            var already = taken.GetValueOrDefault(key);
            var available = Quantity.Max(Available(key, channel, purpose, held) - already, Quantity.Zero);
            if (line.Quantity > available) shortages.Add(new StockShortage(line.OrderLine, line.VariantId, line.LocationId, line.Quantity, available));
            else taken[key] = already + line.Quantity;
        }
        return shortages;
    }

    private Quantity Available(LevelKey key, SalesChannelId channel, ClaimPurpose purpose, IReadOnlyCollection<Hold> held)
    {
        if (!levels.TryGetValue(key, out var level) || !level.IsActive) return Quantity.Zero;
        return limits.Available(key, level.Counts.Free, level.Safety, channel, purpose, OwnHolds.At(key, held, channel, purpose));
    }

    private void LetGo(Dictionary<HoldKey, Hold> held, HoldKey key)
    {
        if (!held.Remove(key, out var hold)) return;
        limits.Promise(key.Level, hold.SalesChannelId, -hold.Quantity);
        Move(key.Level, StockMovementKind.Released, new StockCounts(Reserved: -hold.Quantity), cart: key.Cart);
        ChangedHolds[key] = null;
    }

    private void Move(LevelKey key, StockMovementKind kind, StockCounts change, OrderId? order = null, CartId? cart = null, string? reason = null) =>
        Movements.Add(levels[key].Move(kind, change, now, actor) with { OrderId = order, CartId = cart, Reason = reason });

    private Dictionary<HoldKey, Hold> HoldsOf(CartId cart)
    {
        if (!holds.TryGetValue(cart, out var held)) holds[cart] = held = [];
        return held;
    }

    private static Dictionary<TKey, Quantity> Sum<TKey>(IReadOnlyList<StockClaimLine> lines, Func<StockClaimLine, TKey> keyOf) where TKey : notnull
    {
        Dictionary<TKey, Quantity> sums = new(lines.Count);
        foreach (var line in lines) sums[keyOf(line)] = sums.GetValueOrDefault(keyOf(line)) + line.Quantity;
        return sums;
    }
}

/// <summary>What a correction found and left.</summary>
internal sealed record StockCounted(Quantity Before, Quantity After);
