namespace Hilo.Web.StoreFloor;

internal static class FloorTexts
{
    public static string FirstShown(int count) => Text.Of($"Se muestran las primeras {Format.Number(count)}. Las demás aparecen a medida que se entregan.", $"The first {Format.Number(count)} are shown. The others appear as these leave.");

    public static string AlreadyHandedOver(string order, string by, string at) => Text.Of(
        by.Length == 0 ? $"{order} se entregó: {at}. Si no fue así, llamá al encargado." : $"{order} lo entregó {by}: {at}. Si no fue así, llamá al encargado.",
        by.Length == 0 ? $"{order} was handed over: {at}. If that is not so, call the manager." : $"{order} was handed over by {by}: {at}. If that is not so, call the manager.");

    public static string PassExpired(string until) => Text.Of($"Valía hasta: {until}. Las prendas volvieron a la venta: no entregues nada.", $"It was valid until: {until}. The units are for sale again: hand nothing over.");

    public static string WaitsElsewhere(string place) => Text.Of($"Este retiro espera en {place}.", $"This pickup waits at {place}.");

    /// <summary>Null where nothing waits.</summary>
    public static string? Waiting(int toPrepare, int ready) => (toPrepare, ready) switch
    {
        (0, 0) => null,
        (_, 0) => Text.Of($"{Format.Number(toPrepare)} para preparar", $"{Format.Number(toPrepare)} to prepare"),
        (0, _) => Text.Of($"{Format.Number(ready)} para retirar", $"{Format.Number(ready)} to be collected"),
        _ => Text.Of($"{Format.Number(toPrepare)} para preparar · {Format.Number(ready)} para retirar", $"{Format.Number(toPrepare)} to prepare · {Format.Number(ready)} to be collected"),
    };

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

    public static string FoundLabel => Text.Of("Prendas encontradas", "Items found");

    /// <summary>For the script that counts: n found of m.</summary>
    public static string FoundOne => Text.Of("{n} de {m} encontrada", "{n} of {m} found");

    public static string FoundMany => Text.Of("{n} de {m} encontradas", "{n} of {m} found");

    public static string CannotFind => Text.Of("No la encuentro", "I cannot find it");

    public static string OneIsMissing => Text.Of("Falta una prenda", "One is missing");

    public static string WhatIsMissing => Text.Of("¿Qué no encontrás?", "What can you not find?");

    public static string HowManyFound => Text.Of("¿Cuántas encontraste?", "How many did you find?");

    public static string NoneOfThem => Text.Of("Ninguna", "None");

    public static string WhatHappens => Text.Of("Qué pasa cuando lo registrás", "What happens when you record it");

    public static string MissingParcel => Text.Of("Buscamos otra sucursal que la mande. Si ninguna la tiene, se cancela esa parte, se devuelve lo pagado y le avisamos al cliente por correo.", "Another location sends it. If none has it, that part is canceled, what was paid goes back and the customer gets a mail.");

    public static string MissingPickup => Text.Of("Esa parte del pedido se cancela, se devuelve lo pagado y le avisamos al cliente por correo. El resto sigue.", "That part of the order is canceled, what was paid goes back and the customer gets a mail. The rest goes on.");

    public static string ReportMissing => Text.Of("Registrar que falta", "Record it as missing");

    public static string KeepLooking => Text.Of("Seguir buscando", "Keep looking");

    public static string SomebodyMovedIt => Text.Of("Alguien más movió este pedido recién", "Somebody else has just moved this order");

    public static string LookAgain => Text.Of("Ver cómo está", "See how it is");

    public static string WasCanceled => Text.Of("Esta preparación se canceló", "This work was canceled");

    public static string WasCanceledText => Text.Of("No hay nada más que preparar. Devolvé a su lugar lo que hayas juntado.", "There is nothing left to prepare. Put back what you picked.");

    public static string WaitsForCustomer => Text.Of("Espera al cliente", "Waits for the customer");

    public static string OnItsWay => Text.Of("Está en camino", "It is on its way");

    public static string Delivered => Text.Of("Registrar que llegó", "Record that it arrived");

