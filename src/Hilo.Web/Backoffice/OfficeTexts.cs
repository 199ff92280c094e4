namespace Hilo.Web.Backoffice;

internal static class OfficeTexts
{
    public static string Orders => Text.Of("Pedidos", "Orders");

    public static string Customers => Text.Of("Clientes", "Customers");

    public static string Products => Text.Of("Productos", "Products");

    public static string Stock => Text.Of("Stock", "Stock");

    public static string Prices => Text.Of("Listas de precios", "Price lists");

    public static string Channels => Text.Of("Canales de venta", "Sales channels");

    public static string Locations => Text.Of("Sucursales", "Locations");

    public static string RefundsDue => Text.Of("Reintegros", "Refunds");

    public static string Payments => Text.Of("Pagos", "Payments");

    public static string Log => Text.Of("Registro", "Event log");

    public static string Team => Text.Of("Equipo", "Team");

    public static string YourBusiness => Text.Of("Tu negocio", "Your business");

    public static string Keys => Text.Of("Atajos del teclado", "Keyboard shortcuts");

    public static string KeysOff => Text.Of("No usar letras sueltas", "No single-letter keys");

    public static IReadOnlyList<(string Key, string What)> KeyList =>
    [
        ("/", Text.Of("Buscar pedidos", "Search orders")),
        ("F", Text.Of("Filtrar la lista", "Filter the list")),
        ("J K", Text.Of("Bajar y subir por la lista", "Move down and up the list")),
        ("Enter", Text.Of("Abrir el renglón", "Open the row")),
        ("G I", Text.Of("Ir al inicio", "Go home")),
        ("G P", Text.Of("Ir a pedidos", "Go to orders")),
        ("G C", Text.Of("Ir a clientes", "Go to customers")),
        ("G S", Text.Of("Ir al stock", "Go to stock")),
        ("?", Text.Of("Ver estos atajos", "See these shortcuts")),
    ];

    public static string Home => Text.Of("Inicio", "Home");

    public static string Mail => Text.Of("Correos", "Mail");

    public static string SearchHint => Text.Of("Pedido, cliente, correo…", "Order, customer, e-mail…");

    public static string SignOut => Text.Of("Salir", "Sign out");

    public static string SignIn => Text.Of("Entrar", "Sign in");

    public static string SigningIn => Text.Of("Entrando…", "Signing in…");

    public static string Email => Text.Of("Correo", "E-mail");

    public static string Password => Text.Of("Contraseña", "Password");

    public static string SignInTitle => Text.Of("Entrá a trabajar", "Sign in to work");

    public static string SetupTitle => Text.Of("Tu acceso a Hilo", "Your access to Hilo");

    public static string SetupText => Text.Of("La primera persona dueña completa también su nombre y su correo. Si te invitaron, alcanza con la contraseña.", "The first owner also fills in name and e-mail. If you were invited, the password is enough.");

    public static string Name => Text.Of("Nombre", "Name");

    public static string NewPassword => Text.Of("Contraseña nueva", "New password");

    public static string PasswordHint => Text.Of("10 caracteres o más. Este enlace sirve una sola vez.", "10 characters or more. This link works once.");

    public static string PasswordTooShort => Text.Of("Es muy corta: poné 10 caracteres o más.", "Too short: use 10 characters or more.");

    public static string SaveAndEnter => Text.Of("Guardar y entrar", "Save and enter");

    public static string NotFound => Text.Of("No lo encontramos", "Not found");

    public static string Back => Text.Of("Volver", "Back");

    public static string Role(StaffRole role) => role switch
    {
        StaffRole.Owner => Text.Of("Dueña o dueño", "Owner"),
        StaffRole.Office => Text.Of("Oficina", "Office"),
        _ => Text.Of("Sucursal", "Store"),
    };
}
