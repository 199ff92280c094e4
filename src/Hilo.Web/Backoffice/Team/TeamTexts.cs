namespace Hilo.Web.Backoffice.Team;

internal static class TeamTexts
{
    public static string Name => Text.Of("Nombre", "Name");

    public static string Email => Text.Of("Correo", "E-mail");

    public static string RoleColumn => Text.Of("Rol", "Role");

    public static string Where => Text.Of("Dónde trabaja", "Where they work");

    public static string Everywhere => Text.Of("Todas las sucursales", "Every location");

    public static string State => Text.Of("Estado", "State");

    public static string Active => Text.Of("Puede entrar", "May sign in");

    public static string Inactive => Text.Of("Sin acceso", "No access");

    public static string Add => Text.Of("Sumar a alguien", "Add somebody");

    public static string Adding => Text.Of("Sumando…", "Adding…");

    public static string AddText => Text.Of("Le damos un enlace para que elija su contraseña. Sirve una vez, durante tres días.", "They get a link to choose a password. It works once, for three days.");

    public static string WhereHint => Text.Of("Si no marcás ninguna, puede trabajar en todas.", "With none ticked they may work in all of them.");

    public static string GiveThem => Text.Of("Pasale este enlace. No lo vamos a mostrar de nuevo.", "Give them this link. It is not shown again.");

    public static string Copy => Text.Of("Copiar", "Copy");

    public static string Save => Text.Of("Guardar", "Save");

    public static string Saving => Text.Of("Guardando…", "Saving…");

    public static string Sessions => Text.Of("Dónde tiene la sesión abierta", "Where they are signed in");

    public static string NoSessions => Text.Of("No tiene ninguna sesión abierta.", "They are not signed in anywhere.");

    public static string Device => Text.Of("Sesión", "Session");

    public static string OpenedAt => Text.Of("Entró", "Signed in");

    public static string SeenAt => Text.Of("Se usó", "Last used");

    public static string Close => Text.Of("Cerrar sesión", "Sign out");

    public static string Closing => Text.Of("Cerrando…", "Signing out…");

    public static string Closed => Text.Of("La sesión quedó cerrada.", "The session is closed.");

    public static string ThisOne => Text.Of("la que estás usando", "the one you are using");

    public static string Browser => Text.Of("Navegador", "Browser");

    public static string Integration => Text.Of("Integración", "Integration");

    public static string ClosingAccess => Text.Of("Al quitar el acceso se cierran todas sus sesiones.", "Taking the access away closes all their sessions.");

    public static string Joined(string name) => Text.Of($"{name} ya es parte del equipo", $"{name} is part of the team now");

    public static string Saved(string name) => Text.Of($"Se guardó {name}.", $"{name} was saved.");
}
