using Hilo.Platform;

namespace Hilo.Orders;

internal static class FulfillmentProblems
{
    public static readonly Problem UnknownLine = new("fulfillment.line_unknown", "A line that is named is not part of this work order.", 422);

    public static Problem NotPossible(FulfillmentOrder work, FulfillmentTrigger move) =>
        new("fulfillment.not_possible", $"A {Words.Of(work.Delivery)} order that is {Words.Of(work.State)} cannot be moved by: {Words.Of(move).Replace('_', ' ')}.")
        {
            Facts = new Dictionary<string, object?> { ["state"] = Words.Of(work.State) },
        };

    public static Problem WrongCount(FulfillmentLine line, Quantity counted) =>
        new("fulfillment.picked_quantity", $"Between 0 and {line.Quantity} of this line can be found, not {counted}.", 422);

    public static Problem NothingMissing(FulfillmentLine line, Quantity found) =>
        new("fulfillment.nothing_missing", $"Fewer than the {line.Quantity} of this line must have been found to report it, not {found}.", 422);

    /// <summary>Nothing leaves the house before its money is here.</summary>
    public static Problem Unpaid(Money left) => new("fulfillment.unpaid", $"The order is not paid yet: {left} are missing.")
    {
        Facts = new Dictionary<string, object?> { ["amount"] = left },
    };

    public static readonly ProblemPage[] Pages =
    [
        new("fulfillment.not_possible",
            new("La preparación ya no está en ese paso", "Otra persona la movió, el pedido fue cancelado, o falta un paso anterior.", "Actualizá la lista y mirá en qué estado está."),
            new("The work order is not at that step", "Somebody else moved it, the order was canceled, or an earlier step is missing.", "Refresh the list and look at its state.")),
        new("fulfillment.line_unknown",
            new("Ese renglón no es de esta preparación", "Se nombró un renglón de otro pedido o de otra sucursal.", "Actualizá la lista y contá de nuevo."),
            new("That line is not part of it", "A line of another order or location was named.", "Refresh the list and count again.")),
        new("fulfillment.picked_quantity",
            new("La cantidad encontrada no es válida", "No puede ser negativa ni mayor que la pedida.", "Corregí la cantidad."),
            new("The quantity found is not valid", "It is not negative and no more than what was ordered.", "Correct the quantity.")),
        new("fulfillment.nothing_missing",
            new("No falta nada de ese renglón", "La cantidad encontrada tiene que ser menor que la pedida, y no negativa.", "Si encontraste todo, seguí con la preparación."),
            new("Nothing of that line is missing", "The quantity found must be less than what was ordered, and not negative.", "If you found everything, go on with the preparation.")),
        new("fulfillment.unpaid",
            new("El pedido todavía no está pago", "Nada sale de la sucursal antes de que llegue el dinero.", "Registrá el pago o esperá a que se acredite."),
            new("The order is not paid yet", "Nothing leaves the house before its money is here.", "Record the payment, or wait for it.")),
    ];
}
