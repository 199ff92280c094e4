namespace Hilo.Platform;

/// <summary>What the HTTP edge itself refuses, before or after any capability.</summary>
public static class EdgeProblems
{
    public static readonly Problem Malformed = new("request.malformed", "The request could not be read.", 400);
    public static readonly Problem Invalid = new("request.invalid", "Some fields are missing or out of range; see errors.", 400);
    public static readonly Problem TooLarge = new("request.too_large", "The body is larger than this address accepts.", 413);
    public static readonly Problem WrongMediaType = new("request.wrong_media_type", "This address does not read that content type.", 415);
    public static readonly Problem MethodNotAllowed = new("request.method_not_allowed", "This address exists, and does not know that method.", 405);
    public static readonly Problem CrossSite = new("request.cross_site", "A signed-in browser may only change things from this site's own pages.", 403);
    public static readonly Problem FormExpired = new("request.form_expired", "This form does not come from a page of this browser, or the page is too old. Nothing was done.", 400);
    public static readonly Problem TooMany = new("request.too_many", "Too many attempts in a short time.", 429);
    public static readonly Problem TimedOut = new("request.timed_out", "The body did not arrive in time.", 408);
    public static readonly Problem NotFound = new("resource.not_found", "There is nothing at this address, or it is not yours to see.", 404);
    public static readonly Problem SignInRequired = new("signin.required", "Sign in, or send a valid session token.", 401);
    public static readonly Problem NotPermitted = new("permission.missing", "Your role does not allow this.", 403);
    public static readonly Problem ElsewhereOnly = new("permission.other_location", "Your role allows this at other locations only.", 403);
    public static readonly Problem EditConflict = new("edit.conflict", "Someone changed this after you read it. Nothing was written.", 412);
    public static readonly Problem VersionRequired = new("edit.version_required", "Say which version you edited with If-Match.", 428);
    public static readonly Problem WriteConflict = new("edit.raced", "Someone changed this at the same moment. Nothing was written; it is safe to try again.", 409);
    public static readonly Problem BadCursor = new("request.bad_cursor", "This cursor does not belong to this list.", 400);
    public static readonly Problem Failed = new("server.failed", "Something broke on our side. Nothing was half written.", 500);
    public static readonly Problem Unavailable = new("server.busy", "The server is busy. Nothing was done; it is safe to try again.", 503);

    public static readonly Problem StorageUnavailable = new(
        "server.storage_unavailable", "The database does not take anything right now. Whether this was done is not certain: ask again with the same Idempotency-Key.", 503);

    /// <summary>The problem for an answer that says nothing but its status.</summary>
    internal static Problem OfStatus(int status) => status switch
    {
        401 => SignInRequired,
        403 => NotPermitted,
        404 => NotFound,
        405 => MethodNotAllowed,
        408 => TimedOut,
        412 => EditConflict,
        413 => TooLarge,
        415 => WrongMediaType,
        428 => VersionRequired,
        429 => TooMany,
        503 => Unavailable,
        >= 500 => Failed,
        _ => Malformed,
    };

