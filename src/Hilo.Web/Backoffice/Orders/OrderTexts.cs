namespace Hilo.Web.Backoffice.Orders;

internal static class OrderTexts
{
    public static string Views => Text.Of("Vistas de pedidos", "Views of orders");

    public static string Order => Text.Of("Pedido", "Order");

    public static string Placed => Text.Of("Hecho", "Placed");

    public static string Customer => Text.Of("Cliente", "Customer");

    public static string Channel => Text.Of("Canal", "Channel");

    public static string Delivery => Text.Of("Entrega", "Delivery");

    public static string State => Text.Of("Estado", "State");

    public static string Payment => Text.Of("Pago", "Payment");

    public static string Total => Text.Of("Total", "Total");

    public static string NewestFirst => Text.Of("Los más nuevos primero", "Newest first");

    public static string NoneYet => Text.Of("No hay pedidos en esta vista", "No orders in this view");

    public static string NoneYetText => Text.Of("Los pedidos de todos los canales aparecen acá apenas se hacen.", "Orders of every channel appear here as soon as they are placed.");

    public static string NoneFoundText => Text.Of("Buscá por número, nombre o correo del cliente.", "Search by number, name or e-mail of the customer.");

    public static string Lines => Text.Of("Renglones", "Lines");

    public static string Product => Text.Of("Producto", "Product");

    public static string Quantity => Text.Of("Cant.", "Qty");

    public static string Price => Text.Of("Precio", "Price");

    public static string ComesFrom => Text.Of("Sale de", "Comes from");

    public static string Goods => Text.Of("Productos", "Items");

    public static string Discounts => Text.Of("Descuentos", "Discounts");

    public static string Shipping => Text.Of("Envío", "Shipping");

    public static string Paid => Text.Of("Pagado", "Paid");

    public static string Refunded => Text.Of("Reintegrado", "Refunded");

    public static string WhyThere => Text.Of("Por qué sale de ahí", "Why it comes from there");

    public static string Candidate => Text.Of("Candidato", "Candidate");

    public static string Covers => Text.Of("Cubre", "Covers");

    public static string Distance => Text.Of("Distancia", "Distance");

    public static string Reason => Text.Of("Por qué", "Why");

    public static string Chosen => Text.Of("Elegido", "Chosen");

    public static string Work => Text.Of("Preparación", "Preparation");

    public static string Thread => Text.Of("El hilo del pedido", "The order's thread");

    public static string SeeThread => Text.Of("Ver su hilo", "See their thread");

    public static string PickedUpBy => Text.Of("Retira", "Collected by");

    public static string ShipTo => Text.Of("Envío a", "Ships to");

    public static string PickupAt => Text.Of("Retiro en", "Pickup at");

    public static string Cancel => Text.Of("Cancelar", "Cancel");

    public static string Canceling => Text.Of("Cancelando…", "Canceling…");

    public static string CancelTheOrder => Text.Of("Cancelar el pedido", "Cancel the order");

    public static string WhyCancel => Text.Of("Motivo", "Reason");

    public static string RecordPayment => Text.Of("Registrar pago", "Record payment");

    public static string Recording => Text.Of("Registrando…", "Recording…");

    public static string HowPaid => Text.Of("Medio", "Means");

    public static string Reference => Text.Of("Referencia", "Reference");

    public static string ReferenceHint => Text.Of("Número de la transferencia o del comprobante. Nunca una tarjeta.", "Number of the transfer or slip. Never a card.");

    public static string PaymentRecorded(string number) => Text.Of($"Se registró el pago de {number}.", $"The payment of {number} was recorded.");

    public static string Canceled(string number) => Text.Of($"Se canceló {number}.", $"{number} was canceled.");

    public static string CancelQuestion(string number) => Text.Of($"¿Cancelar {number}?", $"Cancel {number}?");

    public static string CancelConsequence(string units, Money captured) => captured.IsPositive
        ? Text.Of($"Se liberan {units} y quedan {Format.Money(captured)} para reintegrar. No se puede deshacer.", $"{units} are released and {Format.Money(captured)} is owed back. This cannot be undone.")
        : Text.Of($"Se liberan {units} y no se cobra nada. No se puede deshacer.", $"{units} are released and nothing is charged. This cannot be undone.");

    public static string NewOrders(int count) => count >= 100 ? Text.Of("Más de 100 pedidos nuevos", "More than 100 new orders") : Text.Count(count, Text.Of("pedido nuevo", "new order"), Text.Of("pedidos nuevos", "new orders"));

    public static string CanceledPart => Text.Of("Cancelado", "Canceled");

    public static string GivenBack => Text.Of("Devuelto del precio", "Given back of the price");

    public static string ChargedMore => Text.Of("Cobrado de más", "Charged on top");

    public static string ChangePrice => Text.Of("Corregir importe", "Change amount");

    public static string ChangePriceQuestion(string number) => Text.Of($"¿Corregir lo que cuesta {number}?", $"Change what {number} costs?");

    public static string ChangePriceText => Text.Of("Las unidades no cambian. Lo que se devuelve queda para reintegrar; la nota de crédito o de débito sale sola.", "Units stay. What is given back is owed to the buyer; the fiscal note follows by itself.");

