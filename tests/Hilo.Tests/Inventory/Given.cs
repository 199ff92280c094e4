using Hilo.Inventory;

namespace Hilo.Tests.Inventory;

/// <summary>Plain facts of stock, with a default for everything.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public static Quantity Units(int units) => Quantity.Units(units);

    public static LockedLevel ALevel(LevelKey key, int onHand, int reserved = 0, int allocated = 0, int safety = 0, bool isActive = true) =>
        new(key, new StockCounts(Units(onHand), Units(reserved), Units(allocated)), Units(safety), movements: 1, isActive, isRuled: true);

    public static Hold AHold(CartId cart, StockClaimLine line, SalesChannelId? channel = null, DateTimeOffset? until = null, ClaimPurpose purpose = ClaimPurpose.Ship) => new()
    {
        CartId = cart,
        OrderLineId = line.OrderLine,
        VariantId = line.VariantId,
        LocationId = line.LocationId,
        Quantity = line.Quantity,
        SalesChannelId = channel ?? Depot.Web,
        Purpose = purpose,
        Until = until ?? Noon.AddMinutes(15),
    };

    public static StockClaimLine ALine(LevelKey at, int units, OrderLineId? line = null) =>
        new(line ?? IId<OrderLineId>.New(), at.Variant, at.Location, Units(units));

    public static StockClaim AClaim(params StockClaimLine[] lines) => AClaim(null, lines);

    public static StockClaim AClaim(CartId? cart, params StockClaimLine[] lines) =>
        new(IId<OrderId>.New(), cart, Depot.Web, ClaimPurpose.Ship, lines);

    public static StockReservation AReservation(CartId cart, params StockClaimLine[] lines) =>
        new(cart, Depot.Web, ClaimPurpose.Ship, Noon.AddMinutes(15), lines);

    public static SaveLocationRequest ALocation(string code) => new(
        code, $"Sucursal {code}", LocationKind.Store, IId<LegalEntityId>.New(), new PostalAddress("Av. Santa Fe", "Buenos Aires", "C", "1425", "1860"),
        "America/Argentina/Buenos_Aires", Ships: true, OffersPickup: true, Position: new GeoPoint(-34.595, -58.393),
        Hours: [new(DayOfWeek.Monday, new TimeOnly(10, 0), new TimeOnly(20, 0))]);

    public static LevelKey ANewLevel() => new(IId<VariantId>.New(), IId<LocationId>.New());
}
