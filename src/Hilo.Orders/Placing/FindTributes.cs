namespace Hilo.Orders;

/// <summary>Asks which tributes the seller of a sale must charge on top of it.</summary>
internal sealed class FindTributes(IEnumerable<IChargeTributes> rule, ILocations locations, TimeProvider clock)
{
    /// <summary>False for most sellers.</summary>
    public bool MayCharge(LegalEntityId seller) => rule.FirstOrDefault()?.Charges(seller) == true;

    /// <param name="taxedNet">Of the priced sale.</param>
    public async ValueTask<IReadOnlyList<SaleTribute>> ForAsync(LegalEntityId seller, OrderReceiver? receiver, CartDelivery? delivery, Money taxedNet, CancellationToken cancel) =>
        MayCharge(seller) ? rule.First().Of(new SaleToTax(seller, receiver, await ProvinceAsync(delivery, cancel), taxedNet, clock.GetUtcNow())) : [];

    /// <summary>Of the address, or of the store that hands it over: as the document will say.</summary>
    private async ValueTask<string?> ProvinceAsync(CartDelivery? delivery, CancellationToken cancel) => delivery is null ? null
        : delivery.Kind == DeliveryKind.Ship ? delivery.Address?.Province
        : (await locations.AllAsync(cancel)).FirstOrDefault(p => p.Id == delivery.LocationId)?.Address.Province;
}
