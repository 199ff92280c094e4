namespace Hilo.Orders;

/// <summary>Time as a store's door sees it: its own time zone and opening hours.</summary>
internal static class StoreClock
{
    private static readonly TimeSpan Preparing = TimeSpan.FromHours(2);

    /// <summary>When something ordered now can be collected: two hours of opening time from now.</summary>
    public static DateTimeOffset ReadyFrom(Place place, DateTimeOffset now)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(place.TimeZone);
        var local = TimeZoneInfo.ConvertTime(now, zone);
        var left = Preparing;
        // A week always repeats; a store without hours is always open.
        for (var day = 0; day <= 7 && place.Hours.Count > 0; day++)
        {
            var date = DateOnly.FromDateTime(local.DateTime).AddDays(day);
            foreach (var hours in place.Hours.Where(h => h.Day == date.DayOfWeek).OrderBy(h => h.Opens))
            {
                var opens = Local(date, hours.Opens, zone);
                var closes = Local(hours.Closes > hours.Opens ? date : date.AddDays(1), hours.Closes, zone);
                var from = opens > now ? opens : now;
                if (closes <= from) continue;
                if (from + left <= closes) return from + left;
                left -= closes - from;
            }
        }
        return now + left;
    }

    /// <summary>The end of a store-local day some days ahead: what a hold of whole days means.</summary>
    public static DateTimeOffset EndOfDay(Place place, DateTimeOffset now, int days)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(place.TimeZone);
        var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime).AddDays(days);
        return Local(date, new TimeOnly(23, 59), zone);
    }

    /// <summary>Working days from the local date; holidays are not known.</summary>
    public static DateOnly WorkingDay(DateTimeOffset now, string timeZone, int days)
    {
        var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(timeZone)).DateTime);
        for (var left = days; left > 0;)
        {
            date = date.AddDays(1);
            if (date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) left--;
        }
        return date;
    }

    private static DateTimeOffset Local(DateOnly date, TimeOnly time, TimeZoneInfo zone)
    {
        var local = date.ToDateTime(time, DateTimeKind.Unspecified);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
