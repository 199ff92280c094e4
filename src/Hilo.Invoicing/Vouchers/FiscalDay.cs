using System.Globalization;

namespace Hilo.Invoicing;

/// <summary>Calendar dates of the agency: Argentina's, never the UTC date.</summary>
internal static class FiscalDay
{
    /// <summary>How far from the day of sending a document of products may be dated.</summary>
    public const int Window = 5;

    /// <summary>The same for a document with services.</summary>
    private const int ServiceWindow = 10;

    // The country has one offset and no daylight saving; an image without zone data still dates its documents rightly.
    private static readonly TimeSpan Offset = TimeSpan.FromHours(-3);

    public static DateTimeOffset Local(DateTimeOffset moment) => moment.ToOffset(Offset);

    public static DateOnly Of(DateTimeOffset moment) => DateOnly.FromDateTime(Local(moment).DateTime);

    /// <summary><c>yyyymmdd</c>, as the agency writes it.</summary>
    public static string Text(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    public static DateOnly? Parse(string? text) =>
        DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>How dates are stored: 20261128.</summary>
    public static int Number(DateOnly day) => day.Year * 10_000 + day.Month * 100 + day.Day;

    public static DateOnly FromNumber(int number) => new(number / 10_000, number / 100 % 100, number % 100);

    /// <summary>The date a document takes when it is frozen: that of the fact while the agency still takes it (5 days, 10 with services) and its month is open, else today; never before the last of its series.</summary>
    /// <param name="openFrom">First day that the accountant has not closed.</param>
    public static DateOnly Choose(DateOnly fact, DateOnly today, DateOnly? lastOfSeries, int concept = 1, DateOnly? openFrom = null)
    {
        var wanted = fact <= today && fact >= today.AddDays(concept == 1 ? -Window : -ServiceWindow) && !(fact < openFrom) ? fact : today;
        if (lastOfSeries is not { } last || wanted >= last) return wanted;
        return last > today ? last : today;
    }
}
