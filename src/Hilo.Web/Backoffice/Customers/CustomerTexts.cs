namespace Hilo.Web.Backoffice.Customers;

internal static class CustomerTexts
{
    public static string Name => Text.Of("Nombre", "Name");

    public static string Email => Text.Of("Correo", "E-mail");

    public static string Phone => Text.Of("Teléfono", "Phone");

    public static string Since => Text.Of("Desde", "Since");

    public static string NewestFirst => Text.Of("Los más nuevos primero", "Newest first");

    public static string SearchHint => Text.Of("Nombre, correo, últimos dígitos…", "Name, e-mail, last digits…");

    public static string NoneYet => Text.Of("Todavía no hay clientes", "No customers yet");

    public static string NoneYetText => Text.Of("Cada persona que compra aparece acá, con todo lo que pasó con ella en cada canal.", "Everybody who buys appears here, with all that happened on every channel.");

    public static string NoneFoundText => Text.Of("Probá con el nombre, el correo completo o los últimos dígitos del teléfono.", "Try the name, the whole e-mail or the last digits of the phone.");

    public static string HowToReach => Text.Of("Cómo llegarle", "How to reach them");

    public static string Thread => Text.Of("Su hilo", "Their thread");

    public static string ThreadEmpty => Text.Of("Todavía no pasó nada con esta persona.", "Nothing has happened with this person yet.");

    public static string Older => Text.Of("Más viejos", "Older");

    public static string Newest => Text.Of("Volver a lo último", "Back to the latest");

    public static string Orders => Text.Of("Pedidos", "Orders");

    public static string NoOrders => Text.Of("Todavía no compró.", "Has not bought yet.");

    public static string Verified => Text.Of("Confirmado", "Confirmed");

    public static string NotVerified => Text.Of("Sin confirmar", "Not confirmed");

    public static string KnownBy => Text.Of("Se reconoce por", "Known by");

    public static string InNumbers => Text.Of("En números", "In numbers");

    public static string Purchases => Text.Of("Compras", "Purchases");

    public static string Bought => Text.Of("Total comprado", "Total bought");

    public static string LastOrder => Text.Of("Última compra", "Last purchase");

    public static string NoneFound(string search) => Text.Of($"Nadie coincide con «{search}»", $"Nobody matches “{search}”");

    public static string CustomerSince(string date) => Text.Of($"Cliente desde el {date}", $"Customer since {date}");

    public static string Kind(string kind) => kind switch
    {
        "email" => Email,
        "phone" => Phone,
        "document" => Text.Of("Documento", "Document"),
        "loyalty_card" => Text.Of("Tarjeta", "Card"),
        _ => Text.Of("Cuenta en un canal", "Channel account"),
    };

    public static string Evidence(string evidence) => evidence switch
    {
        "checkout" => Text.Of("lo dejó al comprar", "given at checkout"),
        "sign_in" => Text.Of("entró con un código", "signed in with a code"),
        "staff" => Text.Of("lo cargó el equipo", "entered by staff"),
        _ => evidence,
    };
}
