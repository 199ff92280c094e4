namespace Hilo.Platform;

internal static class IdempotencyProblems
{
    public static readonly Problem KeyMissing = new("idempotency.key_missing", "This call needs an Idempotency-Key header.", 400);
    public static readonly Problem KeyInvalid = new("idempotency.key_invalid", "An Idempotency-Key has 1 to 200 visible ASCII characters.", 400);
    public static readonly Problem KeyReused = new("idempotency.key_reused", "This Idempotency-Key was used with another body.", 422);
    public static readonly Problem InProgress = new("idempotency.in_progress", "The first call with this Idempotency-Key is still running.");

    internal static readonly ProblemPage[] Pages =
    [
        new("idempotency.key_missing",
            new("Falta la Idempotency-Key", "Todo cambio lleva una clave propia, para que repetirlo no lo haga dos veces.", "Generá un UUID por intención, no por intento, y envialo en el encabezado Idempotency-Key."),
            new("The Idempotency-Key is missing", "Every change carries a key of its own, so that repeating it does not do it twice.", "Make one UUID per intention, not per try, and send it as the Idempotency-Key header.")),
        new("idempotency.key_invalid",
            new("La Idempotency-Key no es válida", "Tiene que tener entre 1 y 200 caracteres ASCII visibles.", "Usá un UUID."),
            new("The Idempotency-Key is not valid", "It has 1 to 200 visible ASCII characters.", "Use a UUID.")),
        new("idempotency.key_reused",
            new("Esa clave ya se usó para otra cosa", "La misma Idempotency-Key llegó antes con otro cuerpo.", "Usá una clave nueva para un pedido nuevo."),
            new("That key was used for something else", "The same Idempotency-Key came before with another body.", "Use a new key for a new request.")),
        new("idempotency.in_progress",
            new("Todavía lo estamos haciendo", "El primer envío con esta clave no terminó.", "Esperá un momento y repetí con la misma clave: vas a recibir la primera respuesta."),
            new("Still working on it", "The first call with this key has not ended.", "Wait a moment and repeat with the same key: you get the first answer.")),
    ];
}
