using System.Globalization;

namespace Hilo.Web.Backoffice.Invoicing;

internal static class BookTexts
{
    public static string Title => Text.Of("Libros", "Books");

    public static string Lead => Text.Of("Cada mes por fecha de los comprobantes, notas de crédito restadas.", "Each month by the dates of its documents, notes of credit taken off.");

    public static string Month => Text.Of("Mes", "Month");

    public static string Documents => Text.Of("Comprobantes", "Documents");

    public static string Vat => Text.Of("IVA", "VAT");

    public static string Total => Text.Of("Total", "Total");

    public static string State => Text.Of("Estado", "State");

    public static string Open => Text.Of("Abierto", "Open");

    public static string Closed => Text.Of("Cerrado", "Closed");

    public static string NoneYet => Text.Of("Todavía no hay ningún mes", "There is no month yet");

    public static string NoneYetText => Text.Of("El primer mes aparece con el primer comprobante autorizado.", "The first month appears with the first authorized document.");

    public static string NameOf(string month) =>
        DateOnly.TryParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            ? Capital(first.ToString("MMMM yyyy", CultureInfo.GetCultureInfo(Text.IsEnglish ? "en" : "es-AR"))) : month;

    public static string Downloads => Text.Of("Para el contador", "For the accountant");

    public static string Workbook => Text.Of("Planilla con totales (XLSX)", "Workbook with totals (XLSX)");

    public static string Csv => Text.Of("Planilla (CSV)", "Table (CSV)");

    public static string Findings => Text.Of("Conciliación", "Reconciliation");

    public static string FindingsText(int sales, int documents, int confirmed) => Text.Of(
        $"{Text.Count(sales, "venta cobrada", "ventas cobradas")}, {Text.Count(documents, "comprobante autorizado", "comprobantes autorizados")}; ARCA confirmó {confirmed}.",
        $"{Text.Count(sales, "paid sale", "paid sales")}, {Text.Count(documents, "authorized document", "authorized documents")}; the agency confirmed {confirmed}.");

    public static string AllAgrees => Text.Of("Todo concuerda: ventas, comprobantes y ARCA.", "Everything agrees: sales, documents and agency.");

    public static string Unchecked(int count) => Text.Of(
        $"Faltan consultar {count} en ARCA: se consultan solos, de a pocos, desde una hora después de autorizados.", $"{count} are still to be looked up at the agency: a few at a time, from an hour after they were authorized.");

    public static string Finding => Text.Of("Hallazgo", "Finding");

    public static string About => Text.Of("De qué", "About");

    public static string Difference => Text.Of("Diferencia", "Difference");

    public static string WhatToDo => Text.Of("Qué pasa y qué hacer", "What is wrong and what to do");

    public static string FindingOf(string kind) => kind switch
    {
        "missing" => Text.Of("Falta", "Missing"),
        "double" => Text.Of("Doble", "Double"),
        "different" => Text.Of("Distinto", "Different"),
        "waiting" => Text.Of("En espera", "Waiting"),
        "rejected" => Text.Of("Rechazado", "Rejected"),
        "absent_at_agency" => Text.Of("No está en ARCA", "Not at the agency"),
        "different_at_agency" => Text.Of("Distinto en ARCA", "Different at the agency"),
        _ => Text.Of("De otro programa", "Of another program"),
    };

    public static string ToneOf(string kind) => kind is "waiting" or "foreign" ? "warn" : "bad";

    public static string Bridge => Text.Of("De las ventas al libro", "From the sales to the book");

    public static string Facts => Text.Of("Ventas y correcciones del mes", "Sales and corrections of the month");

    public static string StillOpen => Text.Of("Todavía sin autorizar", "Not authorized yet");

    public static string DatedElsewhere => Text.Of("Con fecha de otro mes", "Dated in another month");

    public static string FromElsewhere => Text.Of("De ventas de otro mes", "Of sales of another month");

    public static string Book => Text.Of("Libro del mes", "Book of the month");

    public static string Report => Text.Of("Ventas y percepciones", "Sales and perceptions");

    public static string NoSales => Text.Of("Este mes no tiene comprobantes autorizados.", "This month has no authorized documents.");

    public static string Net => Text.Of("Neto", "Net");

    public static string Tributes => Text.Of("Percepciones", "Perceptions");

    public static IReadOnlyList<(string By, string Name)> Groups =>
    [
        ("province", Text.Of("Provincia", "Province")), ("entity", Text.Of("Razón social", "Legal entity")), ("location", Text.Of("Sucursal", "Location")), ("channel", Text.Of("Canal", "Channel")),
        ("tender", Text.Of("Medio de pago", "Tender")),
    ];

    public static string Close => Text.Of("Cerrar el mes", "Close the month");

    public static string Closing => Text.Of("Cerrando…", "Closing…");

    public static string CloseQuestion(string month) => Text.Of($"¿Cerrar {month}?", $"Close {month}?");

    public static string CloseText => Text.Of(
        "No se puede volver a abrir. Ningún comprobante nuevo va a llevar fecha de este mes; lo que se corrija después cae en el mes abierto.",
        "It cannot be opened again. No new document will be dated in this month; later corrections land in the open one.");

    public static string WasClosed(string month) => Text.Of($"Se cerró {month}.", $"{month} was closed.");

    public static string ClosedOn(string day) => Text.Of($"Cerrado el {day}", $"Closed on {day}");

    public static string ClosedText => Text.Of("Lo que se corrija ahora cae en el mes abierto.", "What is corrected now lands in the open month.");

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
