using Hilo.Inventory;

namespace Hilo.Tests.Inventory;

public class Finding_a_store
{
    private const string BuenosAires = "America/Argentina/Buenos_Aires";

    private static readonly OpeningHours[] Hours =
    [
        new(DayOfWeek.Monday, new(9, 0), new(13, 0)), new(DayOfWeek.Monday, new(16, 0), new(20, 0)), new(DayOfWeek.Saturday, new(10, 0), new(14, 0)),
    ];

    [Theory]
    [InlineData("2026-03-02T11:59:59Z", false, 9, 13)] // Monday 08:59:59 in the store
    [InlineData("2026-03-02T12:00:00Z", true, 9, 13)]
    [InlineData("2026-03-02T15:59:59Z", true, 9, 13)]
    [InlineData("2026-03-02T16:00:00Z", false, 16, 20)]
    [InlineData("2026-03-02T22:30:00Z", true, 16, 20)]
    [InlineData("2026-03-02T23:00:00Z", false, 10, 14, DayOfWeek.Saturday)]
    [InlineData("2026-03-07T17:00:00Z", false, 9, 13, DayOfWeek.Monday)] // Saturday 14:00
    [InlineData("2026-03-03T01:00:00Z", false, 10, 14, DayOfWeek.Saturday)] // still Monday in the store
    public void Knows_when_it_is_open_and_when_next(string now, bool isOpen, int opens, int closes, DayOfWeek? on = null) =>
        Assert.Equal(
            new OpeningState(isOpen, new TimeOnly(opens, 0), new TimeOnly(closes, 0), on),
            OpeningTimes.At(Hours, BuenosAires, DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Is_closed_where_no_hours_are_known() =>
        Assert.Equal(new OpeningState(false, null, null), OpeningTimes.At([], BuenosAires, Given.Noon));

    [Fact]
    public void Refuses_hours_that_overlap_or_end_before_they_begin()
    {
        Assert.Null(OpeningTimes.Refuse(Hours));
        Assert.Contains("overlap", OpeningTimes.Refuse([.. Hours, new(DayOfWeek.Monday, new(12, 0), new(14, 0))]), StringComparison.Ordinal);
        Assert.Contains("not after", OpeningTimes.Refuse([new(DayOfWeek.Monday, new(20, 0), new(2, 0))]), StringComparison.Ordinal);
        Assert.NotNull(OpeningTimes.Refuse([new((DayOfWeek)9, new(9, 0), new(10, 0))]));
    }

    [Theory]
    [InlineData("1425", -34.59, -58.41)]
    [InlineData("C1425DKA", -34.59, -58.41)]
    [InlineData("1000", -34.60, -58.38)]
    [InlineData("5000", -31.42, -64.18)]
    [InlineData("X5009", -31.42, -64.18)]
    [InlineData("8400", -41.13, -71.31)]
    [InlineData("9410", -54.80, -68.30)]
    [InlineData("9999", -53.79, -67.71)]
    public void Knows_roughly_where_a_postal_code_is(string code, double latitude, double longitude)
    {
        Assert.True(PostalCode.TryParse(code, out var parsed));
        Assert.True(PostalPlaces.Of(parsed).KilometersTo(new GeoPoint(latitude, longitude)) < 5);
    }

    [Fact]
    public void Puts_the_nearest_store_first_and_leaves_out_what_shoppers_cannot_visit()
    {
        Place At(string code, GeoPoint? position, LocationKind kind = LocationKind.Store, bool isActive = true) => new(
            IId<LocationId>.New(), code, code, kind, IId<LegalEntityId>.New(), new("Calle", "Ciudad", "C", "1425"), position, BuenosAires, Hours, true, true, isActive);
        Place[] places =
        [
            At("nowhere", null), At("Rosario", new(-32.947, -60.640)), At("Palermo", new(-34.588, -58.411)), At("depot", new(-34.588, -58.411), LocationKind.Warehouse),
            At("closed", new(-34.588, -58.411), isActive: false),
        ];
        Assert.True(PostalCode.TryParse("2000", out var rosario));

        var near = Stores.Of(places, rosario, Given.Noon);

        Assert.Equal(["Rosario", "Palermo", "nowhere"], near.Select(s => s.Code));
        Assert.Equal([0d, 275d, null], near.Select(s => s.DistanceKm is { } km ? Math.Round(km, 0, MidpointRounding.ToEven) : (double?)null));
        Assert.Equal(["Palermo", "Rosario", "nowhere"], Stores.Of(places, null, Given.Noon).Select(s => s.Code));
    }
}
