namespace Hilo.Web.Backoffice.SalesChannels;

internal static class ChannelTexts
{
    public static string Add => Text.Of("Sumar un canal", "Add a channel");

    public static string New => Text.Of("Canal nuevo", "New channel");

    public static string Name => Text.Of("Nombre", "Name");

    public static string NameHint => Text.Of("Como se lee en los pedidos y en el hilo de cada cliente.", "As orders and every customer's thread name it.");

    public static string NameMissing => Text.Of("Poné el nombre.", "Write the name.");

    public static string Kind => Text.Of("Por dónde vende", "Where it sells");

    public static string KindOf(SalesChannelKind kind) => kind switch
    {
        SalesChannelKind.Web => Text.Of("Tienda web", "Web shop"),
        SalesChannelKind.Store => Text.Of("Sucursales", "Stores"),
        SalesChannelKind.Phone => Text.Of("Teléfono", "Phone"),
        SalesChannelKind.Marketplace => Text.Of("Marketplace", "Marketplace"),
        SalesChannelKind.Chat => Text.Of("Chat", "Chat"),
        _ => Text.Of("Asistente", "Agent"),
    };

    public static string LegalEntity => Text.Of("Quién vende", "Who sells");

    public static string Money => Text.Of("Moneda", "Currency");

    public static string Transfer => Text.Of("Horas para pagar una transferencia", "Hours to pay a transfer");

    public static string TransferHint => Text.Of("Si no llega el pago, el pedido se cancela solo y se libera el stock.", "If the money does not come, the order cancels itself and its stock is free again.");

    public static string TransferWrong => Text.Of("Poné un número entero, de 1 a 720 horas.", "Write a whole number, 1 to 720 hours.");

    public static string Hold => Text.Of("Días que se guarda un retiro", "Days that a pickup is kept");

    public static string HoldHint => Text.Of("Contados desde que está listo. Después vuelve a la venta.", "Counted from when it is ready. Then it is for sale again.");

    public static string HoldWrong => Text.Of("Poné un número entero, de 1 a 60 días.", "Write a whole number, 1 to 60 days.");

    public static string TransferOf(int hours) => Text.Count(hours, Text.Of("hora", "hour"), Text.Of("horas", "hours"));

    public static string HoldOf(int days) => Text.Count(days, Text.Of("día", "day"), Text.Of("días", "days"));

    public static string TransferColumn => Text.Of("Transferencia", "Transfer");

    public static string HoldColumn => Text.Of("Retiro", "Pickup");

    public static string State => Text.Of("Estado", "State");

    public static string Open => Text.Of("Vende", "Sells");

    public static string Closed => Text.Of("Cerrado", "Closed");

    public static string IsOpen => Text.Of("Vende por este canal", "Sells on this channel");

    public static string IsOpenText => Text.Of("Si lo apagás no se empiezan carritos nuevos. Lo ya pedido sigue su camino.", "Switched off, no new carts are begun. What was ordered goes on.");

    public static string LastWeb => Text.Of("Es la única tienda web abierta: si la apagás, la tienda dice que no abrió.", "This is the only open web shop: switched off, the shop says that it is not open.");

    public static string Save => Text.Of("Guardar", "Save");

    public static string Saving => Text.Of("Guardando…", "Saving…");

    public static string Saved(string name) => Text.Of($"Se guardó {name}.", $"{name} was saved.");

    public static string ConflictTitle => Text.Of("Otra persona cambió este canal recién", "Somebody else has just changed this channel");

    public static string ConflictText => Text.Of("Tus cambios siguen acá y todavía no se guardaron. Si guardás de nuevo, quedan los tuyos.", "Your changes are still here and not saved yet. If you save again, yours stay.");

    public static string Empty => Text.Of("Todavía no hay canales de venta", "No sales channels yet");

    public static string EmptyText => Text.Of("Con el primer canal web abre la tienda.", "The shop opens with the first web channel.");
}
