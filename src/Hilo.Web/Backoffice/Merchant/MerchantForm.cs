using System.ComponentModel.DataAnnotations;
using Hilo.Web.Backoffice.Locations;
using Hilo.Web.Storefront;

namespace Hilo.Web.Backoffice.Merchant;

/// <summary>Name, contact and looks of the shop as the fields of their form, and back.</summary>
internal static class MerchantForm
{
    public static readonly IReadOnlyList<Currency> Currencies = [Currency.Ars, Currency.Usd, Currency.Eur, Currency.Clp, Currency.Uyu, Currency.Pyg, Currency.Brl];

    public static IEnumerable<string> TimeZones(string chosen) => LocationForm.TimeZones.Union([chosen]).Where(zone => zone.Length > 0);

    public static FormFields Of(MerchantView merchant) => new(new Dictionary<string, string>
    {
        ["name"] = merchant.Name,
        ["prefix"] = merchant.OrderPrefix,
        ["currency"] = merchant.Currency.Code,
        ["timeZone"] = merchant.TimeZone,
        ["email"] = merchant.ContactEmail ?? "",
        ["phone"] = merchant.ContactPhone ?? "",
        ["announcement"] = merchant.Announcement ?? "",
        ["brand"] = merchant.BrandColor,
        ["ink"] = merchant.BrandInk,
    });

    /// <summary>What is saved, to be sent again with one part changed: the API takes the settings whole.</summary>
    public static SaveMerchantRequest AsItIs(MerchantView merchant) => new(
        merchant.Name, merchant.OrderPrefix, merchant.Currency, merchant.TimeZone, merchant.BrandColor, merchant.BrandInk,
        [.. merchant.LegalEntities.Select(e => new SaveLegalEntity(e.Cuit, e.Name, e.VatCondition, e.Address, e.Id, e.DataFiscalUrl))],
        merchant.ContactEmail, merchant.ContactPhone, merchant.Announcement);

    /// <summary>Null when something is missing; the fields then say what. Legal entities stay as they are.</summary>
    public static SaveMerchantRequest? Read(FormFields form, MerchantView merchant)
    {
        var name = form.Needed("name", MerchantTexts.NameMissing);
        var email = form.Optional("email");
        if (email is not null && !new EmailAddressAttribute().IsValid(email)) form.Errors["email"] = MerchantTexts.EmailWrong;
        var prefix = form["prefix"].ToUpperInvariant();
        if (prefix.Length is 0 or > 4 || !prefix.All(char.IsAsciiLetterUpper)) form.Errors["prefix"] = MerchantTexts.PrefixWrong;
        var (brand, ink) = (Color(form, "brand"), Color(form, "ink"));
        if (form.Errors.Count > 0) return null;
        return AsItIs(merchant) with
        {
            Name = name,
            OrderPrefix = prefix,
            // Prices and orders are in it: once somebody sells, it stays.
            Currency = merchant.LegalEntities.Count == 0 && Currency.TryParse(form["currency"], out var currency) ? currency : merchant.Currency,
            TimeZone = form["timeZone"],
            ContactEmail = email,
            ContactPhone = form.Optional("phone"),
            Announcement = form.Optional("announcement"),
            BrandColor = brand,
            BrandInk = ink,
        };
    }

    /// <summary>With or without its hash: manuals of brands write both.</summary>
    private static string Color(FormFields form, string field)
    {
        var text = form[field] is ['#', ..] ? form[field] : $"#{form[field]}";
        if (!BrandColor.TryParse(text, out _)) form.Errors[field] = MerchantTexts.ColorWrong;
        return text;
    }
}
