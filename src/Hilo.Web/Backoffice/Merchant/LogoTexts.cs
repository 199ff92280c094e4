namespace Hilo.Web.Backoffice.Merchant;

internal static class LogoTexts
{
    public static string Title => Text.Of("Logo", "Logo");

    public static string None => Text.Of("Todavía no hay logo: la tienda muestra su nombre con la inicial en un círculo.", "No logo yet: the shop shows its name beside a round letter.");

    public static string OnPaper => Text.Of("En la tienda, los correos y las facturas", "In the shop, on mails and invoices");

    public static string InTheDark => Text.Of("En la tienda, de quien la mira en oscuro", "In the shop, for who sees it dark");

    public static string File => Text.Of("Imagen", "Picture");

    public static string FileHint => Text.Of("PNG o JPG, hasta 300 KB, de 32 a 3.000 píxeles de lado.", "PNG or JPG, up to 300 KB, 32 to 3,000 pixels on each side.");

    public static string Where => Text.Of(
        "Si es el doble de ancho que de alto, o más, ocupa el lugar del nombre; si no, va al lado. Se ve en la tienda, en los correos y en las facturas que se hagan desde ahora: las ya hechas quedan como están.",
        "If it is twice as wide as high or wider, it takes the place of the name; else it stands beside it. It is seen in the shop, in mails and on invoices made from now on: those already made stay as they are.");

    public static string Set => Text.Of("Subir el logo", "Upload the logo");

    public static string Change => Text.Of("Cambiar el logo", "Change the logo");

    public static string Sending => Text.Of("Subiendo…", "Uploading…");

    public static string Remove => Text.Of("Quitar", "Remove");

    public static string Removing => Text.Of("Quitando…", "Removing…");

    public static string Missing => Text.Of("Elegí primero una imagen.", "Choose a picture first.");

    public static string TooLarge => Text.Of("Esa imagen pesa más de 300 KB. Guardala más chica y subila de nuevo.", "That picture weighs more than 300 KB. Save it smaller and upload it again.");

    public static string Unfit => Text.Of(
        "Esa imagen no sirve de logo: tiene que ser un PNG o JPG entero, de 32 a 3.000 píxeles de lado, y el JPG en RGB o en grises. Guardala como PNG y subila de nuevo.",
        "That picture cannot be the logo: it has to be a whole PNG or JPG of 32 to 3,000 pixels on each side, a JPG in RGB or grey. Save it as PNG and upload it again.");

    public static string Saved => Text.Of("La tienda ya muestra el logo.", "The shop shows the logo now.");

    public static string Removed => Text.Of("Se quitó el logo: la tienda muestra su nombre.", "The logo was removed: the shop shows its name.");
}
