namespace Hilo.Web.Storefront.Orders;

internal static class OrderTexts
{
    public static string Documents => Text.Of("Factura y comprobantes", "Invoice and documents");

    public static string WaitsForPayment => Text.Of("Falta pagar", "To be paid");

    public static string Received => Text.Of("Recibido", "Received");

    public static string Preparing => Text.Of("En preparación", "Being prepared");

    public static string ReadyToCollect => Text.Of("Listo para retirar", "Ready to collect");

    public static string OnItsWay => Text.Of("En camino", "On its way");

    public static string Delivered => Text.Of("Entregado", "Delivered");

    public static string Canceled => Text.Of("Cancelado", "Canceled");

    public static string Progress => Text.Of("Estado del pedido", "Order progress");

    public static string Ordered => Text.Of("Pedido", "Ordered");

    public static string Payment => Text.Of("Pago", "Payment");

    public static string Paid => Text.Of("Pagado", "Paid");

    public static string Prepared => Text.Of("Preparado", "Prepared");

    public static string Ready => Text.Of("Listo", "Ready");

    public static string PickupCode => Text.Of("Código de retiro", "Pickup code");

    public static string ShowIt => Text.Of("Mostralo en el mostrador. Sirve una sola vez.", "Show it at the counter. It works once.");

    public static string WeWillTell => Text.Of("Te avisamos por correo cuando esté listo para retirar.", "We write to you when it is ready to collect.");

    public static string Carrier => Text.Of("Correo", "Carrier");

    public static string GoesTo => Text.Of("Se entrega en", "Delivered to");

    public static string TotalPaid => Text.Of("Total pagado", "Total paid");

    public static string Thread => Text.Of("El hilo de tu pedido", "Your order's thread");

    public static string CancelOrder => Text.Of("Cancelar el pedido", "Cancel the order");

    public static string Canceling => Text.Of("Cancelando…", "Canceling…");

    public static string CanceledNow => Text.Of("Se canceló tu pedido", "Your order was canceled");

    public static string MayReturn => Text.Of("Si compraste a distancia, tenés diez días corridos desde que lo recibiste para devolverlo:", "If you bought at a distance, you may return it within ten days of receiving it:");

    public static string NeedHelp => Text.Of("¿Necesitás algo? Escribinos a", "Need anything? Write to");

    public static string RefundOwedText => Text.Of("Con tarjeta sale solo y lo ves en unos días. Si pagaste de otra forma, te escribimos para coordinarlo.", "Card money goes back by itself within days. If you paid otherwise, we write to you.");

    public static string YouOrdered => Text.Of("Hiciste el pedido", "You placed the order");

    public static string PaymentArrived => Text.Of("Pago aprobado", "Payment approved");

    public static string PaymentDeclined => Text.Of("El banco no aprobó un pago", "The bank declined a payment");

    public static string OldLink => Text.Of("Este enlace ya tiene más de 180 días", "This link is more than 180 days old");

    public static string OldLinkText => Text.Of(
        "Tu pedido sigue acá. Para abrirlo mandamos un código de seis números al correo con el que compraste, y después lo ves también en tu cuenta.",
        "Your order is still here. To open it we send a six-digit code to the e-mail you bought with; afterwards your account shows it too.");

    public static string SignedInAsOther => Text.Of("Ingresaste con otro correo: el código va al correo del pedido.", "You are signed in with another e-mail: the code goes to the order's.");

    public static string PaymentExpected => Text.Of("Queda pendiente el pago", "Payment is pending");

    public static string StartedToPrepare => Text.Of("Empezaron a prepararlo", "Preparation began");

    public static string Packed => Text.Of("Quedó preparado", "It is packed");

    public static string Shipped => Text.Of("Salió el envío", "It was shipped");

    public static string ItArrived => Text.Of("Llegó a destino", "It arrived");

    public static string YouCollected => Text.Of("Lo retiraste", "You collected it");