    public static string OfWhat => Text.Of("De qué", "Of what");

    public static string WhatToDo => Text.Of("Qué hacer", "What to do");

    public static string GiveBack => Text.Of("Devolver", "Give back");

    public static string ChargeBy(string tender) => Text.Of($"Cobrar de más, ya cobrado en {tender.ToLowerInvariant()}", $"Charge on top, taken in {tender.ToLowerInvariant()}");

    public static string HowMuch => Text.Of("Importe", "Amount");

    public static string PaidInAll => Text.Of("Cobrado en total", "Paid in all");

    public static string PaidInAllHint => Text.Of("Solo si cobrás de más: con las percepciones, que siguen a lo que cuesta el pedido.", "Only when you charge more: with the perceptions, which follow what the order costs.");

    public static string HowMuchHint => Text.Of("Con IVA. Por ejemplo 1500 o 1500,50.", "VAT included. For example 1500 or 1500.50.");

    public static string WrongAmount => Text.Of("Escribí un importe mayor que cero, por ejemplo 1500,50.", "Write an amount above zero, for example 1500.50.");

    public static string Changing => Text.Of("Corrigiendo…", "Changing…");

    public static string AmountChanged(string number) => Text.Of($"Se corrigió el importe de {number}. La nota sale sola.", $"The amount of {number} was changed. The note follows by itself.");

    public static IReadOnlyList<(string Value, string Label)> ChangeReasons =>
    [
        ("price_correction", Text.Of("Precio mal cobrado", "Wrong price")), ("allowance", Text.Of("Bonificación", "Allowance")), ("damaged", Text.Of("Llegó con una falla", "Arrived damaged")),
        ("late", Text.Of("Llegó tarde", "Arrived late")), ("surcharge", Text.Of("Recargo", "Surcharge")), ("other", Text.Of("Otro motivo", "Other")),
    ];

    public static string ItChanged => Text.Of("Este pedido cambió recién", "This order has just changed");

    public static string SeeIt => Text.Of("Ver cómo está", "See how it is");

    public static string Units(decimal units) => Text.Count(units, Text.Of("unidad", "unit"), Text.Of("unidades", "units"));

    public static string NoneFound(string search) => Text.Of($"Nada coincide con «{search}»", $"Nothing matches “{search}”");

    public static string DueBy(string when) => Text.Of($"Esperamos el pago hasta {when}. Después se cancela solo y se libera el stock.", $"Payment is awaited until {when}. Then it is canceled by itself and the stock is released.");

    public static string Owed(string amount) => Text.Of($"Hay {amount} para reintegrar", $"{amount} is owed back");

    public static string TitleOf(string number) => Text.Of($"Pedido {number}", $"Order {number}");

    public static string PayQuestion(string number) => Text.Of($"¿Registrar el pago de {number}?", $"Record the payment of {number}?");

    public static string LineCanceled(Quantity canceled) => Text.Of($"{Format.Quantity(canceled)} cancelado", $"{Format.Quantity(canceled)} canceled");

    public static string CoveredOf(int covered, int wanted) => Text.Of($"{covered} de {wanted}", $"{covered} of {wanted}");

    public static string DeliveryOf(DeliveryKind kind, string? place) => kind switch
    {
        DeliveryKind.Pickup => Text.Of($"Retiro {place}", $"Pickup {place}"),
        DeliveryKind.Counter => Text.Of($"Mostrador {place}", $"Counter {place}"),
        _ => Text.Of("Envío", "Shipment"),
    };

    public static string View(string tab) => tab switch
    {
        "to_prepare" => Text.Of("Por preparar", "To prepare"),
        "unpaid" => Text.Of("Sin pagar", "Unpaid"),
        "ready" => Text.Of("Listos", "Ready"),
        "completed" => Text.Of("Entregados", "Delivered"),
        "canceled" => Text.Of("Cancelados", "Canceled"),
        _ => Text.Of("Todos", "All"),
    };

    public static string TenderOf(Tender tender) => tender switch
    {
        Tender.Cash => Text.Of("Efectivo", "Cash"),
        Tender.BankTransfer => Text.Of("Transferencia", "Bank transfer"),
        Tender.CardOnline => Text.Of("Tarjeta", "Card"),
        _ => Text.Of("Otro medio", "Other means"),
    };

    public static string SearchHint => Text.Of("Número, cliente, correo…", "Number, customer, e-mail…");

    public static string CustomerAndDelivery => Text.Of("Cliente y entrega", "Customer and delivery");

    public static string Preparation => Text.Of("Preparación", "Preparation");

    public static string WhyCanceled(string? reason) => reason switch
    {
        "customer" => Text.Of("Lo canceló el cliente", "Canceled by the customer"),
        "payment_deadline" => Text.Of("Se canceló solo: no llegó el pago a tiempo", "Canceled by itself: the payment did not arrive in time"),
        "not_found" => Text.Of("Se canceló porque no se encontró en ninguna sucursal", "Canceled: it could not be found in any location"),
        "pickup_expired" => Text.Of("Se canceló solo: no lo retiraron a tiempo", "Canceled by itself: it was not collected in time"),
        _ => Text.Of("Lo canceló el equipo", "Canceled by staff"),
    };
}
