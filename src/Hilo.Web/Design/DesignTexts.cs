namespace Hilo.Web.Design;

internal static class DesignTexts
{
    /// <summary>The words of Res. 4/2025.</summary>
    public static string WithoutTaxes => Text.Of("Precio sin impuestos nacionales", "Price without national taxes");

    public static string SkipToContent => Text.Of("Ir al contenido", "Skip to content");

    public static string Optional => Text.Of("(opcional)", "(optional)");

    public static string GoBack => Text.Of("Volver", "Go back");

    public static string Previous => Text.Of("Anterior", "Previous");

    public static string Next => Text.Of("Siguiente", "Next");

    public static string QrCode => Text.Of("Código QR", "QR code");

    public static string Before => Text.Of("Antes", "Before");

    public static string Web => Text.Of("Tienda web", "Web shop");

    public static string Store => Text.Of("Sucursal", "Store");

    public static string Marketplace => Text.Of("Marketplace", "Marketplace");

    public static string Mail => Text.Of("Correo", "E-mail");

    public static string Phone => Text.Of("Teléfono", "Phone");

    public static string System => Text.Of("Sistema", "System");

    public static string Menu => Text.Of("Menú", "Menu");

    public static string Search => Text.Of("Buscar", "Search");

    public static string Close => Text.Of("Cerrar", "Close");

    public static string SignOut => Text.Of("Salir", "Sign out");

    public static string PlainHttp => Text.Of(
        "Esta conexión no está cifrada: quien esté en la misma red puede leer lo que escribís y entrar con tu sesión.",
        "This connection is not encrypted: anyone on the same network can read what you type and use your session.");

    public static string Colors(int count) => Text.Of($"{count} colores", $"{count} colors");

    public static string FixTheseFields(int count) => Text.Of(
        count == 1 ? "Falta corregir un dato" : $"Falta corregir {count} datos",
        count == 1 ? "One field needs attention" : $"{count} fields need attention");
}
