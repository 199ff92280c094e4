namespace Hilo.Web.Storefront;

internal static class NotOpenTexts
{
    public static string Title => Text.Of("Esta tienda todavía no abrió", "This shop is not open yet");

    public static string ForShoppers => Text.Of("Acá vas a poder comprar en cuanto esté lista. Volvé en un rato.", "You can buy here once it is ready. Come back in a while.");

    public static string IsItYours => Text.Of("¿Es tu tienda?", "Is it yours?");

    public static string WhatIsMissing => Text.Of(
        "Falta abrir el canal de venta web: decí qué razón social vende y desde qué sucursales. Después cargá o importá tus productos.",
        "The web sales channel is still to be opened: say which legal entity sells, and from which locations. Then add or import your products.");

    public static string SetUp => Text.Of("Configurar la tienda", "Set the shop up");

    public static string NoUserYet => Text.Of(
        "Si todavía no tenés usuario, abrí el enlace que el servidor escribió al arrancar: sirve una vez.",
        "If you have no user yet, open the link that the server printed when it started: it works once.");
}
