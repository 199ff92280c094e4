namespace Hilo.Orders;

/// <summary>Shoppers without a cart see the prices of the first active web channel: the one that their cart will belong to.</summary>
internal sealed class BrowsingChannel(SalesChannels channels) : IBrowsingChannel
{
    public async Task<SalesChannelId?> SalesChannelAsync(CancellationToken cancel) =>
        (await channels.AllAsync(cancel)).FirstOrDefault(c => c is { Kind: SalesChannelKind.Web, IsActive: true })?.Id;
}
