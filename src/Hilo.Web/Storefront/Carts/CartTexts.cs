namespace Hilo.Web.Storefront.Carts;

internal static class CartTexts
{
    public static string YourCart => Text.Of("Tu carrito", "Your cart");

    public static string Empty => Text.Of("Tu carrito está vacío", "Your cart is empty");

    public static string EmptyText => Text.Of("Lo que agregues queda guardado 60 días, también si cerrás esta página.", "What you add is kept for 60 days, even if you close this page.");

    public static string SeeProducts => Text.Of("Ver productos", "See products");

    public static string Added => Text.Of("Lo agregaste al carrito", "Added to your cart");

    public static string Summary => Text.Of("Resumen", "Summary");

    public static string Checkout => Text.Of("Comprar", "Check out");

    public static string Remove => Text.Of("Quitar", "Remove");

    public static string OtherDevice => Text.Of("Seguir en otro dispositivo", "Continue on another device");

    public static string OtherDeviceText => Text.Of("Escaneá el código con tu teléfono, o copiá el enlace y abrilo donde quieras.", "Scan the code with your phone, or copy the link and open it anywhere.");

    public static string QrLabel => Text.Of("Código QR que abre este carrito", "QR code that opens this cart");

    public static string CopyLink => Text.Of("Copiar enlace", "Copy link");

    public static string LinkIsKey => Text.Of("Quien tenga el enlace puede ver y cambiar este carrito.", "Whoever has the link can see and change this cart.");

    public static string TwoCarts => Text.Of("Tenés dos carritos", "You have two carts");

    public static string Join => Text.Of("Juntar los dos", "Join them");

    public static string OnlyTheOther => Text.Of("Quedarme con el del enlace", "Keep the one of the link");

    public static string KeepMine => Text.Of("Volver al mío", "Back to mine");

    public static string PricesKept(string day, string time) => Text.Of($"Te mantenemos estos precios hasta el {day} a las {time}.", $"We keep these prices until {day}, {time}.");

    public static string OneLess(string title) => Text.Of($"Uno menos de {title}", $"One less of {title}");

    public static string OneMore(string title) => Text.Of($"Uno más de {title}", $"One more of {title}");

    public static string QuantityOf(string title) => Text.Of($"Cantidad de {title}", $"Quantity of {title}");

    public static string NoMore(Quantity most) => Text.Of($"No hay más de {Format.Quantity(most)}", $"No more than {Format.Quantity(most)}");

    public static string TwoCartsText(int own, int other) => Text.Of(
        $"En este dispositivo hay {Text.Count(own, "producto", "productos")} y en el del enlace {Text.Count(other, "producto", "productos")}. Si los juntás no se pierde ninguno.",
        $"This device has {Text.Count(own, "item", "items")} and the one of the link {Text.Count(other, "item", "items")}. Joining loses none.");
}
