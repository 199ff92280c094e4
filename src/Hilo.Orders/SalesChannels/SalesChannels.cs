using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Orders;

/// <summary>The merchant, its sales channels and delivery tables in memory, since every cart step needs them and they change a few times a year. The log keeps them fresh on every node.</summary>
internal sealed class SalesChannels(SessionScopes sessions) : IFollowLog
{
    private volatile Known? known;

    public Task StartAsync(CancellationToken cancel) => ReadAsync(cancel);

    public async Task FollowAsync(IReadOnlyList<LoggedEvent> happened, CancellationToken cancel)
    {
        if (happened.Any(h => h.Event is SalesChannelSaved or ShippingRatesSaved or MerchantChanged)) await ReadAsync(cancel);
    }

    /// <summary>Null for a channel that does not exist or does not sell now.</summary>
    public async ValueTask<SalesChannel?> FindActiveAsync(SalesChannelId? id, CancellationToken cancel)
    {
        // One that is not known may have been saved a moment ago, here or on another node.
        var found = Find(await KnownAsync(cancel)) ?? Find(await ReadAsync(cancel));
        return found is { IsActive: true } ? found : null;

        SalesChannel? Find(Known now) => id is { } wanted ? now.Channels.FirstOrDefault(c => c.Id == wanted) : now.Channels.FirstOrDefault(c => c.Kind == SalesChannelKind.Web && c.IsActive);
    }

    public async ValueTask<SalesChannel> GetAsync(SalesChannelId id, CancellationToken cancel) =>
        (await KnownAsync(cancel)).Channels.FirstOrDefault(c => c.Id == id) ?? (await ReadAsync(cancel)).Channels.First(c => c.Id == id);

    public async ValueTask<MerchantView> MerchantAsync(CancellationToken cancel) => (await KnownAsync(cancel)).Merchant;

    public async ValueTask<IReadOnlyList<SalesChannel>> AllAsync(CancellationToken cancel) => (await KnownAsync(cancel)).Channels;

    /// <summary>The delivery table of a channel; empty where nothing is delivered.</summary>
    public async ValueTask<ShippingRates> ShippingAsync(SalesChannel channel, CancellationToken cancel)
    {
        var rows = (await KnownAsync(cancel)).Rates;
        var own = rows.Where(r => r.SalesChannelId == channel.Id).ToList();
        if (own.Count == 0) own = [.. rows.Where(r => r.SalesChannelId is null && r.Currency == channel.Currency)];
        return ShippingRates.Of([.. own.Select(r => r.Rate()).OfType<ShippingRate>()]).Refused(out var why, out var rates)
            ? throw new InvalidOperationException($"The delivery table of {channel.Name} contradicts itself: {why.Detail}")
            : rates;
    }

    private async ValueTask<Known> KnownAsync(CancellationToken cancel) => known ?? await ReadAsync(cancel);

    private async Task<Known> ReadAsync(CancellationToken cancel) => known = await sessions.RunAsync(new Facts(), async (services, token) =>
    {
        var db = services.GetRequiredService<OrdersDb>();
        return new Known(
            await services.GetRequiredService<IMerchant>().CurrentAsync(token),
            await db.SalesChannels.AsNoTracking().OrderBy(c => c.CreatedAt).ThenBy(c => c.Id).ToListAsync(token),
            await db.ShippingRates.AsNoTracking().ToListAsync(token));
    }, cancel);

    private sealed record Known(MerchantView Merchant, IReadOnlyList<SalesChannel> Channels, IReadOnlyList<ShippingRateRow> Rates);
}
