using System.Globalization;

namespace Hilo.Conversations;

/// <summary>Numbers, moments and days as the reader of a mail says them.</summary>
internal sealed class MailWords
{
    private const char Nbsp = '\u00A0';
    private static readonly MailWords Spanish = new(CultureInfo.GetCultureInfo("es-AR"), isEnglish: false);
    private static readonly MailWords English = new(CultureInfo.GetCultureInfo("en-US"), isEnglish: true);

    private readonly CultureInfo culture;

    private MailWords(CultureInfo culture, bool isEnglish) => (this.culture, IsEnglish) = (culture, isEnglish);

    public bool IsEnglish { get; }

    public string Language => IsEnglish ? "en" : "es";

    public static MailWords Of(string name) => name.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? English : Spanish;

    public string Say(string spanish, string english) => IsEnglish ? english : spanish;

    /// <summary>Cents only where there are some, as on a shelf card.</summary>
    public string Money(Money money)
    {
        var decimals = decimal.IsInteger(money.Amount) ? 0 : money.Currency.Exponent;
        var number = Math.Abs(money.Amount).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), culture);
        return $"{(money.IsNegative ? "– " : "")}{(money.Currency == Currency.Ars ? "$" : money.Currency.Code)}{Nbsp}{number}";
    }

    /// <summary><c>3,05 %</c>.</summary>
    public string Percent(decimal percent) => percent.ToString("0.####", culture) + Nbsp + "%";

    public string Quantity(Quantity quantity) => quantity.Amount.ToString("#,0.###", culture);

    /// <summary><c>miércoles 25 de noviembre a las 14:32</c>.</summary>
    public string Moment(DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        return Say($"{local.ToString("dddd d 'de' MMMM", culture)} a las {local:HH:mm}", $"{local.ToString("dddd d MMMM", culture)} at {local:HH:mm}");
    }

    /// <summary>Days with the same hours together: <c>lunes a viernes, 10:00 a 20:00</c>.</summary>
    public IReadOnlyList<HoursFacts> Hours(IReadOnlyList<OpeningHours> hours)
    {
        var days = Enumerable.Range(1, 7).Select(d => (DayOfWeek)(d % 7)).Select(day => (Day: day, Times: Times(hours.Where(h => h.Day == day)))).ToList();
        var found = new List<HoursFacts>();
        for (var from = 0; from < days.Count;)
        {
            var to = from;
            while (to + 1 < days.Count && days[to + 1].Times == days[from].Times) to++;
            if (days[from].Times.Length > 0) found.Add(new HoursFacts(Span(days[from].Day, days[to].Day), days[from].Times));
            from = to + 1;
        }
        return found;
    }

    private string Span(DayOfWeek from, DayOfWeek to) => from == to ? Day(from) : $"{Day(from)} {Say(IsNext(from, to) ? "y" : "a", IsNext(from, to) ? "and" : "to")} {Day(to)}";

    private static bool IsNext(DayOfWeek from, DayOfWeek to) => ((int)from + 1) % 7 == (int)to;

    private string Day(DayOfWeek day) => culture.DateTimeFormat.GetDayName(day);

    private string Times(IEnumerable<OpeningHours> spans) =>
        string.Join(Say(" y ", " and "), spans.OrderBy(s => s.Opens).Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Opens:HH:mm} {Say("a", "to")} {s.Closes:HH:mm}")));
}
