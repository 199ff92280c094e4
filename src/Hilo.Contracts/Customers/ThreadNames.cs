namespace Hilo;

/// <summary>Filled by Orders: what sales channels are called in a customer's thread.</summary>
public interface INameSalesChannels
{
    Task<IReadOnlyDictionary<SalesChannelId, string>> NamesAsync(CancellationToken cancel);
}
