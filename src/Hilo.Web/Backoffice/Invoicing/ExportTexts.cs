namespace Hilo.Web.Backoffice.Invoicing;

internal static class ExportTexts
{
    public static string Title => Text.Of("Para el ERP", "For the ERP");

    public static string Lead => Text.Of(
        "Cada comprobante autorizado sale en una sola entrega, con su asiento. Una entrega se puede volver a bajar siempre: es el mismo archivo.",
        "Every authorized document leaves in one delivery, with its accounting entry. A delivery can be downloaded again at any time: it is the same file.");

    public static string Make => Text.Of("Hacer una entrega", "Make a delivery");

    public static string Making => Text.Of("Un momento…", "One moment…");

    public static string Made => Text.Of("Hecha", "Made");

    public static string WasMade(long number, int records) => Text.Of($"Entrega {number} con {Text.Count(records, "comprobante", "comprobantes")}.", $"Delivery {number} with {Text.Count(records, "document", "documents")}.");

    public static string Delivery => Text.Of("Entrega", "Delivery");

    public static string Files => Text.Of("Archivos", "Files");

    public static string Entries => Text.Of("Asientos (CSV)", "Entries (CSV)");

    public static string Acknowledge => Text.Of("Ya está en el ERP", "The ERP has it");

    public static string Acknowledged => Text.Of("En el ERP", "In the ERP");

    public static string Waiting => Text.Of("Sin confirmar", "Not confirmed");

    public static string NoneYet => Text.Of("Todavía no hay entregas", "There are no deliveries yet");

    public static string NoneYetText => Text.Of("Hacé la primera cuando haya comprobantes autorizados. Por la API se leen de a uno, con cursor.", "Make the first when documents are authorized. Over the API they are read one by one, with a cursor.");

    public static string LayoutsText => Text.Of("Los formatos de ancho fijo o delimitados y las cuentas contables se cargan por la API; la guía tiene un ejemplo.", "Layouts and accounts are set over the API; the guide has an example.");
}
