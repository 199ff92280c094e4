namespace Hilo.Web.Backoffice.Log;

internal static class LogTexts
{
    public static string Views => Text.Of("Vistas del registro", "Views of the log");

    public static string Events => Text.Of("Lo que pasó", "What happened");

    public static string Readers => Text.Of("Quién lo lee", "Who reads it");

    public static string Position => Text.Of("Lugar", "Place");

    public static string Event => Text.Of("Hecho", "Event");

    public static string When => Text.Of("Cuándo", "When");

    public static string Who => Text.Of("Quién", "Who");

    public static string Details => Text.Of("Detalle", "Details");

    public static string SameThing => Text.Of("Todo sobre lo mismo", "All about the same thing");

    public static string SamePerson => Text.Of("Todo de este cliente", "All of this customer");

    public static string SameCall => Text.Of("Lo que pasó junto", "What happened together");

    public static string TypeHint => Text.Of("Tipo, por ejemplo orders.order_placed", "Type, such as orders.order_placed");

    public static string OfThing => Text.Of("De una cosa", "Of one thing");

    public static string OfCustomer => Text.Of("De un cliente", "Of one customer");

    public static string OfCall => Text.Of("De un mismo acto", "Of one act");

    public static string Clear => Text.Of("Quitar", "Remove");

    public static string NewestFirst => Text.Of("Lo más nuevo primero", "Newest first");

    public static string None => Text.Of("Nada coincide con estos filtros", "Nothing matches these filters");

    public static string NoneText => Text.Of("Quitá alguno, o escribí el tipo completo.", "Remove one, or write the whole type.");

    public static string Reader => Text.Of("Lector", "Reader");

    public static string Behind => Text.Of("Atrasado", "Behind");

    public static string Held => Text.Of("Detenidos", "Held");

    public static string Parked => Text.Of("Esperan a una persona", "Wait for a person");

    public static string State => Text.Of("Estado", "State");

    public static string Runs => Text.Of("Lee", "Reading");

    public static string DoesNotRun => Text.Of("Nadie lo lee", "Nobody reads");

    public static string Retry => Text.Of("Reintentar", "Try again");

    public static string Retrying => Text.Of("Reintentando…", "Trying…");

    public static string Drop => Text.Of("Descartar", "Drop");

    public static string Dropping => Text.Of("Descartando…", "Dropping…");

    public static string TriedAgain => Text.Of("Se vuelve a intentar ahora.", "It is tried again now.");

    public static string DroppedIt => Text.Of("Se descartó. Lo que esperaba detrás sigue.", "Dropped. What waited behind it goes on.");

    public static string DropConsequence => Text.Of("Este lector nunca va a procesar ese hecho: por ejemplo, un correo que no sale. Lo que pasó después sobre lo mismo sigue. No se puede deshacer.", "This reader will never handle that event: a mail that is not sent, for instance. What happened afterwards about the same thing goes on. This cannot be undone.");

    public static string NothingHeld => Text.Of("Nada está detenido", "Nothing is held");

    public static string NothingHeldText => Text.Of("Cuando un hecho no se puede procesar, se reintenta solo; si sigue fallando, espera acá con su error.", "When an event cannot be handled it is tried again by itself; when it goes on failing it waits here with its error.");

    public static string Error => Text.Of("Error", "Error");

    public static string HeldEvents => Text.Of("Hechos detenidos", "Held events");

    public static string NumberedUpTo(string head) => Text.Of($"El registro va por el lugar {head}.", $"The log is at place {head}.");

    public static string Unnumbered(int count) => Text.Of($"{Format.Number(count)} hechos todavía no tienen lugar.", $"{Format.Number(count)} events have no place yet.");

    public static string Tries(int attempts) => Text.Count(attempts, Text.Of("intento", "attempt"), Text.Of("intentos", "attempts"));

    public static string NextTry(string when) => Text.Of($"se reintenta {when}", $"tried again {when}");

    public static string DropQuestion(string type) => Text.Of($"¿Descartar {type}?", $"Drop {type}?");

    public static BadgeLook Look(string state) => state switch
    {
        "retrying" => Badges.WaitsHalf(Text.Of("Se reintenta", "Trying again")),
        "waiting" => Badges.Waits(Text.Of("Espera detrás", "Waits behind")),
        _ => Badges.NeedsAPerson(Text.Of("Espera a una persona", "Waits for a person")),
    };

    public static string Actor(string actor) => actor.Split(':')[0] switch
    {
        "staff" => Text.Of("Equipo", "Staff"),
        "shopper" or "guest" => Text.Of("Compra", "Shopper"),
        "sweeper" => Text.Of("Venció el tiempo", "Time ran out"),
        "consumer" => Text.Of("Reacción", "Reaction"),
        _ => Text.Of("Sistema", "System"),
    };
}
