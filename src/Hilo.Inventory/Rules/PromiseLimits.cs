namespace Hilo.Inventory;

/// <summary>What may be promised of a level: the one place that knows safety stock, channel caps and pickup floors.</summary>
/// <param name="rules">Those of the locations in question.</param>
/// <param name="promised">Units that each channel holds now, for levels that have a rule.</param>
internal sealed class PromiseLimits(IEnumerable<ChannelRule> rules, IEnumerable<(LevelKey Level, SalesChannelId Channel, Quantity Quantity)> promised)
{
    public static readonly PromiseLimits None = new([], []);

    private readonly Dictionary<(LocationId, VariantId, SalesChannelId), ChannelRule> byScope = rules.ToDictionary(r => (r.LocationId, r.VariantId, r.SalesChannelId));
    private readonly Dictionary<(LevelKey, SalesChannelId), Quantity> held = promised.ToDictionary(p => (p.Level, p.Channel), p => p.Quantity);

    /// <summary>May be negative where safety or a floor is larger than what is free.</summary>
    public Quantity Available(LevelKey level, Quantity free, Quantity safety, SalesChannelId channel, ClaimPurpose purpose, OwnHolds own)
    {
        var available = free + own.All - safety;
        if (byScope.Count > 0)
        {
            if (purpose == ClaimPurpose.Pickup && Rule(level, channel, r => r.PickupFloor) is { } floor) available -= floor;
            if (Rule(level, channel, r => r.Cap) is { } cap)
                available = Quantity.Min(available, cap - held.GetValueOrDefault((level, channel)) + own.OnChannel);
        }
        // A hold is a promise: safety or a cap that was tightened afterwards does not break it.
        return Quantity.Max(available, own.Alike);
    }

    /// <summary>Keeps count while claims of one group are decided.</summary>
    public void Promise(LevelKey level, SalesChannelId channel, Quantity change)
    {
        if (byScope.Count > 0) held[(level, channel)] = held.GetValueOrDefault((level, channel)) + change;
    }

    // The narrower rule wins: a variant before a location, and there a channel before all.
    private Quantity? Rule(LevelKey level, SalesChannelId channel, Func<ChannelRule, Quantity?> limit)
    {
        return Of(level.Variant, channel) ?? Of(level.Variant, default) ?? Of(default, channel) ?? Of(default, default);

        Quantity? Of(VariantId variant, SalesChannelId ofChannel) =>
            byScope.TryGetValue((level.Location, variant, ofChannel), out var rule) ? limit(rule) : null;
    }
}

/// <summary>Units that the asking cart holds at a level already: free to it.</summary>
/// <param name="OnChannel">Those that it holds through the same channel.</param>
/// <param name="Alike">Those that it holds through the same channel for the same purpose.</param>
internal readonly record struct OwnHolds(Quantity All, Quantity OnChannel, Quantity Alike)
{
    public static OwnHolds At(LevelKey level, IEnumerable<Hold> holds, SalesChannelId channel, ClaimPurpose purpose)
    {
        var own = default(OwnHolds);
        foreach (var hold in holds)
        {
            if (hold.Key.Level != level) continue;
            var onChannel = hold.SalesChannelId == channel ? hold.Quantity : Quantity.Zero;
            own = new(own.All + hold.Quantity, own.OnChannel + onChannel, own.Alike + (hold.Purpose == purpose ? onChannel : Quantity.Zero));
        }
        return own;
    }
}
