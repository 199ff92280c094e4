namespace Hilo.Web.Backoffice;

/// <summary>An address as fields of a form, and back.</summary>
internal static class PostalForm
{
    public static IEnumerable<KeyValuePair<string, string>> Of(PostalAddress address) =>
    [
        new("street", address.Street), new("number", address.Number ?? ""), new("unit", address.Unit ?? ""),
        new("city", address.City), new("province", address.Province), new("postalCode", address.PostalCode),
    ];

    /// <summary>Null when something is missing; the fields then say what.</summary>
    public static PostalAddress? Read(FormFields form)
    {
        var before = form.Errors.Count;
        var street = form.Needed("street", PostalTexts.StreetMissing);
        var city = form.Needed("city", PostalTexts.CityMissing);
        if (!PostalCode.TryParse(form["postalCode"], out var postalCode)) form.Errors["postalCode"] = PostalTexts.PostalCodeWrong;
        var province = form.Needed("province", PostalTexts.ProvinceMissing);
        return form.Errors.Count > before ? null : new PostalAddress(street, city, province, postalCode!.ToString(), form.Optional("number"), form.Optional("unit"));
    }
}
