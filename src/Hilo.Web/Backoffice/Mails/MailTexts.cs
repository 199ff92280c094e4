namespace Hilo.Web.Backoffice.Mails;

internal static class MailTexts
{
    public static string Views => Text.Of("Vistas de correos", "Views of mail");

    public static string Subject => Text.Of("Asunto", "Subject");

    public static string To => Text.Of("Para", "To");

    public static string Kind => Text.Of("Qué avisa", "What it tells");

    public static string Order => Text.Of("Pedido", "Order");

    public static string State => Text.Of("Estado", "State");

    public static string When => Text.Of("Cuándo", "When");

    public static string SearchHint => Text.Of("Destinatario, asunto, pedido…", "Recipient, subject, order…");

    public static string NewestFirst => Text.Of("Los más nuevos primero", "Newest first");

    public static string None => Text.Of("No hay correos en esta vista", "No mail in this view");

    public static string NoneText => Text.Of("Cada aviso a un cliente queda acá, con su estado y lo que decía.", "Every mail to a customer is kept here, with its state and what it said.");

    public static string Content => Text.Of("Contenido", "Content");

    public static string AsSeen => Text.Of("Como se ve", "As it looks");

    public static string AsText => Text.Of("Solo texto", "Text only");

    public static string NoContent => Text.Of("El contenido no se muestra: era un código de ingreso, o pasaron más de 90 días.", "The content is not shown: it was a sign-in code, or is older than 90 days.");

    public static string Tries => Text.Of("Intentos", "Tries");

    public static string NoTries => Text.Of("Todavía no se intentó.", "Not tried yet.");

    public static string Accepted => Text.Of("Aceptado", "Accepted");

    public static string Refused => Text.Of("No se aceptó", "Not accepted");

    public static string Retry => Text.Of("Reintentar", "Try again");

    public static string Retrying => Text.Of("Reintentando…", "Trying…");

    public static string Queued => Text.Of("Se vuelve a intentar ahora.", "It is tried again now.");

    public static string MessageId => Text.Of("Identificador del mensaje", "Message id");

    public static string NoneFound(string search) => Text.Of($"Ningún correo coincide con «{search}»", $"No mail matches “{search}”");

    public static string View(string tab) => tab switch
    {
        "queued" => Text.Of("Por enviar", "To send"),
        "sent" => Text.Of("Enviados", "Sent"),
        "failed" => Text.Of("Fallidos", "Failed"),
        _ => Text.Of("Todos", "All"),
    };

    public static string TemplateOf(string template) => template switch
    {
        "sign_in_code" => Text.Of("Código de ingreso", "Sign-in code"),
        "order_received" => Text.Of("Pedido recibido", "Order received"),
        "order_received_paid" => Text.Of("Pedido recibido y pagado", "Order received and paid"),
        "payment_received" => Text.Of("Pago recibido", "Payment received"),
        "payment_failed" => Text.Of("Pago rechazado", "Payment failed"),
        "ready_for_pickup" => Text.Of("Listo para retirar", "Ready to collect"),
        "shipped" => Text.Of("En camino", "Shipped"),
        "delivered" => Text.Of("Entregado", "Delivered"),
        "canceled" => Text.Of("Cancelado", "Canceled"),
        "revocation_received" => Text.Of("Arrepentimiento recibido", "Revocation received"),
        "units_canceled" => Text.Of("Cancelado en parte", "Canceled in part"),
        "refund_sent" => Text.Of("Reintegro enviado", "Refund sent"),
        "fiscal_document" => Text.Of("Factura o nota de crédito", "Invoice or credit note"),
        _ => template,
    };
}
