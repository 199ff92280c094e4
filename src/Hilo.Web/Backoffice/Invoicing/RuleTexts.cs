using System.Globalization;

namespace Hilo.Web.Backoffice.Invoicing;

internal static class RuleTexts
{
    public static string Title => Text.Of("Reglas", "Rules");

    public static string Lead => Text.Of("Cuándo se factura en cada canal, y qué percepciones se suman.", "When each channel invoices, and which perceptions are added.");

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

    public static string WrongRate => Text.Of("Revisá el régimen, la alícuota y la fecha.", "Check regime, rate and date.");

    public static string NoTributes => Text.Of("No se percibe nada.", "Nothing is perceived.");

    public static IReadOnlyList<(int Value, string Label)> Kinds =>
    [
        (7, Text.Of("Percepción de Ingresos Brutos", "Gross-income perception")), (6, Text.Of("Percepción de IVA", "VAT perception")), (8, Text.Of("Percepción municipal", "Municipal perception")),
        (13, Text.Of("Percepción de IVA a no categorizado", "VAT perception of who is in no category")),
        (4, Text.Of("Impuestos internos", "Excise")), (99, Text.Of("Otro", "Other")),
    ];

    public static string RateOf(TributeRateView rate) => $"{rate.Rate.ToString("0.####", CultureInfo.GetCultureInfo(Text.IsEnglish ? "en" : "es-AR"))} %";

    public static string DatesOf(TributeRateView rate) => rate.To is { } to
        ? Text.Of($"{Day(rate.From)} al {Day(to)}", $"{Day(rate.From)} to {Day(to)}") : Text.Of($"desde el {Day(rate.From)}", $"from {Day(rate.From)}");

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
