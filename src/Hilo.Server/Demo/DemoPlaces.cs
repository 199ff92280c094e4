namespace Hilo.Server.Demo;

/// <summary>Where the invented retailer is: five shops and a depot in real cities, at invented numbers.</summary>
internal static class DemoPlaces
{
    public const string TimeZone = "America/Argentina/Buenos_Aires";

    private static readonly DayOfWeek[] Workdays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    public static IReadOnlyList<SaveLocationRequest> All(LegalEntityId seller) =>
    [
        Store("PAL", "Palermo", new("Gurruchaga", "Buenos Aires", "C", "C1414DIL", "1687"), new(-34.5889, -58.4306), seller, 10, 20),
        Store("BEL", "Belgrano", new("Av. Cabildo", "Buenos Aires", "C", "C1428AAV", "2040"), new(-34.5620, -58.4563), seller, 10, 20),
        Store("ROS", "Rosario Centro", new("Córdoba", "Rosario", "S", "S2000AWN", "1352"), new(-32.9468, -60.6393), seller, 9, 20),
        Store("CBA", "Córdoba", new("Obispo Trejo", "Córdoba", "X", "X5000IYI", "421"), new(-31.4201, -64.1888), seller, 9, 19),
        Store("MZA", "Mendoza", new("Av. San Martín", "Mendoza", "M", "M5500AAN", "1210"), new(-32.8895, -68.8394), seller, 9, 20),
        new("AVE", "Depósito Avellaneda", LocationKind.Warehouse, seller, new("Av. Belgrano", "Avellaneda", "B", "B1870ARG", "3300"), TimeZone, Ships: true, OffersPickup: false,
            Position: new(-34.6627, -58.3655), Hours: Hours(8, 18, isOpenOnSaturday: false)),
    ];

    private static SaveLocationRequest Store(string code, string name, PostalAddress address, GeoPoint position, LegalEntityId seller, int opens, int closes) =>
        new(code, name, LocationKind.Store, seller, address, TimeZone, Ships: true, OffersPickup: true, Position: position, Hours: Hours(opens, closes, isOpenOnSaturday: true));

    private static IReadOnlyList<OpeningHours> Hours(int opens, int closes, bool isOpenOnSaturday) =>
    [
        .. Workdays.Select(day => new OpeningHours(day, new TimeOnly(opens, 0), new TimeOnly(closes, 0))),
        .. isOpenOnSaturday ? new[] { new OpeningHours(DayOfWeek.Saturday, new TimeOnly(10, 0), new TimeOnly(Math.Min(closes, 18), 0)) } : [],
    ];
}
