namespace Hilo.Web.Backoffice.Papers;

internal static class PaperTexts
{
    public static string Title => Text.Of("Comprobantes", "Fiscal documents");

    public static string Ticket => Text.Of("Imprimir ticket", "Print ticket");

    public static string Later => Text.Of("Cuando esté la factura, se imprime desde el pedido.", "Once there is an invoice, it can be printed from the order.");

    public static string SeeOrder => Text.Of("Ver el pedido", "See the order");
}
