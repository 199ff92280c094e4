namespace Hilo.Web.Backoffice.Home;

internal static class HomeTexts
{
    public static string Orders => Text.Of("Pedidos de hoy", "Orders today");

    public static string Average => Text.Of("Ticket promedio", "Average order");

    public static string ByChannel => Text.Of("Ventas por canal", "Sales by channel");

    public static string RightNow => Text.Of("Ahora mismo", "Right now");

    public static string ByItself => Text.Of("se actualiza solo", "updates by itself");

    public static string Begin => Text.Of("Para empezar a vender", "To start selling");

    public static string Go => Text.Of("Seguir", "Go on");

    public static IReadOnlyList<(string Name, string Note, string Href)> FirstSteps =>
    [
        (Text.Of("La tienda", "The shop"), Text.Of("nombre y quién vende", "its name and who sells"), "/oficina/tienda"),
        (Text.Of("Una sucursal", "A location"), Text.Of("de dónde sale", "where goods leave from"), "/oficina/sucursales/nueva"),
        (Text.Of("Un canal", "A channel"), Text.Of("dónde se vende", "where you sell"), "/oficina/canales/nuevo"),
        (Text.Of("Los productos", "Products"), Text.Of("de un archivo", "from a file"), "/oficina/productos/importar"),
        (Text.Of("Las facturas", "Invoices"), Text.Of("cuando quieras", "whenever you like"), "/oficina/comprobantes/emisor"),
    ];

    public static string AllOrders => Text.Of("Todos los pedidos", "All orders");

    public static string ToResolve => Text.Of("Para resolver", "To resolve");

    public static string AllResolved => Text.Of("No hay nada que espere a una persona.", "Nothing waits for a person.");

    public static string Stores => Text.Of("Sucursales hoy", "Locations today");

    public static string NoWork => Text.Of("Ninguna sucursal tiene pedidos abiertos.", "No location has open orders.");

    public static string AsTable => Text.Of("Ver como tabla", "See as a table");

    public static string DayColumn => Text.Of("Día", "Day");

    public static string NoSales => Text.Of("No hubo ventas en los últimos 14 días", "No sales in the last 14 days");

    public static string TodayWord => Text.Of("hoy", "today");

    public static string Hello(string name, int hour) => hour switch
    {
        < 5 or >= 20 => Text.Of($"Buenas noches, {name}", $"Good evening, {name}"),
        < 13 => Text.Of($"Buen día, {name}", $"Good morning, {name}"),
        _ => Text.Of($"Buenas tardes, {name}", $"Good afternoon, {name}"),
    };

    public static string SalesUntil(string time) => Text.Of($"Ventas de hoy, hasta las {time}", $"Sales today, until {time}");

    public static string AgainstThen(string day) => Text.Of($"contra el {day} pasado a esta hora", $"against last {day} at this time");

    public static string AgainstDay(string day) => Text.Of($"contra el {day} pasado", $"against last {day}");

    public static string NothingThen(string day) => Text.Of($"El {day} pasado a esta hora no había ventas", $"Nothing had sold by this time last {day}");

    public static string Late(int late) => late == 0 ? Text.Of("Ninguno se pasó de hora", "None is late") : Text.Of($"{Format.Number(late)} pasados de hora", $"{Format.Number(late)} late");

    public static string LateHere(int late) => Text.Count(late, Text.Of("tarde", "late"), Text.Of("tarde", "late"));

    public static string WorkOf(int toPrepare, int ready) => Text.Of($"{Format.Number(toPrepare)} por preparar · {Format.Number(ready)} listos", $"{Format.Number(toPrepare)} to prepare · {Format.Number(ready)} ready");

    public static string Finding(string day, string amount) => Text.Of($"Ventas por día y canal, últimos 14 días. Mejor día: {day} con {amount}.", $"Sales by day and channel, last 14 days. Best day: {day} with {amount}.");

    public static string Placed(OrderRow order) => Text.Of($"{order.Number}, {order.CustomerName ?? "sin nombre"}", $"{order.Number}, {order.CustomerName ?? "no name"}");

    public static string When(string kind, string when) => kind switch
    {
        "late_work" => Text.Of($"El más viejo era para {when}", $"The oldest was due {when}"),
        "due_soon" => Text.Of($"El primero es para {when}", $"The first is due {when}"),
        "unpaid" => Text.Of($"El primero vence {when}", $"The first expires {when}"),
        _ => Text.Of($"Desde {when}", $"Since {when}"),
    };

    public static (string Icon, string Tone, string Name, string Href) Of(string kind) => kind switch
    {
        "late_work" => ("clock", "bad", Text.Of("Preparaciones tarde", "Late preparations"), "/oficina/pedidos?vista=to_prepare"),
        "due_soon" => ("clock", "warn", Text.Of("Para preparar en 2 horas", "Due within 2 hours"), "/oficina/pedidos?vista=to_prepare"),
        "unpaid" => ("cash", "warn", Text.Of("Pagos que vencen hoy", "Payments that expire today"), "/oficina/pedidos?vista=unpaid"),
        "refunds" => ("undo", "bad", Text.Of("Reintegros por hacer", "Refunds to give"), "/oficina/reintegros"),
        "mismatches" => ("card", "bad", Text.Of("Pagos por decidir", "Payments to decide"), "/oficina/pagos"),
        "provider_events" => ("card", "bad", Text.Of("Avisos de pago sin leer", "Payment notices unread"), "/oficina/pagos?vista=dead"),
        "mails" => ("mail", "bad", Text.Of("Correos que no salieron", "Mails not sent"), "/oficina/correos?vista=failed"),
        _ => ("list", "bad", Text.Of("Hechos sin procesar", "Events not handled"), "/oficina/registro/lectores"),
    };
}
