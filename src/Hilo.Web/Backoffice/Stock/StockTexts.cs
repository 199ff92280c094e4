namespace Hilo.Web.Backoffice.Stock;

internal static class StockTexts
{
    public static string Product => Text.Of("Producto", "Product");

    public static string Location => Text.Of("Sucursal", "Location");

    public static string EveryLocation => Text.Of("Todas las sucursales", "Every location");

    public static string OnHand => Text.Of("En mano", "On hand");

    public static string Reserved => Text.Of("Reservado", "Reserved");

    public static string Allocated => Text.Of("Asignado", "Allocated");

    public static string Safety => Text.Of("Seguridad", "Safety");

    public static string Available => Text.Of("Disponible", "Available");

    public static string Formula => Text.Of("Disponible = en mano – reservado – asignado – seguridad", "Available = on hand – reserved – allocated – safety");

    public static string SearchHint => Text.Of("Producto, SKU o código", "Product, SKU or code");

    public static string Filter => Text.Of("Filtrar", "Filter");

    public static string None => Text.Of("No hay stock cargado", "No stock recorded");

    public static string NoneText => Text.Of("Importá productos con cantidades, o ajustá el stock desde el producto.", "Import products with quantities, or adjust stock from the product.");

    public static string NoneFoundText => Text.Of("Probá con menos palabras del nombre, o con el SKU o el código de barras completo.", "Try fewer words of the name, or the whole SKU or barcode.");

    public static string Adjust => Text.Of("Ajustar", "Adjust");

    public static string Adjusting => Text.Of("Ajustando…", "Adjusting…");

    public static string HowMany => Text.Of("Cuántas", "How many");

    public static string What => Text.Of("Qué pasó", "What happened");

    public static string Counted => Text.Of("Conté y hay", "I counted, and there are");

    public static string Add => Text.Of("Sumar", "Add");

    public static string Subtract => Text.Of("Restar", "Take away");

    public static string Reason => Text.Of("Motivo", "Reason");

    public static string ReasonHint => Text.Of("Queda en el historial: conteo, rotura, llegó mercadería…", "Kept in the history: count, damage, goods arrived…");

    public static string Movements => Text.Of("Movimientos", "Movements");

    public static string Moment => Text.Of("Cuándo", "When");

    public static string Movement => Text.Of("Movimiento", "Movement");

    public static string Change => Text.Of("Cambio", "Change");

    public static string After => Text.Of("En mano después", "On hand after");

    public static string Why => Text.Of("Por qué", "Why");

    public static string NewestFirst => Text.Of("Los más nuevos primero", "Newest first");

    public static string NoMovements => Text.Of("Todavía no se movió", "Nothing has moved yet");

    public static string WrongQuantity => Text.Of("Escribí una cantidad, por ejemplo 12.", "Write a quantity, such as 12.");

    public static string WrongQuantityText => Text.Of("No se cambió nada. Abrí el ajuste y escribila de nuevo.", "Nothing was changed. Open the adjustment and write it again.");

    public static string NoneFound(string search) => Text.Of($"Nada coincide con «{search}»", $"Nothing matches “{search}”");

    public static string AdjustQuestion(string location) => Text.Of($"¿Ajustar el stock en {location}?", $"Adjust the stock at {location}?");

    public static string AdjustConsequence(string onHand) => Text.Of($"Ahora dice {onHand} en mano. El cambio vale al instante en todos los canales.", $"It says {onHand} on hand now. The change counts at once on every channel.");

    public static string Adjusted(string location, string onHand) => Text.Of($"{location} quedó con {onHand} en mano.", $"{location} now has {onHand} on hand.");

    public static string Actor(string? actor) => actor?.Split(':')[0] switch
    {
        "staff" => Text.Of("Equipo", "Staff"),
        "shopper" or "guest" => Text.Of("Compra", "Purchase"),
        "sweeper" => Text.Of("Venció el tiempo", "Time ran out"),
        _ => Text.Of("Sistema", "System"),
    };

    public static string Kind(string kind) => kind switch
    {
        "received" => Text.Of("Ingresó", "Received"),
        "adjusted" => Text.Of("Ajuste", "Adjusted"),
        "reserved" => Text.Of("Reservado por un carrito", "Reserved by a cart"),
        "released" => Text.Of("Reserva liberada", "Reservation released"),
        "allocated" => Text.Of("Asignado a un pedido", "Allocated to an order"),
        "deallocated" => Text.Of("Asignación liberada", "Allocation released"),
        "shipped" => Text.Of("Salió en un envío", "Shipped"),
        "handed_over" => Text.Of("Se entregó", "Handed over"),
        _ => kind,
    };
}
