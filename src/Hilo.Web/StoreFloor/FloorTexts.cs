namespace Hilo.Web.StoreFloor;

internal static class FloorTexts
{
    public static string WhereAreYou => Text.Of("¿Dónde estás?", "Where are you?");

    public static string NoPlace => Text.Of("No tenés una sucursal asignada", "No store is assigned to you");

    public static string NoPlaceText => Text.Of("Pedile a la oficina que te asigne una.", "Ask the office to assign one.");

    public static string ToPrepare => Text.Of("Para preparar", "To prepare");

    public static string ToHandOver => Text.Of("Listos para entregar", "Ready to hand over");

    public static string ToShip => Text.Of("Para despachar", "To ship");

    public static string NothingToDo => Text.Of("No hay nada para preparar", "Nothing to prepare");

    public static string NothingToDoText => Text.Of("Los pedidos nuevos aparecen acá solos.", "New orders appear here by themselves.");

    public static string HandOver => Text.Of("Entregar un retiro", "Hand over a pickup");

    public static string Accept => Text.Of("Aceptar y buscar", "Accept and pick");

    public static string Accepting => Text.Of("Aceptando…", "Accepting…");

    public static string Pack => Text.Of("Ya está embalado", "It is packed");

    public static string Packing => Text.Of("Guardando…", "Saving…");

    public static string Ready => Text.Of("Avisar que está listo", "Say it is ready");

    public static string Telling => Text.Of("Avisando…", "Telling…");

    public static string ReadyNote => Text.Of("Le mandamos al cliente el código de retiro por correo.", "The customer gets the pickup code by mail.");

    public static string Ship => Text.Of("Registrar despacho", "Record shipment");

    public static string Shipping => Text.Of("Registrando…", "Recording…");

    public static string Carrier => Text.Of("Correo", "Carrier");

    public static string Tracking => Text.Of("Código de seguimiento", "Tracking code");

    public static string Found => Text.Of("Encontrada", "Found");

    public static string TickAll => Text.Of("Marcá cada prenda cuando la tengas en la mano.", "Tick each item when you have it in your hand.");

    public static string WaitsForCustomer => Text.Of("Espera al cliente", "Waits for the customer");

    public static string OnItsWay => Text.Of("Está en camino", "It is on its way");

    public static string Delivered => Text.Of("Registrar que llegó", "Record that it arrived");

    public static string AllDone => Text.Of("Este pedido ya salió", "This order has left");

    public static string ShowTheCode => Text.Of("Acercá el código a la cámara", "Hold the code before the camera");

    public static string TypeIt => Text.Of("O escribí el código corto", "Or type the short code");

    public static string Code => Text.Of("Código de retiro", "Pickup code");

    public static string LookUp => Text.Of("Buscar", "Look up");

    public static string LookingUp => Text.Of("Buscando…", "Looking up…");

    public static string NoCamera => Text.Of("Esta página no puede usar la cámara. Escribí el código corto que tiene el cliente.", "This page cannot use the camera. Type the customer's short code.");

    public static string NotSecure => Text.Of("La cámara solo funciona por HTTPS. Escribí el código corto, o entrá por la dirección segura.", "The camera works over HTTPS only. Type the short code, or open the secure address.");

    public static string ValidCode => Text.Of("Código válido", "Valid code");

    public static string AlreadyPaid => Text.Of("Ya está pagado: no cobres nada.", "It is paid: charge nothing.");

    public static string Handing => Text.Of("Entregando…", "Handing over…");

    public static string OnlyOnce => Text.Of("Queda registrado a tu nombre. El código no sirve dos veces.", "It is recorded under your name. The code does not work twice.");

    public static string SomebodyElse => Text.Of("Retira otra persona", "Somebody else collects it");

    public static string SomebodyElseHint => Text.Of("Nombre de quien retira", "Name of who collects it");

    public static string HowPaid => Text.Of("¿Cómo paga?", "How do they pay?");

    public static string Cash => Text.Of("Efectivo", "Cash");

    public static string Card => Text.Of("Tarjeta en el posnet", "Card at the terminal");

    public static string Another => Text.Of("Entregar otro", "Hand over another");

    public static string BackToQueue => Text.Of("Volver a la lista", "Back to the list");

    public static string Collects(string name) => Text.Of($"Es de {name}.", $"It belongs to {name}.");

    public static string Charge(string amount) => Text.Of($"Falta cobrar {amount}", $"Charge {amount}");

    public static string ChargeAndHandOver(string amount) => Text.Of($"Cobré {amount} y entrego", $"I charged {amount}: hand over");

    public static string Garments(decimal units) => Text.Count(units, Text.Of("prenda", "item"), Text.Of("prendas", "items"));

    public static string HandOverThem(decimal units) => units == 1 ? Text.Of("Entregar la prenda", "Hand over the item") : Text.Of($"Entregar las {Format.Number(units)} prendas", $"Hand over the {Format.Number(units)} items");

    public static string GotThem(decimal units) => units == 1 ? Text.Of("Tengo la prenda", "I have the item") : Text.Of($"Tengo las {Format.Number(units)} prendas", $"I have the {Format.Number(units)} items");

    public static string HandedOver(string number) => Text.Of($"Se entregó {number}", $"{number} was handed over");

    public static string Until(string when) => Text.Of($"Se guarda hasta {when}", $"Held until {when}");

    public static string Since(string when) => Text.Of($"Entró {when}", $"Came in {when}");

    public static string Shipped(string number) => Text.Of($"Se despachó {number}.", $"{number} was shipped.");
}
