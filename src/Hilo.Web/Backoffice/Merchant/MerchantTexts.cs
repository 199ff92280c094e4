namespace Hilo.Web.Backoffice.Merchant;

internal static class MerchantTexts
{
    public static string Title => Text.Of("La tienda", "The shop");

    public static string TitleText => Text.Of("Cómo se llama, cómo se ve y quién vende.", "What it is called, how it looks and who sells.");

    public static string Welcome => Text.Of("Empezá por acá", "Start here");

    public static string WelcomeText => Text.Of("Con el nombre de la tienda y quién vende alcanza; lo demás se puede cambiar después.", "The name of the shop and who sells are enough; the rest can be changed later.");

    public static string SeeShop => Text.Of("Ver la tienda", "See the shop");

    public static string Shop => Text.Of("Datos de la tienda", "About the shop");

    public static string Name => Text.Of("Nombre", "Name");

    public static string NameHint => Text.Of("Como la conocen tus clientes.", "As your customers know it.");

    public static string NameMissing => Text.Of("Poné el nombre de la tienda.", "Write the name of the shop.");

    public static string Prefix => Text.Of("Letras de los pedidos", "Letters of order numbers");

    public static string PrefixHint => Text.Of("De una a cuatro, como la R del pedido R-1042. Los ya hechos conservan su número.", "One to four, as the R of order R-1042. Orders that were made keep their number.");

    public static string PrefixWrong => Text.Of("Poné de una a cuatro letras, sin acentos ni números.", "Write one to four letters, without accents or digits.");

    public static string Money => Text.Of("Moneda", "Currency");

    public static string TimeZone => Text.Of("Hora de", "Time of");

    public static string Email => Text.Of("Correo", "E-mail");

    public static string EmailHint => Text.Of("El correo y el teléfono se ven al pie de la tienda.", "E-mail and phone are seen at the foot of the shop.");

    public static string EmailWrong => Text.Of("Revisá el correo: falta algo, como en hola@tutienda.com.", "Check the e-mail: something is missing, as in hello@yourshop.com.");

    public static string Phone => Text.Of("Teléfono", "Phone");

    public static string Announcement => Text.Of("Aviso arriba de la tienda", "Strip above the shop");

    public static string AnnouncementHint => Text.Of("Una línea, por ejemplo: Envío gratis desde $ 90.000. En blanco no se ve.", "One line, such as: Free delivery from $ 90,000. Left blank it is not seen.");

    public static string Colors => Text.Of("Colores", "Colors");

    public static string Brand => Text.Of("Color de la marca", "Color of the brand");

    public static string Ink => Text.Of("Color del texto encima", "Color of the text on it");

    public static string Pick => Text.Of("Elegir con la vista", "Pick by eye");

    public static string ColorHint => Text.Of("Numeral y seis letras o números, como #1F4B3A.", "A hash and six letters or digits, such as #1F4B3A.");

    public static string ColorWrong => Text.Of("Escribí el color como #1F4B3A.", "Write the color as #1F4B3A.");

    public static string Buy => Text.Of("Comprar", "Buy");

    public static string AsChosen(double ratio) => Text.Of($"Como lo elegiste · {Ratio(ratio)}", $"As you chose it · {Ratio(ratio)}");

    public static string AsShown(double ratio) => Text.Of($"Como lo muestra la tienda · {Ratio(ratio)}", $"As the shop shows it · {Ratio(ratio)}");

    public static string Readable(double ratio) => Text.Of($"Se lee bien · {Ratio(ratio)}", $"Reads well · {Ratio(ratio)}");

    public static string Moved => Text.Of(
        "Con esos dos colores el texto no se lee bien (hace falta 4,5 : 1). Hilo lo aclara u oscurece lo justo, sin cambiar el tono; lo que elegiste queda guardado.",
        "In these two colors text does not read well (4.5 : 1 is needed). Hilo makes it just light or dark enough and keeps its hue; what you chose stays saved.");

    public static string Save => Text.Of("Guardar", "Save");

    public static string Saving => Text.Of("Guardando…", "Saving…");

    public static string Saved => Text.Of("Se guardaron los datos de la tienda.", "The shop's settings were saved.");

    public static string ConflictTitle => Text.Of("Otra persona cambió los datos de la tienda recién", "Somebody else has just changed the shop's settings");

    public static string ConflictText => Text.Of("Tus cambios siguen acá y todavía no se guardaron. Si guardás de nuevo, quedan los tuyos.", "Your changes are still here and not saved yet. If you save again, yours stay.");

    private static string Ratio(double ratio) => $"{Format.Number((decimal)Math.Floor(ratio * 10) / 10, 1)} : 1";
}
