namespace Hilo.Web.Backoffice.Invoicing;

internal static class ExternalTexts
{
    public static string Title => Text.Of("Otros sistemas", "Other systems");

    public static string Lead => Text.Of(
        "Facturá ventas que hizo otro programa. La referencia es la identidad: subir el mismo archivo otra vez no repite nada.", "Invoice sales that another program made. The reference is the identity: the same file again repeats nothing.");

    public static string File => Text.Of("Archivo CSV", "CSV file");

    public static string FileHint => Text.Of("Una fila por renglón: referencia, detalle, cantidad, precio (con IVA), iva; y si hacen falta tipo, corrige, fecha, documento, condicion_iva, nombre… Con pais es una exportación. La guía tiene todas.",
        "A row per line: referencia, detalle, cantidad, precio (VAT included), iva; and where needed tipo, corrige, fecha, documento, condicion_iva, nombre… With pais it is an export. The guide has them all.");

    public static string FileMissing => Text.Of("Elegí un archivo.", "Choose a file.");

    public static string Try => Text.Of("Probar sin facturar", "Try without invoicing");

    public static string Send => Text.Of("Facturar", "Invoice");

    public static string Sending => Text.Of("Leyendo…", "Reading…");

    public static string Model => Text.Of("Bajar un archivo de ejemplo", "Download an example file");

    public static string Results => Text.Of("Qué pasó con cada venta", "What became of each sale");

    public static string Tried => Text.Of("Prueba: todavía no se facturó nada", "A try: nothing was invoiced yet");

    public static string Sum(ExternalSalesResult result) => Text.Of(
        $"{result.Issued} para facturar, {result.Known} ya estaban, {result.Refused} con problemas", $"{result.Issued} to invoice, {result.Known} were there, {result.Refused} with problems");

    public static string Done(ExternalSalesResult result) => Text.Of($"{result.Issued} en la cola, {result.Known} ya estaban, {result.Refused} con problemas", $"{result.Issued} queued, {result.Known} were there, {result.Refused} with problems");

    public static string Line => Text.Of("Línea", "Line");

    public static string Reference => Text.Of("Referencia", "Reference");

    public static string Outcome => Text.Of("Resultado", "Outcome");

    public static string DocumentOrReason => Text.Of("Comprobante o motivo", "Document or reason");

    public static string Of(string outcome) => outcome switch
    {
        "issued" => Text.Of("Entra", "Goes in"),
        "known" => Text.Of("Ya estaba", "Was there"),
        _ => Text.Of("Con problema", "Refused"),
    };

    public static string ToneOf(string outcome) => outcome switch { "issued" => "ok", "known" => "", _ => "bad" };
}
