using System.Globalization;
using Hilo.Web.Backoffice.Merchant;

namespace Hilo.Web.Backoffice.Locations;

/// <summary>A location as the fields of its form, and back.</summary>
internal static class LocationForm
{
    public const int Spans = 2;

    public static readonly DayOfWeek[] Week = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>The country's own zones, by the names of their cities.</summary>
    public static readonly IReadOnlyList<string> TimeZones =
        [.. new[] { "Buenos_Aires", "Catamarca", "Cordoba", "Jujuy", "La_Rioja", "Mendoza", "Rio_Gallegos", "Salta", "San_Juan", "San_Luis", "Tucuman", "Ushuaia" }.Select(city => $"America/Argentina/{city}")];

    public static string Field(DayOfWeek day, int span, bool isEnd) => $"{day.ToString().ToLowerInvariant()}-{span}-{(isEnd ? "to" : "from")}";

    public static string DayName(DayOfWeek day) => CultureInfo.GetCultureInfo(Text.Language) is var culture ? culture.TextInfo.ToTitleCase(culture.DateTimeFormat.GetDayName(day)) : "";

    public static string CityOf(string timeZone) => timeZone[(timeZone.LastIndexOf('/') + 1)..].Replace('_', ' ');

    public static FormFields New(MerchantView merchant) => new(new Dictionary<string, string>
    {
        ["timeZone"] = merchant.TimeZone,
        ["pickup"] = "yes",
        ["ships"] = "yes",
        ["active"] = "yes",
    });

    public static FormFields Of(LocationView place)
    {
        var fields = new Dictionary<string, string>(PostalForm.Of(place.Address), StringComparer.Ordinal)
        {
            ["code"] = place.Code,
            ["name"] = place.Name,
            ["kind"] = $"{new Word<LocationKind>(place.Kind)}",
            ["entity"] = $"{place.LegalEntityId}",
            ["latitude"] = place.Position is { } at ? Degrees(at.Latitude) : "",
            ["longitude"] = place.Position is { } on ? Degrees(on.Longitude) : "",
            ["timeZone"] = place.TimeZone,
            ["ships"] = place.Ships ? "yes" : "",
            ["pickup"] = place.OffersPickup ? "yes" : "",
            ["active"] = place.IsActive ? "yes" : "",
        };
        foreach (var day in place.Hours.GroupBy(h => h.Day))
            foreach (var (span, hours) in day.OrderBy(h => h.Opens).Take(Spans).Index())
            {
                fields[Field(day.Key, span + 1, false)] = Clock(hours.Opens);
                fields[Field(day.Key, span + 1, true)] = Clock(hours.Closes);
            }
        return new FormFields(fields);
    }

    /// <summary>Null when something is missing; the fields then say what.</summary>
    public static SaveLocationRequest? Read(FormFields form)
    {
        var name = form.Needed("name", LocationTexts.NameMissing);
        var code = form.Needed("code", LocationTexts.CodeMissing);
        if (!LegalEntityId.TryParse(form["entity"], null, out var entity)) form.Errors["entity"] = LegalEntityTexts.NeededFirst;
        var address = PostalForm.Read(form);
        var position = Position(form);
        var hours = Week.SelectMany(day => Hours(form, day)).ToList();
        if (address is null || form.Errors.Count > 0) return null;
        return new SaveLocationRequest(
            code, name, Word<LocationKind>.TryParse(form["kind"], null, out var kind) ? kind.Value : LocationKind.Store, entity,
            address, form["timeZone"], form.Has("ships"), form.Has("pickup"), position, hours, form.Has("active"));
    }

    private static GeoPoint? Position(FormFields form)
    {
        if (!form.Has("latitude") && !form.Has("longitude")) return null;
        if (Read("latitude", 90) is { } latitude && Read("longitude", 180) is { } longitude) return new GeoPoint(latitude, longitude);
        form.Errors["latitude"] = LocationTexts.PositionWrong;
        return null;

        // Both marks are taken, and the long minus of typed text: degrees have no groups of thousands.
        double? Read(string field, double most) =>
            double.TryParse(form[field].Replace(',', '.').Replace('−', '-'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most
                ? degrees : null;
    }

    private static List<OpeningHours> Hours(FormFields form, DayOfWeek day)
    {
        var spans = new List<OpeningHours>();
        for (var span = 1; span <= Spans; span++)
        {
            var (from, to) = (form[Field(day, span, false)], form[Field(day, span, true)]);
            if (from.Length == 0 && to.Length == 0) continue;
            if (!TimeOnly.TryParse(from, CultureInfo.InvariantCulture, out var opens) || !TimeOnly.TryParse(to, CultureInfo.InvariantCulture, out var closes)) Refuse(span, LocationTexts.HoursHalf(DayName(day)));
            else if (closes <= opens) Refuse(span, LocationTexts.HoursBackwards(DayName(day)));
            else if (spans is [var first] && opens < first.Closes && first.Opens < closes) Refuse(span, LocationTexts.HoursOverlap(DayName(day)));
            else spans.Add(new OpeningHours(day, opens, closes));
        }
        return spans;

        void Refuse(int span, string message) => form.Errors[Field(day, span, false)] = message;
    }

    private static string Degrees(double value) => value.ToString("0.######", CultureInfo.GetCultureInfo(Text.Language));

    private static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
