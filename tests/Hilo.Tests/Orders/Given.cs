using Hilo.Orders;

namespace Hilo.Tests.Orders;

internal static class Given
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);

    public static PostalAddress AnAddress(string postalCode = "1425", string province = "C") => new("Av. Santa Fe", "Buenos Aires", province, postalCode, "1860");

    public static CartContact AContact(string email = "sofia@ejemplo.com") => new(email, "Sofía Bentancur", "11 5555-0142");

    public static CartDelivery APickup(LocationId at) => new(DeliveryKind.Pickup, at);

    public static CartDelivery AShipment(PostalAddress? to = null) => new(DeliveryKind.Ship, null, to ?? AnAddress());

    public static PlaceOrderRequest AnOrder(SalesChannelId channel, CartDelivery delivery, params (VariantId Variant, int Units)[] lines) =>
        new(channel, [.. lines.Select(l => new PlaceOrderLine(Quantity.Units(l.Units), l.Variant))], delivery);

    public static Cart ACart(SalesChannelId? channel = null, string token = "") => new()
    {
        Id = IId<CartId>.New(),
        TokenHash = CartToken.Hash(token),
        SalesChannelId = channel ?? Channel,
        SaleId = IId<SaleId>.New(),
        Currency = Currency.Ars,
        CreatedAt = Noon,
        ChangedAt = Noon,
    };

    private static readonly SalesChannelId Channel = IId<SalesChannelId>.New();
}
