using Hilo.Orders;

namespace Hilo.Tests.Orders.Pickups;

public class Holding_a_pickup
{
    // Monday, nine in the morning in Buenos Aires.
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Ends_when_the_store_closes_that_day() =>
        Assert.Equal(new DateTimeOffset(2026, 3, 6, 23, 0, 0, TimeSpan.Zero), PickupHold.Until(Store(DayOfWeek.Friday, DayOfWeek.Saturday), Monday, 4));

    [Fact]
    public void Reaches_the_next_day_that_the_store_opens() =>
        Assert.Equal(new DateTimeOffset(2026, 3, 9, 23, 0, 0, TimeSpan.Zero), PickupHold.Until(Store(DayOfWeek.Monday), Monday, 5));

    [Fact]
    public void Counts_days_as_the_store_does_and_not_in_UTC()
    {
        // Ten at night on Monday in the store is Tuesday in UTC.
        var late = new DateTimeOffset(2026, 3, 3, 1, 0, 0, TimeSpan.Zero);

        Assert.Equal(new DateTimeOffset(2026, 3, 6, 23, 0, 0, TimeSpan.Zero), PickupHold.Until(Store(DayOfWeek.Friday), late, 4));
    }

    [Fact]
    public void A_store_without_hours_keeps_it_to_the_end_of_the_day() =>
        Assert.Equal(new DateTimeOffset(2026, 3, 8, 2, 59, 0, TimeSpan.Zero), PickupHold.Until(Store(), Monday, 5));

    private static Place Store(params DayOfWeek[] open) => new(
        IId<LocationId>.New(), "PAL", "Palermo", LocationKind.Store, IId<LegalEntityId>.New(), Given.AnAddress(), null, "America/Argentina/Buenos_Aires",
        [.. open.SelectMany(day => new[] { new OpeningHours(day, new TimeOnly(9, 0), new TimeOnly(13, 0)), new OpeningHours(day, new TimeOnly(16, 0), new TimeOnly(20, 0)) })],
        Ships: true, OffersPickup: true, IsActive: true);
}
