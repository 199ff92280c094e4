namespace Hilo.Inventory;

/// <summary>When a place is open, in its own time. A day may have several spans; none crosses midnight.</summary>
internal static class OpeningTimes
{
    /// <summary>What is wrong with these hours, in words; null when nothing is.</summary>
    public static string? Refuse(IReadOnlyList<OpeningHours> hours)
    {
        if (hours.Any(h => !Enum.IsDefined(h.Day))) return "A day is sunday to saturday.";
        if (hours.FirstOrDefault(h => h.Closes <= h.Opens) is { } backwards)
            return $"On {backwards.Day} it closes at {backwards.Closes:HH:mm}, which is not after {backwards.Opens:HH:mm}. Hours past midnight go to the next day.";
        foreach (var day in hours.GroupBy(h => h.Day))
        {
            var spans = day.OrderBy(h => h.Opens).ToList();
            for (var i = 1; i < spans.Count; i++)
                if (spans[i].Opens < spans[i - 1].Closes) return $"Two spans of {day.Key} overlap.";
        }
        return null;
    }

    /// <summary>Open or closed at an instant, and when that next changes: the closing time of the present span, or the next opening.</summary>
    public static OpeningState At(IReadOnlyList<OpeningHours> hours, string timeZone, DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(timeZone));
        var time = TimeOnly.FromTimeSpan(local.TimeOfDay);
        var today = hours.Where(h => h.Day == local.DayOfWeek).OrderBy(h => h.Opens).ToList();
        if (today.Find(h => h.Opens <= time && time < h.Closes) is { } present) return new(true, present.Opens, present.Closes);
        if (today.Find(h => h.Opens > time) is { } later) return new(false, later.Opens, later.Closes);
        for (var days = 1; days <= 7; days++)
        {
            var day = (DayOfWeek)(((int)local.DayOfWeek + days) % 7);
            if (hours.Where(h => h.Day == day).MinBy(h => h.Opens) is { } next) return new(false, next.Opens, next.Closes, day);
        }
        return new(false, null, null);
    }
}

/// <param name="Opens">Of the present span, or of the next one; null where no hours are known.</param>
/// <param name="On">The day of the next span where that is not today any more.</param>
internal readonly record struct OpeningState(bool IsOpen, TimeOnly? Opens, TimeOnly? Closes, DayOfWeek? On = null);
