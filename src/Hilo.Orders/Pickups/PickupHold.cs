namespace Hilo.Orders;

/// <summary>How long a store keeps what is to be collected.</summary>
internal static class PickupHold
{
    /// <summary>Until the store closes, some days after today in its own time; when it does not open that day, on the next one that it does.</summary>
    public static DateTimeOffset Until(Place place, DateTimeOffset now, int days)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(place.TimeZone);
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime).AddDays(days);
        if (place.Hours.Count == 0) return At(day, new TimeOnly(23, 59), zone);
        while (!place.Hours.Any(h => h.Day == day.DayOfWeek)) day = day.AddDays(1);
        return At(day, place.Hours.Where(h => h.Day == day.DayOfWeek).Max(h => h.Closes), zone);
    }

    private static DateTimeOffset At(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(time, DateTimeKind.Unspecified);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
