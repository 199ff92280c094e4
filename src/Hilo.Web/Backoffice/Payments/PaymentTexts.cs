namespace Hilo.Web.Backoffice.Payments;

internal static class PaymentTexts
{
    public static string Views => Text.Of("Vistas de pagos", "Views of payments");

    public static string Sale => Text.Of("Venta", "Sale");

    public static string WithoutOrder => Text.Of("Compra que espera esta decisión", "Purchase that waits for this decision");

    public static string Since => Text.Of("Desde", "Since");

    public static string Asked => Text.Of("Se pidió", "Asked");

    public static string Charged => Text.Of("Se cobró", "Charged");

    public static string Difference => Text.Of("Diferencia", "Difference");

    public static string Accept => Text.Of("Dejarlo así", "Let it count");

    public static string GiveBack => Text.Of("Devolver todo", "Give it back");

    public static string Deciding => Text.Of("Guardando…", "Saving…");

    public static string Accepted => Text.Of("El pago cuenta por lo que se cobró.", "The payment counts for what was charged.");

    public static string GoesBack => Text.Of("Se devuelve todo lo que se cobró.", "All that was charged goes back.");

    public static string NothingToDecide => Text.Of("No hay pagos para decidir", "No payments to decide about");

    public static string NothingToDecideText => Text.Of("Si el procesador cobra otro monto que el pedido, el pago espera acá a que alguien decida.", "When the processor charges another amount than asked, the payment waits here for somebody to decide.");

    public static string Provider => Text.Of("Procesador", "Processor");

    public static string Kind => Text.Of("Aviso", "Notice");

    public static string Received => Text.Of("Llegó", "Arrived");

    public static string State => Text.Of("Estado", "State");

    public static string Tries => Text.Of("Intentos", "Tries");

    public static string Replay => Text.Of("Reintentar", "Try again");

    public static string Replaying => Text.Of("Reintentando…", "Trying…");

    public static string Replayed => Text.Of("El aviso se vuelve a leer ahora.", "The notice is read again now.");

    public static string NoNotices => Text.Of("No hay avisos en esta vista", "No notices in this view");

    public static string NoNoticesText => Text.Of("El procesador avisa acá cada cobro y cada reintegro. Los que no se pudieron leer esperan a una persona.", "The processor tells here of every charge and refund. Those that could not be read wait for a person.");

    public static string NewestFirst => Text.Of("Los más nuevos primero", "Newest first");

    public static string AcceptQuestion(string amount) => Text.Of($"¿Dejar el pago en {amount}?", $"Let the payment count as {amount}?");

    public static string AcceptConsequence => Text.Of("La compra se paga con lo que se cobró. Si falta plata, queda pendiente; si sobra, se devuelve la diferencia.", "The purchase is paid with what was charged. What is missing stays pending; what is too much goes back.");

    public static string GiveBackQuestion(string amount) => Text.Of($"¿Devolver los {amount}?", $"Give {amount} back?");

    public static string GiveBackConsequence => Text.Of("Todo vuelve a la tarjeta y la compra queda sin pagar. No se puede deshacer.", "All of it returns to the card and the purchase stays unpaid. This cannot be undone.");

    public static string View(string tab) => tab switch
    {
        "decide" => Text.Of("Para decidir", "To decide"),
        "dead" => Text.Of("Avisos sin leer", "Unread notices"),
        _ => Text.Of("Todos los avisos", "All notices"),
    };

    public static BadgeLook Look(ProviderEventState state) => state switch
    {
        ProviderEventState.Received => Badges.Begun(Text.Of("Recibido", "Received")),
        ProviderEventState.Applied => Badges.Done(Text.Of("Aplicado", "Applied")),
        ProviderEventState.IgnoredUnknown => Badges.Over(Text.Of("No es nuestro", "Not ours")),
        ProviderEventState.Failing => Badges.WaitsHalf(Text.Of("Se reintenta", "Trying again")),
        _ => Badges.NeedsAPerson(Text.Of("No se pudo leer", "Could not be read")),
    };
}
