using System.Globalization;

namespace Hilo.Web.Backoffice.Invoicing;

/// <summary>Other data for an export that was rejected.</summary>
internal static class CorrectAbroad
{
    public static void Map(RouteGroupBuilder office) => office.MapPost("/comprobantes/{id:guid}/exterior", CorrectAsync);

    private static async Task<IResult> CorrectAsync(FiscalDocumentId id, IFormCollection form, HttpContext context, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        var fields = FormFields.Of(form);
        var country = Whole(fields["country"]);
        DateOnly? payBy = DateOnly.TryParseExact(fields["pay_by"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        var sale = new SaleAbroad(
            fields["client"], fields["address"], country, fields["country_cuit"], fields.Optional("tax_id"), fields.Optional("incoterms"), fields.Optional("incoterms_text"), fields.Optional("payment_terms"), payBy,
            Whole(fields["language"]), fields.Optional("permits") is { } permits ? [.. permits.Split(' ').Where(p => p.Length > 0).Select(p => new ShippingPermit(p, country))] : null);
        decimal? rate = decimal.TryParse(fields["rate"].Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var told) ? told : null;
        if (fields.Has("rate") && rate is null) return await ShowDocument.PageAsync(id, fields, new Problem("invoicing.rate_unreadable", AbroadTexts.Unreadable), client, shells, cancel);
        if ((await client.Invoicing.CorrectAbroadAsync(id, new CorrectAbroadRequest(sale, rate), FormKey.Of(form), cancel)).Refused(out var problem, out _))
            return await ShowDocument.PageAsync(id, fields, problem, client, shells, cancel);
        Flash.Say(context, AbroadTexts.Corrected);
        return Page.GoTo($"/oficina/comprobantes/{id}");
    }

    private static int Whole(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