    public static string WasCanceled => Text.Of("Se canceló el pedido", "The order was canceled");

    public static string RefundBegun => Text.Of("Empezamos la devolución del dinero", "We began the refund");

    public static string RefundSent => Text.Of("Te devolvimos el dinero", "Your money was refunded");

    public static string Title(string number) => Text.Of($"Pedido {number}", $"Order {number}");

    public static string ReadyAt(string place) => Text.Of($"Listo en {place}", $"Ready at {place}");

    public static string YouCollectedAt(string place) => Text.Of($"Lo retiraste en {place}", $"You collected it at {place}");

    public static string Until(string day, string time, string store) => Text.Of($"Hasta el {day} a las {time} en {store}.", $"Until {day}, {time}, at {store}.");

    public static string Tracking(string code) => Text.Of($"Seguimiento {code}", $"Tracking {code}");

    public static string LineCanceled(Quantity canceled) => Text.Of($"{Format.Quantity(canceled)} cancelado", $"{Format.Quantity(canceled)} canceled");

    public static string CancelQuestion(string number) => Text.Of($"¿Cancelar {number}?", $"Cancel {number}?");

    public static string CancelConsequence(Money paid) => paid.IsPositive
        ? Text.Of($"Liberamos tus productos y te devolvemos {Format.Price(paid)}. No se puede deshacer.", $"We release your items and refund {Format.Price(paid)}. This cannot be undone.")
        : Text.Of("Liberamos tus productos y no se cobra nada. No se puede deshacer.", "We release your items and nothing is charged. This cannot be undone.");

    public static string AnotherPerson(string? person) => person is null
        ? Text.Of("Puede ir otra persona con este código.", "Someone else may collect it with this code.")
        : Text.Of($"Lo retira {person} con este código.", $"{person} collects it with this code.");

    public static string PayAtCounter(string amount) => Text.Of($"Pagás {amount} al retirar", $"Pay {amount} when you collect");

    public static string PayBy(string amount) => Text.Of($"Falta pagar {amount}", $"{amount} to be paid");

    public static string Deadline(string day, string time) => Text.Of($"Te lo guardamos hasta el {day} a las {time}.", $"Held for you until {day}, {time}.");

    public static string RefundOwed(string amount) => Text.Of($"Te estamos devolviendo {amount}", $"We are refunding {amount}");

    public static string Refunded(string amount) => Text.Of($"Te devolvimos {amount}", $"We refunded {amount}");

    public static string Headline(OrderStage stage, bool isPickup) => stage switch
    {
        OrderStage.WaitsForPayment => Text.Of("Tenemos tu pedido", "We have your order"),
        OrderStage.Received => Text.Of("Recibimos tu pedido", "We received your order"),
        OrderStage.Preparing => Text.Of("Estamos preparando tu pedido", "We are preparing your order"),
        OrderStage.Ready => Text.Of("Ya podés pasar a buscarlo", "You can collect it now"),
        OrderStage.OnItsWay => Text.Of("Tu pedido está en camino", "Your order is on its way"),
        OrderStage.Done => isPickup ? Text.Of("Ya lo retiraste", "You have collected it") : Text.Of("Tu pedido llegó", "Your order has arrived"),
        _ => Text.Of("Este pedido se canceló", "This order was canceled"),
    };

    public static string? Why(string? reason) => reason switch
    {
        null or "" => null,
        "customer" => Text.Of("Lo cancelaste vos.", "You canceled it."),
        "staff" => Text.Of("Lo canceló la tienda.", "The shop canceled it."),
        "payment_deadline" => Text.Of("No llegó el pago a tiempo y liberamos los productos.", "The payment did not arrive in time and the items were released."),
        "not_found" => Text.Of("No encontramos los productos. Disculpanos.", "We could not find the items. We are sorry."),
        "pickup_expired" => Text.Of("Venció el plazo para retirarlo y liberamos los productos.", "The time to collect it ran out and the items were released."),
        _ => reason,
    };
}
