namespace Hilo.Web.Backoffice.Refunds;

internal static class RefundTexts
{
    public static string Views => Text.Of("Vistas de reintegros", "Views of refunds");

    public static string Order => Text.Of("Pedido", "Order");

    public static string WithoutOrder => Text.Of("Compra que no llegó a pedido", "Purchase that never became an order");

    public static string Why => Text.Of("Por qué", "Why");

    public static string Since => Text.Of("Desde", "Since");

    public static string State => Text.Of("Estado", "State");

    public static string How => Text.Of("Cómo vuelve", "How it goes back");

    public static string Amount => Text.Of("Importe", "Amount");

    public static string ByHand => Text.Of("Lo devuelve una persona", "A person gives it back");

    public static string Settle => Text.Of("Registrar devolución", "Record refund");

    public static string Settling => Text.Of("Registrando…", "Recording…");

    public static string SettleConsequence => Text.Of("Registralo cuando la plata ya salió. Le avisamos por correo. Las tarjetas se reintegran solas.", "Record it once the money has left. The customer gets a mail. Cards are refunded by themselves.");

    public static string Drop => Text.Of("Dejar sin efecto", "Drop it");

    public static string Dropped => Text.Of("El reintegro quedó sin efecto.", "The refund was dropped.");

    public static string DropConsequence => Text.Of("La plata se queda en la tienda y al cliente no se le avisa nada. No se puede deshacer.", "The money stays with the shop and the customer is told nothing. This cannot be undone.");

    public static string WhyDrop => Text.Of("Por qué no se devuelve", "Why nothing goes back");

    public static string DropQuestion(string amount) => Text.Of($"¿Dejar sin efecto el reintegro de {amount}?", $"Drop the refund of {amount}?");

    public static string Tender => Text.Of("Cómo se devolvió", "How it was given back");

    public static string Transfer => Text.Of("Transferencia", "Bank transfer");

    public static string Cash => Text.Of("Efectivo", "Cash");

    public static string Reference => Text.Of("Número de operación", "Operation number");

    public static string ReferenceHint => Text.Of("El de la transferencia o el recibo.", "Of the transfer or the receipt.");

    public static string Settled => Text.Of("El reintegro quedó registrado.", "The refund is recorded.");

    public static string NewestFirst => Text.Of("Los más nuevos primero", "Newest first");

    public static string None => Text.Of("No hay reintegros en esta vista", "No refunds in this view");

    public static string NoneText => Text.Of("Cuando se cancele un pedido pagado o llegue plata tarde, lo que hay que devolver aparece acá.", "When a paid order is canceled or money arrives late, what must go back appears here.");

    public static string SettleQuestion(string amount) => Text.Of($"¿Registrar la devolución de {amount}?", $"Record the refund of {amount}?");

    public static string View(string tab) => tab switch
    {
        "open" => Text.Of("Por devolver", "To give back"),
        "settled" => Text.Of("Devueltos", "Given back"),
        "dropped" => Text.Of("Sin efecto", "Dropped"),
        _ => Text.Of("Todos", "All"),
    };

    public static string TenderOf(Tender tender) => tender switch
    {
        Hilo.Tender.Cash => Cash,
        Hilo.Tender.BankTransfer => Transfer,
        Hilo.Tender.CardOnline or Hilo.Tender.CardTerminalIntegrated or Hilo.Tender.CardTerminalManual => Text.Of("Tarjeta", "Card"),
        Hilo.Tender.Wallet => Text.Of("Billetera", "Wallet"),
        _ => Text.Of("Otro medio", "Another way"),
    };

    public static string RefundOf(RefundState state) => state switch
    {
        RefundState.Succeeded => Text.Of("acreditado", "credited"),
        RefundState.Failed => Text.Of("falló", "failed"),
        RefundState.Unknown => Text.Of("preguntando al procesador", "asking the processor"),
        _ => Text.Of("en camino", "on its way"),
    };

    public static string ReasonOf(string reason) => reason switch
    {
        "late_money" => Text.Of("Pagó cuando el pedido ya no estaba", "Paid when the order was gone"),
        "paid_after_cancellation" => Text.Of("Pagó un pedido ya cancelado", "Paid an order already canceled"),
        "amount_mismatch" => Text.Of("Se cobró otro monto", "Another amount was charged"),
        "paid_twice" => Text.Of("Se pagó dos veces", "Paid twice"),
        "orphan_money" => Text.Of("Llegó plata que nadie esperaba", "Money arrived that nobody expected"),
        "customer" => Text.Of("El cliente canceló el pedido", "The customer canceled the order"),
        "staff" => Text.Of("El equipo canceló el pedido", "Staff canceled the order"),
        "payment_deadline" => Text.Of("El pago no llegó entero a tiempo", "The payment did not arrive whole in time"),
        "not_found" => Text.Of("No se encontró al preparar", "Not found while preparing"),
        "pickup_expired" => Text.Of("No lo retiraron a tiempo", "It was not collected in time"),
        "price_correction" => Text.Of("Se corrigió un precio", "A price was put right"),
        "allowance" => Text.Of("Bonificación", "Allowance"),
        "damaged" => Text.Of("Llegó con una falla", "It arrived damaged"),
        "late" => Text.Of("Llegó tarde", "It arrived late"),
        "surcharge" or "other" => Text.Of("Cambió lo que cuesta el pedido", "What the order costs has changed"),
        _ => reason,
    };
}
