namespace Hilo.Web.Storefront.Stores;

internal static class StoresTexts
{
    public static string Nearest => Text.Of("Ver las más cercanas", "See the nearest");

    public static string Description(string shop) => Text.Of($"Sucursales de {shop}: direcciones, horarios y retiro de compras.", $"Stores of {shop}: addresses, hours and pickup.");

    public static string None => Text.Of("Todavía no hay sucursales", "No stores yet");

    public static string NoneText => Text.Of("Por ahora la tienda vende con envío a domicilio.", "For now the shop sells with home delivery.");
}