    internal static readonly ProblemPage[] Pages =
    [
        new("request.malformed",
            new("No pudimos leer el pedido", "El cuerpo no es JSON válido, un campo tiene otro tipo o un nombre que no conocemos, o el texto no es UTF-8.", "Corregí el campo que se nombra en el detalle y volvé a enviar."),
            new("The request could not be read", "The body is not valid JSON, a field has another type or an unknown name, or the text is not UTF-8.", "Correct the field that the detail names and send it again.")),
        new("request.invalid",
            new("Hay datos que faltan o no son válidos", "Uno o más campos no cumplen las reglas; están nombrados en errors.", "Corregí los campos señalados y volvé a enviar."),
            new("Some fields are missing or not valid", "One or more fields break their rules; errors names them.", "Correct the named fields and send it again.")),
        new("request.too_large",
            new("El envío es demasiado grande", "El cuerpo supera el límite de esta dirección (1 MB salvo que se indique otro).", "Enviá menos datos, o partilos en varios envíos."),
            new("The body is too large", "It is larger than this address accepts (1 MB unless stated).", "Send less, or in several parts.")),
        new("request.wrong_media_type",
            new("Tipo de contenido no aceptado", "La dirección espera otro Content-Type, en general application/json.", "Enviá el cuerpo con el Content-Type que indica la descripción de la API."),
            new("Content type not accepted", "The address expects another Content-Type, usually application/json.", "Send the content type that the API description names.")),
        new("request.method_not_allowed",
            new("Método no permitido", "La dirección existe, pero no con ese método.", "Mirá en la descripción de la API qué métodos acepta."),
            new("Method not allowed", "The address exists, not with that method.", "See the API description for the methods it knows.")),
        new("request.form_expired",
            new("El formulario ya no sirve", "El formulario no salió de una página abierta en este navegador, o la página quedó abierta demasiado tiempo.", "Volvé a abrir la página y enviá el formulario desde ahí. No se hizo nada."),
            new("This form is no longer good", "It does not come from a page that this browser opened, or the page was open for too long.", "Open the page again and send the form from there. Nothing was done.")),
        new("request.cross_site",
            new("El pedido vino de otro sitio", "Un navegador con sesión iniciada envió un cambio desde una página ajena.", "Hacé el cambio desde las pantallas de Hilo; las integraciones usan un token y no cookies."),
            new("The request came from another site", "A signed-in browser sent a change from a page that is not ours.", "Make the change in Hilo's own pages; integrations use a token instead of cookies.")),
        new("request.too_many",
            new("Demasiados intentos", "Hubo muchos intentos seguidos desde el mismo lugar.", "Esperá un minuto y probá de nuevo."),
            new("Too many attempts", "There were many attempts in a row from one place.", "Wait a minute and try again.")),
        new("request.timed_out",
            new("El envío tardó demasiado", "El cuerpo no llegó completo a tiempo.", "Revisá la conexión y volvé a enviar con la misma Idempotency-Key."),
            new("The body took too long", "It did not arrive completely in time.", "Check the connection and send again with the same Idempotency-Key.")),
        new("request.bad_cursor",
            new("Ese cursor no sirve acá", "El cursor fue cambiado, o es de otra lista.", "Empezá la lista desde el principio, sin cursor."),
            new("That cursor does not fit", "The cursor was changed, or belongs to another list.", "Start the list again without a cursor.")),
        new("resource.not_found",
            new("No lo encontramos", "No existe, o no es tuyo.", "Revisá el enlace o el código."),
            new("Not found", "It does not exist, or it is not yours.", "Check the link or the code.")),
        new("signin.required",
            new("Iniciá sesión", "La dirección es para personas que iniciaron sesión y la sesión falta, venció o fue cerrada.", "Iniciá sesión y repetí lo que estabas haciendo."),
            new("Sign in", "The address is for signed-in people, and the session is missing, expired or was closed.", "Sign in and repeat what you were doing.")),
        new("permission.missing",
            new("Tu rol no lo permite", "La acción pide un permiso que tu rol no tiene.", "Pedile a quien administra la tienda que lo haga o que te cambie el rol."),
            new("Your role does not allow this", "The action needs a permission that your role lacks.", "Ask the shop's owner to do it or to change your role.")),
        new("permission.other_location",
            new("No es tu sucursal", "Tu usuario trabaja en otras sucursales.", "Pedilo en la sucursal que corresponde."),
            new("Not your location", "Your account works at other locations.", "Ask at the location in question.")),
        new("edit.conflict",
            new("Alguien lo cambió antes", "Lo que editaste cambió después de que lo abriste. No se escribió nada.", "Volvé a abrirlo, mirá los cambios y repetí la edición."),
            new("Someone changed it first", "What you edited changed after you opened it. Nothing was written.", "Open it again, look at the changes and repeat your edit.")),
        new("edit.raced",
            new("Dos cambios a la vez", "Otra persona cambió lo mismo en el mismo momento. No se escribió nada.", "Probá de nuevo: es seguro."),
            new("Two changes at once", "Someone changed the same thing at the same moment. Nothing was written.", "Try again: it is safe.")),
        new("edit.version_required",
            new("Falta la versión editada", "Una edición dice qué versión cambió con el encabezado If-Match.", "Leé el recurso y enviá su ETag en If-Match."),
            new("The edited version is missing", "An edit says which version it changed with If-Match.", "Read the resource and send its ETag in If-Match.")),
        new("server.failed",
            new("Algo falló de nuestro lado", "Es un error nuestro. No quedó nada a medio escribir.", "Probá de nuevo; si se repite, pasanos el número de seguimiento (traceId)."),
            new("Something broke on our side", "The error is ours. Nothing was half written.", "Try again; if it repeats, tell us the traceId.")),
        new("server.unreadable",
            new("Respondió otro servidor", "Algo entre vos y Hilo contestó en su lugar.", "Revisá la conexión y la dirección, y probá de nuevo."),
            new("Another server answered", "Something between you and Hilo answered in its place.", "Check the connection and the address, and try again.")),
        new("server.storage_unavailable",
            new("La base de datos no responde", "Se está reiniciando, no se llega a ella o no le queda lugar en el disco. Puede que el cambio se haya hecho o que no.", "Repetí en unos segundos con la misma Idempotency-Key: si ya se hizo, vas a recibir la primera respuesta. Si sigue, revisá el servidor de base de datos y el espacio en disco."),
            new("The database does not answer", "It restarts, cannot be reached, or its disk is full. The change may have been made or not.", "Repeat in some seconds with the same Idempotency-Key: if it was done, you get the first answer. If it goes on, look at the database server and the space on its disk.")),
        new("server.busy",
            new("Estamos con mucha demanda", "El servidor no pudo tomar el pedido a tiempo. No se hizo nada.", "Probá de nuevo en unos segundos, con la misma Idempotency-Key."),
            new("The server is busy", "The server could not take the request in time. Nothing was done.", "Try again in some seconds, with the same Idempotency-Key.")),
    ];
}
