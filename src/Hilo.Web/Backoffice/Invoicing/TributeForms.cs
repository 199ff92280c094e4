using System.Globalization;

namespace Hilo.Web.Backoffice.Invoicing;

/// <summary>A new rate of a tribute as the fields of its form, and back.</summary>
internal static class TributeForms
{
    private const string DayShape = "yyyy-MM-dd";

    public static FormFields New(DateTimeOffset now) => new(new Dictionary<string, string> { ["from"] = now.ToString(DayShape, CultureInfo.InvariantCulture) });

    public static IReadOnlyList<int> Conditions(FormFields form) =>
        [.. form["conditions"].Split(',').Select(text => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : 0).Where(number => number > 0)];

    /// <summary>Null when something is missing; the fields then say what.</summary>
    public static SaveTributeRateRequest? Read(FormFields form)
    {
        var regime = form.Needed("regime", RuleTexts.RegimeMissing);
        if (!decimal.TryParse(form["rate"].Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) || rate is <= 0 or > 100) form.Errors["rate"] = RuleTexts.RateWrong;
        if (!DateOnly.TryParseExact(form["from"], DayShape, CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)) form.Errors["from"] = RuleTexts.FromMissing;
        var (minimum, wrong) = form.Has("minimum") ? MoneyText.Read(form["minimum"]) : (0, null);
        if (wrong is not null) form.Errors["minimum"] = wrong;
        _ = int.TryParse(form["tribute"], NumberStyles.None, CultureInfo.InvariantCulture, out var tribute);
        return form.Errors.Count > 0 ? null : new SaveTributeRateRequest(tribute, regime, rate, from, Province: form.Optional("province"), Conditions: Conditions(form), Minimum: minimum ?? 0);
    }
}
