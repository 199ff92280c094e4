namespace Hilo.Catalog;

/// <summary>Prices in one currency. The default list answers wherever a narrower list of the same currency is silent.</summary>
internal sealed class PriceList
{
    public required PriceListId Id { get; init; }
    public required string Name { get; set; }
    public required Currency Currency { get; init; }
    public bool IsDefault { get; init; }
    public SalesChannelId? SalesChannelId { get; init; }
    public LocationGroupId? LocationGroupId { get; init; }
    public Guid? CustomerGroupId { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    public PriceListView View() => new(Id, Name, Currency, SalesChannelId, IsDefault);
}
