using System.Globalization;

namespace Hilo.Web.Backoffice.Invoicing;

/// <summary>Words of export sales.</summary>
internal static class AbroadTexts
{
    public static string IsAbroad => Text.Of("De exportación (FEEWS)", "For export (FEEWS)");

    public static string IsAbroadHint => Text.Of(
        "Registrado en ARCA para comprobantes de exportación por web services. Uno por emisor; no sirve para ventas en el país.", "Registered at the agency for export documents by web services. One per issuer; it serves no sale inside of the country.");

    public static string Title => Text.Of("Exportación", "Export");

    public static string FormText => Text.Of("Lo que se vendió y por cuánto no cambia.", "What was sold, and for how much, stays.");

    public static string Client => Text.Of("Cliente del exterior", "Client abroad");

    public static string Address => Text.Of("Domicilio del cliente", "The client's address");

    public static string Destination => Text.Of("País de destino", "Destination");

    public static string DestinationHint => Text.Of("El número de ARCA: 225 es Uruguay.", "The agency's number: 225 is Uruguay.");

    public static string CountryCuit => Text.Of("CUIT del país", "The country's CUIT");

    public static string TaxId => Text.Of("Id. impositivo", "Tax id");

    public static string IncotermsText => Text.Of("Detalle del Incoterm", "Of the Incoterm");

    public static string PaymentTerms => Text.Of("Forma de pago", "Payment terms");

    public static string Permits => Text.Of("Permisos de embarque", "Shipping permits");

    public static string PermitsHint => Text.Of("Separados por espacios.", "Separated by blanks.");

    public static string PayBy => Text.Of("Fecha de pago", "Paid by");

    public static string Rate => Text.Of("Cotización", "Exchange rate");

    public static string Language => Text.Of("Idioma del comprobante", "Language of the document");

    public static IReadOnlyList<(int Value, string Label)> Languages => [(1, Text.Of("Español", "Spanish")), (2, Text.Of("Inglés", "English")), (3, Text.Of("Portugués", "Portuguese"))];

    public static string Corrected => Text.Of("La exportación volvió a la cola con los datos nuevos.", "The export is in the queue again with the new data.");

    public static string Unreadable => Text.Of("La cotización no se entiende: escribila como 1450,5.", "The rate cannot be read: write it as 1450.5.");

    /// <summary>An export as it stands in its form.</summary>
    public static FormFields FieldsOf(FiscalAbroad abroad)
    {
        var sale = abroad.Sale;
        return new FormFields(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["client"] = sale.Client,
            ["address"] = sale.Address,
            ["country"] = string.Create(CultureInfo.InvariantCulture, $"{sale.Country}"),
            ["country_cuit"] = sale.CountryCuit,
            ["tax_id"] = sale.TaxId ?? "",
            ["incoterms"] = sale.Incoterms ?? "",
            ["incoterms_text"] = sale.IncotermsText ?? "",
            ["payment_terms"] = sale.PaymentTerms ?? "",
            ["permits"] = Of(sale.Permits),
            ["pay_by"] = sale.PayBy?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
            ["rate"] = RateOf(abroad),
            ["language"] = string.Create(CultureInfo.InvariantCulture, $"{sale.Language}"),
        });
    }

    private static string Of(IReadOnlyList<ShippingPermit>? permits) => string.Join(' ', (permits ?? []).Select(p => p.Number));

    private static string RateOf(FiscalAbroad abroad) => abroad.Rate.ToString("0.######", CultureInfo.CurrentUICulture);

    /// <summary>What a document says of its export, as pairs of label and value.</summary>
    public static IEnumerable<(string Label, string Value)> Facts(FiscalAbroad abroad, Currency currency)
    {
        var sale = abroad.Sale;
        yield return (Text.Of("Qué se exporta", "What is exported"), abroad.Kind switch { 1 => Text.Of("Mercadería", "Goods"), 2 => Text.Of("Servicios", "Services"), _ => Text.Of("Mercadería y servicios", "Goods and services") });
        yield return (Client, sale.Client);
        yield return (Address, sale.Address);
        yield return (Destination, abroad.Destination);
        yield return (CountryCuit, Format.Cuit(sale.CountryCuit));
        if (sale.TaxId is { } taxId) yield return (TaxId, taxId);
        if (sale.Incoterms is { } incoterms) yield return ("Incoterms", $"{incoterms} {sale.IncotermsText}".TrimEnd());
        if (sale.PaymentTerms is { } terms) yield return (PaymentTerms, terms);
        if (sale.PayBy is { } payBy) yield return (PayBy, payBy.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture));
        if (sale.Permits is { Count: > 0 } permits) yield return (Permits, Of(permits));
        if (abroad.PaidInCurrency is { } paidInIt) yield return (Rate, $"{RateOf(abroad)} · {(paidInIt ? Text.Of($"se cobra en {currency.Code}", $"paid in {currency.Code}") : Text.Of("se cobra en pesos", "paid in pesos"))}");
        if (abroad.Id is { } id) yield return (Text.Of("Clave en ARCA", "Key at the agency"), id.ToString(CultureInfo.InvariantCulture));
    }
}
