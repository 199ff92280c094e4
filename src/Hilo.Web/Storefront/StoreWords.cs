using System.Globalization;

namespace Hilo.Web.Storefront;

/// <summary>A store's address and hours as a sentence.</summary>
internal static class StoreWords
{
    private static readonly DayOfWeek[] Week = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public static string Street(PostalAddress address) => address.Number is null ? address.Street : $"{address.Street} {address.Number}";

    public static string Whole(PostalAddress address) => $"{Street(address)}{(address.Unit is null ? "" : $", {address.Unit}")}, {address.City}";

    public static string? Today(ShopStore store) => store switch
    {
        { IsOpenNow: true, ClosesAt: { } closes } => Text.Of($"abierto hasta las {Clock(closes)}", $"open until {Clock(closes)}"),
        { IsOpenNow: false, OpensAt: { } opens, OpensOn: { } day } => Text.Of($"abre el {Day(day)} a las {Clock(opens)}", $"opens on {Day(day)} at {Clock(opens)}"),
        { IsOpenNow: false, OpensAt: { } opens } => Text.Of($"abre a las {Clock(opens)}", $"opens at {Clock(opens)}"),
        _ => null,
    };

    /// <summary>"lunes a viernes de 10 a 20:30", days with equal hours together.</summary>
    public static IReadOnlyList<string> Hours(IReadOnlyList<OpeningHours> hours)
    {
        var spoken = new List<string>();
        for (var from = 0; from < Week.Length;)
        {
            var times = Times(Week[from]);
            var to = from;
            while (to + 1 < Week.Length && Times(Week[to + 1]) == times) to++;
            if (times.Length > 0) spoken.Add($"{Days(Week[from], Week[to])} {times}");
            from = to + 1;
        }
        return spoken;

        string Times(DayOfWeek day) => string.Join(Text.Of(" y ", " and "), hours.Where(h => h.Day == day).OrderBy(h => h.Opens)
            .Select(h => Text.Of($"de {Clock(h.Opens)} a {Clock(h.Closes)}", $"{Clock(h.Opens)} to {Clock(h.Closes)}")));
    }

    public static string MapHref(ShopStore store) => store.Position is { } at
        ? string.Create(CultureInfo.InvariantCulture, $"https://www.openstreetmap.org/?mlat={at.Latitude}&mlon={at.Longitude}#map=17/{at.Latitude}/{at.Longitude}")
        : $"https://www.openstreetmap.org/search?query={Uri.EscapeDataString($"{Whole(store.Address)}, Argentina")}";

    private static string Days(DayOfWeek from, DayOfWeek to) => from == to ? Day(from) : Text.Of($"{Day(from)} a {Day(to)}", $"{Day(from)} to {Day(to)}");

    private static string Day(DayOfWeek day) => CultureInfo.GetCultureInfo(Text.Language).DateTimeFormat.GetDayName(day);

    private static string Clock(TimeOnly time) => time.Minute == 0 ? time.ToString("%H", CultureInfo.InvariantCulture) : time.ToString("H:mm", CultureInfo.InvariantCulture);
}
