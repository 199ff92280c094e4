namespace Hilo.Web.Backoffice.Locations;

internal static class LocationTexts
{
    public static string Add => Text.Of("Sumar una sucursal", "Add a location");

    public static string New => Text.Of("Sucursal nueva", "New location");

    public static string Name => Text.Of("Nombre", "Name");

    public static string NameHint => Text.Of("Como la van a leer los clientes.", "As shoppers will read it.");

    public static string NameMissing => Text.Of("Poné el nombre.", "Write the name.");

    public static string Code => Text.Of("Código", "Code");

    public static string CodeHint => Text.Of("Corto, sin espacios. Lo usan los archivos de stock y la dirección del piso de venta.", "Short, without spaces. Stock files and the address of the store floor use it.");

    public static string CodeMissing => Text.Of("Poné un código.", "Write a code.");

    public static string Kind => Text.Of("Qué es", "What it is");

    public static string KindOf(LocationKind kind) => kind switch
    {
        LocationKind.Store => Text.Of("Sucursal", "Store"),
        LocationKind.Warehouse => Text.Of("Depósito", "Warehouse"),
        _ => Text.Of("Virtual", "Virtual"),
    };

    public static string LegalEntity => Text.Of("Razón social", "Legal entity");

    public static string AddressTitle => Text.Of("Dirección", "Address");

    public static string Latitude => Text.Of("Latitud", "Latitude");

    public static string Longitude => Text.Of("Longitud", "Longitude");

    public static string PositionHint => Text.Of("Con las dos, la tienda dice a cuántas cuadras queda y muestra el mapa.", "With both, the shop says how far it is and shows the map.");

    public static string PositionWrong => Text.Of("Poné las dos en grados, por ejemplo −34,5889 y −58,4306, o ninguna.", "Write both in degrees, such as −34.5889 and −58.4306, or neither.");

    public static string TimeZone => Text.Of("Hora de", "Time of");

    public static string HoursTitle => Text.Of("Horario", "Hours");

    public static string HoursHint => Text.Of("Dos tramos por día si cierra al mediodía. Un día en blanco está cerrado.", "Two spans a day if it closes at noon. An empty day is closed.");

    public static string Opens(string day, int span) => span == 1 ? Text.Of($"{day}: abre", $"{day}: opens") : Text.Of($"{day}: vuelve a abrir", $"{day}: opens again");

    public static string Closes(string day, int span) => span == 1 ? Text.Of($"{day}: cierra", $"{day}: closes") : Text.Of($"{day}: vuelve a cerrar", $"{day}: closes again");

    public static string To => Text.Of("a", "to");

    public static string And => Text.Of("y de", "and");

    public static string HoursHalf(string day) => Text.Of($"{day}: poné la hora en que abre y la hora en que cierra.", $"{day}: write when it opens and when it closes.");

    public static string HoursBackwards(string day) => Text.Of($"{day}: cierra antes de abrir.", $"{day}: it closes before it opens.");

    public static string HoursOverlap(string day) => Text.Of($"{day}: los dos tramos se superponen.", $"{day}: the two spans overlap.");

    public static string Abilities => Text.Of("Qué hace", "What it does");

    public static string Ships => Text.Of("Prepara envíos", "Ships orders");

    public static string ShipsText => Text.Of("Los pedidos con envío pueden salir de acá.", "Orders with delivery may leave from here.");

    public static string OffersPickup => Text.Of("Entrega retiros", "Hands over pickups");

    public static string OffersPickupText => Text.Of("Los clientes pueden elegirla para retirar.", "Shoppers may choose it to collect.");

    public static string IsActive => Text.Of("En actividad", "Active");

    public static string IsActiveText => Text.Of("Si la apagás, no se promete nada nuevo desde acá. Lo ya vendido se termina de entregar.", "Switched off, nothing new is promised from here. What was sold is still handed over.");

    public static string Active => Text.Of("En actividad", "Active");

    public static string Closed => Text.Of("Cerrada", "Closed");

    public static string State => Text.Of("Estado", "State");

    public static string Does => Text.Of("Hace", "Does");

    public static string DoesOf(LocationView place) => (place.Ships, place.OffersPickup) switch
    {
        (true, true) => Text.Of("envíos y retiros", "deliveries and pickups"),
        (true, false) => Text.Of("envíos", "deliveries"),
        (false, true) => Text.Of("retiros", "pickups"),
        _ => Text.Of("solo guarda stock", "only keeps stock"),
    };

    public static string NoHours => Text.Of("sin horario cargado", "no hours yet");

    public static string Save => Text.Of("Guardar", "Save");

    public static string Saving => Text.Of("Guardando…", "Saving…");

    public static string Saved(string name) => Text.Of($"Se guardó {name}.", $"{name} was saved.");

    public static string ConflictTitle => Text.Of("Otra persona cambió esta sucursal recién", "Somebody else has just changed this location");

    public static string ConflictText => Text.Of("Tus cambios siguen acá y todavía no se guardaron. Si guardás de nuevo, quedan los tuyos.", "Your changes are still here and not saved yet. If you save again, yours stay.");

    public static string Empty => Text.Of("Todavía no hay sucursales", "No locations yet");

    public static string EmptyText => Text.Of("Una sucursal o un depósito guarda stock, prepara pedidos y los entrega. Sumá la primera para empezar a vender.", "A store or warehouse keeps stock, prepares orders and hands them over. Add the first one to start selling.");

    public static string SeeFloor => Text.Of("Abrir el piso de venta", "Open the store floor");

    public static string SeeStock => Text.Of("Ver su stock", "See its stock");
}
