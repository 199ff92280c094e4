using System.Globalization;

namespace Hilo.Web.Design;

/// <summary>Numbers, money and moments as people here read them. Spaces inside a value never break.</summary>
internal static class Format
{
    private const char Nbsp = '\u00A0';
    private static readonly CultureInfo Spanish = CultureInfo.GetCultureInfo("es-AR");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    private static CultureInfo Culture => Text.IsEnglish ? English : Spanish;

    /// <summary>Two decimals, as money is accounted for: <c>$ 48.900,00</c>.</summary>
    public static string Money(Money money) => Symbol(money, Number(Math.Abs(money.Amount), money.Currency.Exponent));

    /// <summary>As on a shelf card: cents only where there are some.</summary>
    public static string Price(Money money) => Symbol(money, Number(Math.Abs(money.Amount), money.Amount == decimal.Truncate(money.Amount) ? 0 : money.Currency.Exponent));

    public static string Number(decimal value, int decimals = 0) => value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), Culture);

    /// <summary>Only the decimals that are there: <c>2</c>, <c>0,735</c>.</summary>
    public static string Quantity(Quantity quantity) => quantity.Amount.ToString("#,0.###", Culture);

    /// <summary><c>30-00000001-5</c>.</summary>
    public static string Cuit(string cuit) => cuit.Length == 11 ? $"{cuit[..2]}-{cuit[2..10]}-{cuit[10..]}" : cuit;

    public static string Percent(decimal share) => (share * 100).ToString("#,0.#", Culture) + Nbsp + "%";

    /// <summary>What it is called and its rate: <c>Percepción IIBB Buenos Aires 3 %</c>.</summary>
    public static string Tribute(SaleTribute tribute) => $"{tribute.Description} {tribute.RatePercent.ToString("0.####", Culture)}{Nbsp}%";

    public static string Distance(double meters) =>
        meters < 950 ? $"{Number((decimal)(Math.Max(1, Math.Round(meters / 50, MidpointRounding.AwayFromZero)) * 50))}{Nbsp}m"
        : Number((decimal)(meters / 1000), meters < 9_950 ? 1 : 0) + Nbsp + "km";

    public static string Time(DateTimeOffset at, TimeZoneInfo zone) => Local(at, zone).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary><c>25/11/2026</c>, for documents and tables.</summary>
    public static string Date(DateTimeOffset at, TimeZoneInfo zone) => Local(at, zone).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>miércoles 25 de noviembre</c>.</summary>
    public static string Day(DateTimeOffset at, TimeZoneInfo zone) => Local(at, zone).ToString(Text.IsEnglish ? "dddd d MMMM" : "dddd d 'de' MMMM", Culture);

    /// <summary><c>mié 25</c>, where a column is narrow.</summary>
    public static string ShortDay(DateTimeOffset at, TimeZoneInfo zone) => Local(at, zone).ToString("ddd d", Culture).Replace(".", "", StringComparison.Ordinal);

    /// <summary>The clock alone today, else day and clock; relative only under an hour is left to <see cref="Ago"/>.</summary>
    public static string Moment(DateTimeOffset at, DateTimeOffset now, TimeZoneInfo zone)
    {
        var (then, today) = (Local(at, zone), Local(now, zone));
        if (then.Date == today.Date) return Time(at, zone);
        return then.Year == today.Year && Math.Abs((today - then).TotalDays) < 7 ? $"{ShortDay(at, zone)}, {Time(at, zone)}" : $"{Date(at, zone)}, {Time(at, zone)}";
    }

    public static string Ago(DateTimeOffset at, DateTimeOffset now)
    {
        var age = now - at;
        return age.TotalSeconds < 60 ? Text.Of($"hace {(int)Math.Max(0, age.TotalSeconds)} s", $"{(int)Math.Max(0, age.TotalSeconds)} s ago")
            : Text.Of($"hace {(int)age.TotalMinutes} min", $"{(int)age.TotalMinutes} min ago");
    }

    private static DateTime Local(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).DateTime;

    private static string Symbol(Money money, string number)
    {
        var symbol = money.Currency == Currency.Ars ? "$" : money.Currency.Code;
        return $"{(money.IsNegative ? "– " : "")}{symbol}{Nbsp}{number}";
    }
}
