using System.ComponentModel.DataAnnotations;

namespace Hilo.Web.Storefront.Checkout;

internal static class SaveContact
{
    public static void Map(RouteGroupBuilder pages) => pages.MapPost("/comprar/datos", HandleAsync);

    private static async Task<IResult> HandleAsync(
        IFormCollection form, HttpContext context, HiloClient client, CartCookie cookie, ShopShells shells, TimeProvider clock, CancellationToken cancel)
    {
        if (cookie.Key is not var (id, token)) return Page.GoTo("/carrito");
        var typed = CheckoutForms.Read(form);
        var (email, name, phone) = (typed.GetValueOrDefault("email", ""), typed.GetValueOrDefault("name", ""), typed.GetValueOrDefault("phone", ""));
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!new EmailAddressAttribute().IsValid(email) || email.Length is 0 or > 254) errors["email"] = CheckoutTexts.WrongEmail;
        if (name.Length is 0 or > 120) errors["name"] = CheckoutTexts.NameMissing;
        if (phone.Length > 40) errors["phone"] = CheckoutTexts.WrongPhone;
        var (cuit, company) = (typed.GetValueOrDefault("cuit", ""), typed.GetValueOrDefault("company", ""));
        if (cuit.Length > 0 && !Cuit.TryParse(cuit.Replace(" ", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal), out _)) errors["cuit"] = CheckoutTexts.WrongCuit;
        if (cuit.Length > 0 && company.Length == 0)
        {
            // The registry fills in what is missing, for a look; when it does not answer, it is typed as before.
            var found = errors.ContainsKey("cuit") || (await client.Invoicing.ShopTaxpayerAsync(cuit, cancel)).Refused(out _, out var taxpayer) ? null : taxpayer;
            errors["company"] = found?.Name is null ? CheckoutTexts.CompanyMissing : CheckoutTexts.FilledIn;
            if (found?.Name is { } known) typed = Filled(typed, known, found.Condition ?? found.Suggested);
        }
        var dni = new string([.. typed.GetValueOrDefault("dni", "").Where(char.IsAsciiDigit)]);
        if (dni.Length is > 0 and (< 6 or > 8)) errors["dni"] = CheckoutTexts.WrongDni;
        if (errors.Count > 0)
            return await ShowCheckout.PageAsync(new CheckoutForms { Open = "datos", Typed = typed, Errors = errors }, context, client, cookie, shells, clock, cancel);
        var saved = await client.Carts.SetContactAsync(id, token, new CartContact(email, name, phone.Length == 0 ? null : phone, Receiver(cuit, company, typed) ?? Person(dni, name)), cancel);
        if (saved.Refused(out var problem, out _)) Flash.Refuse(context, problem);
        return Page.GoTo("/comprar#entrega");
    }

    private static Dictionary<string, string> Filled(IReadOnlyDictionary<string, string> typed, string company, int? condition)
    {
        var filled = new Dictionary<string, string>(typed, StringComparer.Ordinal) { ["company"] = company };
        if (condition is { } number) filled["condition"] = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return filled;
    }

    /// <summary>A final consumer who is named, since the norm wants it at this total.</summary>
    private static OrderReceiver? Person(string dni, string name) => dni.Length == 0 ? null : new OrderReceiver("DNI", dni, null, name);

    private static OrderReceiver? Receiver(string cuit, string company, IReadOnlyDictionary<string, string> typed)
    {
        var digits = new string([.. cuit.Where(char.IsAsciiDigit)]);
        return digits.Length == 0 ? null
            : new OrderReceiver("CUIT", digits, int.TryParse(typed.GetValueOrDefault("condition"), System.Globalization.CultureInfo.InvariantCulture, out var condition) ? condition : null, company);
    }
}
