namespace Hilo.Web.Frames;

internal static class FrameTexts
{
    public static string Sections => Text.Of("Secciones", "Sections");

    public static string Stores => Text.Of("Sucursales", "Stores");

    public static string StoresAndHours => Text.Of("Sucursales y horarios", "Stores and hours");

    public static string SearchHint => Text.Of("Buscar productos", "Search products");

    public static string Account => Text.Of("Mi cuenta", "My account");

    public static string SignIn => Text.Of("Ingresar", "Sign in");

    public static string SafePurchase => Text.Of("Compra segura", "Secure checkout");

    public static string Shop => Text.Of("Comprar", "Shop");

    public static string Help => Text.Of("Ayuda", "Help");

    public static string View => Text.Of("Idioma", "Language");

    public static string MyOrders => Text.Of("Mis pedidos", "My orders");

    public static string Revocation => Text.Of("Botón de arrepentimiento", "Right of withdrawal");

    public static string MainNavigation => Text.Of("Principal", "Main");

    public static string Legal => Text.Of("Legales", "Legal");

    public static string Terms => Text.Of("Condiciones de compra", "Conditions of sale");

    public static string Privacy => Text.Of("Privacidad", "Privacy");

    public static string ConsumerDefence => Text.Of("Defensa del Consumidor: reclamos", "Consumer authority: complaints");

    public static string DataFiscal => "Data Fiscal";

    public static string Cart(int items) => items == 0
        ? Text.Of("Carrito, vacío", "Cart, empty")
        : Text.Of($"Carrito, {Text.Count(items, "producto", "productos")}", $"Cart, {Text.Count(items, "item", "items")}");
}
