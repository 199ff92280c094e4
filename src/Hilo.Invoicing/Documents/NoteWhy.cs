namespace Hilo.Invoicing;

/// <summary>Why a note exists, for whoever reads its trace.</summary>
internal static class NoteWhy
{
    /// <param name="fact">As the events of an order name it; null where another part of it has left.</param>
    public static string Of(string? fact) => fact switch
    {
        "canceled" => "Se canceló el pedido.",
        "units_canceled" => "Se cancelaron unidades del pedido.",
        "price_correction" => "Se corrigió un precio.",
        "allowance" => "Se hizo una bonificación.",
        "damaged" => "Algo llegó dañado.",
        "late" => "El pedido llegó tarde.",
        "surcharge" => "Se cobró un recargo.",
        null => "Salió otra parte del pedido.",
        _ => "Cambió lo que cuesta el pedido.",
    };
}
