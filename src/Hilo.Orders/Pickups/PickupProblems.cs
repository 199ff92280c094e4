using System.Globalization;
using Hilo.Platform;

namespace Hilo.Orders;

internal static class PickupProblems
{
    public static readonly Problem NotACode = new("pickup.code_invalid", "This is neither a pickup pass nor a short code of two groups of four.", 422);
    public static readonly Problem Forged = new("pickup.pass_forged", "This pass was not made by this shop, or it was changed. Hand nothing over.", 422);
    public static readonly Problem Unknown = new("pickup.code_unknown", "No pickup has this code.", 404);

    public static Problem AlreadyCollected(string number, string? by, DateTimeOffset at) =>
        new("pickup.already_collected", $"Order {number} was handed over{(by is null ? "" : $" by {by}")} on {at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC. A pass works once.")
        {
            Facts = new Dictionary<string, object?> { ["order"] = number, ["handedOverBy"] = by, ["handedOverAt"] = at },
        };

    public static Problem Expired(DateTimeOffset validUntil) =>
        new("pickup.pass_expired", $"The pass was valid until {validUntil.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC. The units are for sale again.", 410)
        {
            Facts = new Dictionary<string, object?> { ["validUntil"] = validUntil },
        };

    public static Problem Canceled(string number) => new("pickup.canceled", $"Order {number} was canceled. Hand nothing over.", 410);

    public static Problem Elsewhere(string place) => new("pickup.other_location", $"This pickup waits at {place}.")
    {
        Facts = new Dictionary<string, object?> { ["location"] = place },
    };

    /// <summary>Names what the customer still pays; the same call with the payment hands over.</summary>
    public static Problem Unpaid(Money left) => new("pickup.unpaid", $"Collect {left} first: record the payment, or send it with the hand-over.")
    {
        Facts = new Dictionary<string, object?> { ["amount"] = left },
    };

    public static Problem WrongPayment(Money left) => new("pickup.payment_amount", $"Exactly {left} is to be collected.", 422)
    {
        Facts = new Dictionary<string, object?> { ["amount"] = left },
    };

    public static readonly ProblemPage[] Pages =
    [
        new("pickup.code_invalid",
            new("Eso no es un código de retiro", "No es el QR de un pedido ni un código corto de dos grupos de cuatro.", "Escaneá el QR del correo o escribí el código corto."),
            new("That is no pickup code", "It is neither the QR of an order nor a short code of two groups of four.", "Scan the QR of the mail, or type the short code.")),
        new("pickup.pass_forged",
            new("Código falso", "No lo hizo esta tienda, o lo cambiaron.", "No entregues nada. Buscá el pedido por su número y pedí un documento."),
            new("Forged pass", "This shop did not make it, or it was changed.", "Hand nothing over. Find the order by its number and ask for an identity card.")),
        new("pickup.code_unknown",
            new("Ningún retiro tiene ese código", "Está mal copiado, o es de otra tienda.", "Pedile que lo lea de nuevo, o buscá el pedido por su número."),
            new("No pickup has that code", "It was copied wrongly, or it is another shop's.", "Ask to read it again, or find the order by its number.")),
        new("pickup.already_collected",
            new("Ya se entregó", "Cada código sirve una sola vez; acá dice quién lo entregó y cuándo.", "No entregues de nuevo. Si el cliente no lo retiró, avisá a la oficina."),
            new("Already handed over", "Each pass works once; it says who handed over and when.", "Do not hand over again. If the customer did not collect it, tell the office.")),
        new("pickup.pass_expired",
            new("El código venció", "Pasó el plazo de retiro y los productos volvieron a la venta.", "Ofrecé comprarlos de nuevo; lo pagado se reintegra."),
            new("The pass expired", "The time to collect ran out and the items are for sale again.", "Offer to buy them again; what was paid goes back.")),
        new("pickup.canceled",
            new("El pedido fue cancelado", "El pedido se canceló antes de retirarlo.", "No entregues nada; lo pagado se reintegra."),
            new("The order was canceled", "It was canceled before it was collected.", "Hand nothing over; what was paid goes back.")),
        new("pickup.other_location",
            new("Se retira en otra sucursal", "El pedido espera en otra sucursal; acá dice en cuál.", "Mandá al cliente a esa sucursal."),
            new("It waits elsewhere", "The order waits at another location; it says which.", "Send the customer there.")),
        new("pickup.unpaid",
            new("Falta cobrar", "El pedido se paga al retirarlo y todavía no está pago; acá dice cuánto falta.", "Cobrá el importe y entregá."),
            new("It is not paid", "It is paid on collection, and is not yet; it says how much is missing.", "Collect the amount, then hand over.")),
        new("pickup.payment_amount",
            new("El importe no es el que falta", "Se cobra exactamente lo que falta pagar, en la moneda del pedido.", "Corregí el importe."),
            new("Not the amount that is missing", "Exactly what is left to pay is collected, in the order's currency.", "Correct the amount.")),
    ];
}
