using System.Globalization;

namespace Hilo.Web.Backoffice.Invoicing;

internal static class RuleTexts
{
    public static string Title => Text.Of("Reglas", "Rules");

    public static string Lead => Text.Of("Cuándo se factura en cada canal, qué percepciones se suman y qué normas se siguen.", "When each channel invoices, which perceptions are added and which norms are followed.");

    public static string When => Text.Of("Cuándo sale la factura", "When the invoice is made");

    public static string WhenText => Text.Of("Una por venta, o una por cada despacho. Vale para las ventas que todavía no tienen comprobante.", "One per sale, or one per dispatch. Holds for sales that have no document yet.");

    public static string Of(DocumentDue due) => due switch
    {
        DocumentDue.Dispatch => Text.Of("Al despachar o entregar, por toda la venta", "When goods leave, for the whole sale"),
        DocumentDue.EachDispatch => Text.Of("Por cada despacho o entrega, lo que sale", "For each dispatch, what leaves"),
        _ => Text.Of("Al cobrar", "When it is paid"),
    };

    public static string Mails => Text.Of("Mandar por correo los de otros sistemas", "Mail those of other systems");

    public static string Keep => Text.Of("Guardar", "Save");

    public static string Keeping => Text.Of("Guardando…", "Saving…");

    public static string Kept => Text.Of("Se guardó la regla.", "The rule was saved.");

    public static string Tributes => Text.Of("Percepciones y otros tributos", "Perceptions and other tributes");

    public static string TributesText => Text.Of("Se suman a las ventas de la tienda, y quien compra las ve antes de pagar; también a las de otros sistemas que las piden. Una alícuota que termina no cambia lo ya vendido.", "They are added to the sales of the shop, and buyers see them before they pay; also to sales of other systems that ask for them. A rate that ends changes nothing that was sold.");

    public static string Regime => Text.Of("Régimen", "Regime");

    public static string Rate => Text.Of("Alícuota", "Rate");

    public static string Province => Text.Of("Provincia", "Province");

    public static string Everywhere => Text.Of("Todas", "All");

    public static string Dates => Text.Of("Vigencia", "In force");

    public static string Minimum => Text.Of("Mínimo neto", "Least net");

    public static string MinimumHint => Text.Of("Neto gravado desde el que se percibe. Vacío: siempre.", "Taxed net from which it is charged. Empty: always.");

    public static string Receivers => Text.Of("A quién", "Whom");

    public static string ReceiversHint => Text.Of("Sin marcar: a responsables inscriptos; la de IVA a no categorizado, a ellos.", "None marked: those registered for VAT; that of who is in no category, those.");

    /// <summary>The agency's numbers of receivers.</summary>
    public static IReadOnlyList<(int Value, string Label)> Conditions => [.. InvoicingTexts.Conditions, (7, Text.Of("Sujeto no categorizado", "In no category"))];

    public static string ReceiversOf(TributeRateView rate) => string.Join(", ", rate.Conditions.Select(c => Conditions.FirstOrDefault(known => known.Value == c).Label ?? $"{c}"));

    public static string Kind => Text.Of("Tributo", "Tribute");

    public static string From => Text.Of("Desde", "From");

    public static string RateHint => Text.Of("Por ciento, por ejemplo 3 o 2,5.", "Percent, such as 3 or 2.5.");

    public static string RegimeHint => Text.Of("Por ejemplo IIBB CABA.", "Such as IIBB CABA.");

    public static string Add => Text.Of("Agregar alícuota", "Add rate");

    public static string Added => Text.Of("Se agregó la alícuota.", "The rate was added.");

    public static string RegimeMissing => Text.Of("Poné el régimen, por ejemplo IIBB CABA.", "Write the regime, such as IIBB CABA.");

    public static string RateWrong => Text.Of("Poné la alícuota en por ciento, más de 0 y hasta 100.", "Write the rate in percent, above 0 and up to 100.");

    public static string FromMissing => Text.Of("Elegí desde qué día.", "Choose from which day.");

    public static string NoTributes => Text.Of("No se percibe nada.", "Nothing is perceived.");

    public static IReadOnlyList<(int Value, string Label)> Kinds =>
    [
        (7, Text.Of("Percepción de Ingresos Brutos", "Gross-income perception")), (6, Text.Of("Percepción de IVA", "VAT perception")), (8, Text.Of("Percepción municipal", "Municipal perception")),
        (13, Text.Of("Percepción de IVA a no categorizado", "VAT perception of who is in no category")),
        (4, Text.Of("Impuestos internos", "Excise")), (99, Text.Of("Otro", "Other")),
    ];

    public static string RateOf(TributeRateView rate) => $"{rate.Rate.ToString("0.####", CultureInfo.GetCultureInfo(Text.IsEnglish ? "en" : "es-AR"))} %";

    public static string DatesOf(DateOnly from, DateOnly? to) => to is { } last
        ? Text.Of($"{Day(from)} al {Day(last)}", $"{Day(from)} to {Day(last)}") : Text.Of($"desde el {Day(from)}", $"from {Day(from)}");

    public static string Norms => Text.Of("Normas que siguen los comprobantes", "Norms that documents follow");

    public static string NormsText => Text.Of(
        "Cada comprobante sigue la norma de su día. Si sale una nueva antes que una versión de Hilo, se carga en la configuración del servidor (Invoicing:Norms); la guía dice cómo.",
        "Each document follows the norm of its day. One that is published before a version of Hilo goes into the server's configuration (Invoicing:Norms); the guide says how.");

    public static string Norm => Text.Of("Norma", "Norm");

    public static string Says => Text.Of("Dice", "Says");

    public static string Source => Text.Of("Fuente", "Source");

    public static string OwnNorm => Text.Of("De la configuración", "From the configuration");

    public static string NameOf(NormView norm) => norm.Key switch
    {
        "identification_from" => Text.Of("Consumidor final con nombre desde", "Final consumers are named from"),
        "fce_from" => Text.Of("Factura de crédito desde", "Credit invoices from"),
        "note_days" => Text.Of("Plazo de las notas", "Notes are due within"),
        "transparency" => Text.Of("Impuestos a la vista en la clase B", "Taxes shown on class B"),
        "qr_prefix" => Text.Of("Dirección del QR", "Address of the QR"),
        "monotributo_legend" => Text.Of("Leyenda de la clase A a monotributistas", "Legend of class A to monotributo"),
        "fce_legend" => Text.Of("Leyenda de la factura de crédito", "Legend of credit invoices"),
        _ => norm.Key,
    };

    public static string ValueOf(NormView norm) => norm.Key switch
    {
        "identification_from" or "fce_from" when long.TryParse(norm.Value, CultureInfo.InvariantCulture, out var cents) => Format.Money(Money.Ars(cents / 100m)),
        "note_days" => Text.Of($"{norm.Value} días corridos", $"{norm.Value} calendar days"),
        "transparency" => norm.Value == "yes" ? Text.Of("Sí", "Yes") : Text.Of("No", "No"),
        _ => norm.Value,
    };

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
