namespace Hilo.Orders;

/// <summary>What a customer's thread calls the channels.</summary>
internal sealed class NameSalesChannels(SalesChannels channels) : INameSalesChannels
{
    public async Task<IReadOnlyDictionary<SalesChannelId, string>> NamesAsync(CancellationToken cancel) =>
        (await channels.AllAsync(cancel)).ToDictionary(c => c.Id, c => c.Name);
}
