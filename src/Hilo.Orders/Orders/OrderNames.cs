namespace Hilo.Orders;

/// <summary>What people call the places and channels that an order names by id.</summary>
internal sealed record OrderNames(IReadOnlyDictionary<LocationId, Place> Places, IReadOnlyDictionary<SalesChannelId, SalesChannel> Channels)
{
    public string Of(LocationId location) => Places.TryGetValue(location, out var place) ? place.Name : "";

    public SalesChannel? Of(SalesChannelId channel) => Channels.GetValueOrDefault(channel);
}
