namespace Hilo.Platform;

internal static class SignInProblems
{
    /// <summary>One answer for an unknown person, a wrong password and a locked account.</summary>
    public static readonly Problem Refused = new("signin.refused", "The e-mail or the password is wrong, or there were too many tries.", 401);
    public static readonly Problem LinkUsed = new("signin.link_used", "This link was used, has expired or was replaced by a newer one.", 410);
    public static readonly Problem EmailTaken = new("staff.email_taken", "Another member of staff has this e-mail.");
    public static readonly Problem LastOwner = new("staff.last_owner", "At least one active owner must remain.");
    public static readonly Problem NameMissing = new("staff.name_missing", "The first owner gives a name and an e-mail.", 422);

    internal static readonly ProblemPage[] Pages =
    [
        new("signin.refused",
            new("No pudimos iniciar tu sesión", "El correo o la contraseña no coinciden, o hubo demasiados intentos y la cuenta espera unos minutos.", "Revisá los datos. Después de varios intentos, esperá unos minutos antes de probar de nuevo."),
            new("We could not sign you in", "The e-mail or the password does not match, or too many tries made the account wait for some minutes.", "Check both. After several tries wait some minutes before the next.")),
        new("signin.link_used",
            new("El enlace ya no sirve", "Se usó, venció o se generó otro más nuevo.", "Pedí un enlace nuevo. El primero de todos se imprime al iniciar el servidor."),
            new("The link no longer works", "It was used, has expired or a newer one was made.", "Ask for a new link. The very first is printed when the server starts.")),
        new("staff.email_taken",
            new("Ese correo ya está en uso", "Otra persona del equipo tiene ese correo.", "Usá otro correo, o editá a esa persona."),
            new("That e-mail is taken", "Another member of staff has it.", "Use another e-mail, or edit that person.")),
        new("staff.last_owner",
            new("Tiene que quedar una persona dueña", "El cambio dejaría a la tienda sin nadie que la administre.", "Nombrá antes a otra persona dueña."),
            new("One owner must remain", "The change would leave nobody to run the shop.", "Make someone else an owner first.")),
        new("staff.name_missing",
            new("Falta el nombre o el correo", "La primera persona dueña se crea con su nombre y su correo.", "Completá ambos y volvé a enviar."),
            new("The name or the e-mail is missing", "The first owner is made with a name and an e-mail.", "Fill in both and send again.")),
    ];
}