    public static string AllDone => Text.Of("Este pedido ya salió", "This order has left");

    public static string ShowTheCode => Text.Of("Acercá el código a la cámara", "Hold the code before the camera");

    public static string TypeIt => Text.Of("Código corto", "Short code");

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

    public static string ScanAnother => Text.Of("Escanear otro código", "Scan another code");

    public static string BackToQueue => Text.Of("Volver a la lista", "Back to the list");

    public static string FoundOf(decimal found, decimal all) => (all == 1 ? FoundOne : FoundMany)
        .Replace("{n}", Format.Number(found), StringComparison.Ordinal).Replace("{m}", Format.Number(all), StringComparison.Ordinal);

    public static string FoundIt(string title, string variant) => Text.Of($"Encontré {title} {variant}", $"Found {title} {variant}");

    public static string OfThem(int count, decimal all) => Text.Of($"{count} de {Format.Number(all)}", $"{count} of {Format.Number(all)}");

    public static string MissingStock(string place) => Text.Of($"El stock de {place} se corrige: queda solo lo que ya está prometido.", $"The stock of {place} is put right: only what is promised already stays.");

    public static string DueBy(string when) => Text.Of($"antes de {when}", $"by {when}");

    public static string Late(string when) => Text.Of($"era {when}", $"was due {when}");

    public static string Reported(ShortageView done) => done switch
    {
        { IsOrderCanceled: true, RefundOwed.IsPositive: true } => Text.Of($"Se canceló el pedido y se devuelven {Format.Money(done.RefundOwed)}.", $"The order is canceled and {Format.Money(done.RefundOwed)} goes back."),
        { IsOrderCanceled: true } => Text.Of("Se canceló el pedido: no quedaba nada.", "The order is canceled: nothing was left of it."),
        { Canceled.IsZero: true } => Text.Of($"Ahora sale de {string.Join(" y ", done.From)}.", $"It comes from {string.Join(" and ", done.From)} now."),
        { RefundOwed.IsPositive: true } => Text.Of($"Se canceló esa parte y se devuelven {Format.Money(done.RefundOwed)}.", $"That part is canceled and {Format.Money(done.RefundOwed)} goes back."),
        _ => Text.Of("Se canceló esa parte. El resto sigue.", "That part is canceled. The rest goes on."),
    };

    public static string Collects(string name) => Text.Of($"Es de {name}.", $"It belongs to {name}.");

    public static string Charge(string amount) => Text.Of($"Falta cobrar {amount}", $"Charge {amount}");

    public static string ChargeAndHandOver(string amount) => Text.Of($"Cobré {amount} y entrego", $"I charged {amount}: hand over");

    public static string TakenBy(string name) => Text.Of($"Lo retiró {name}.", $"Collected by {name}.");

    public static string Charged(string amount, Tender tender) => tender == Tender.Cash
        ? Text.Of($"Cobraste {amount} en efectivo", $"You charged {amount} in cash")
        : Text.Of($"Cobraste {amount} con tarjeta", $"You charged {amount} by card");

    public static string Garments(decimal units) => Text.Count(units, Text.Of("prenda", "item"), Text.Of("prendas", "items"));

    public static string HandOverThem(decimal units) => units == 1 ? Text.Of("Entregar la prenda", "Hand over the item") : Text.Of($"Entregar las {Format.Number(units)} prendas", $"Hand over the {Format.Number(units)} items");

    public static string GotThem(decimal units) => units == 1 ? Text.Of("Tengo la prenda", "I have the item") : Text.Of($"Tengo las {Format.Number(units)} prendas", $"I have the {Format.Number(units)} items");

    public static string HandedOver(string number) => Text.Of($"Se entregó {number}", $"{number} was handed over");

    public static string Until(string when) => Text.Of($"Se guarda hasta {when}", $"Held until {when}");

    public static string Since(string when) => Text.Of($"Entró {when}", $"Came in {when}");

    public static string Shipped(string number) => Text.Of($"Se despachó {number}.", $"{number} was shipped.");
}
